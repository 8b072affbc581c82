import { deliveryOf, isOutside, leadsTo } from "../architecture/flow.ts";
import { judgedObjects, type JudgedObject } from "../architecture/judged-object.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { Edit } from "../diagnosis/edit.ts";
import { connectionsIn, editorOf } from "../diagnosis/editor.ts";
import { oneWayIn } from "../diagnosis/judged-moves.ts";
import { component, connection, objectOf, onePerPair, signIf } from "../diagnosis/match.ts";
import type { Match, Mechanism } from "../diagnosis/mechanism.ts";
import { MODERATE, SLIGHT, STRONG } from "../diagnosis/weights.ts";

/** The enforcer stands on the usual way to what it protects, and there is another way. */
export const bypassPath: Mechanism = {
  key: "bypass-path",
  zone: "authorization",
  failureClass: "level-mismatch",
  title: "A way around the enforcer",
  description:
    "What is protected relies on somebody having asked the enforcer first. Whether that happened is decided by routing, " +
    "and what is protected cannot tell.",
  propose: (graph) =>
    onePerPair(
      judgedObjects(graph)
        .filter(({ askerActs, isInline }) => !askerActs && !isInline)
        .map((judged) => matchOf(graph, judged)),
    ),
  evidence: [
    {
      on: "deliveries",
      fact: "contextPropagated",
      answers: {
        false: [MODERATE, "what is protected does not learn who asked, let alone who decided"],
        true: [-SLIGHT, "what is protected learns on whose behalf it acts"],
      },
    },
    {
      on: "deliveries",
      fact: "validation",
      answers: {
        none: [MODERATE, "nothing is checked where the request arrives"],
        "at-source": [SLIGHT, "checks happen before the request arrives, not where it arrives"],
        "at-target": [-SLIGHT, "the request is checked again where it arrives"],
        both: [-SLIGHT, "the request is checked at both ends"],
      },
    },
    {
      on: "decision",
      fact: "validation",
      answers: { none: [SLIGHT, "nothing checks the marks by which a request counts as judged"] },
    },
    {
      on: "decision",
      fact: "transform",
      answers: {
        truncated: [-MODERATE, "what the enforcer sees is cut short, so the gap lies in what it sees"],
        "parsed-again": [
          -MODERATE,
          "the enforcer reads the request for itself, so the gap lies in the reading",
        ],
        none: [SLIGHT, "the enforcer sees the request as it is, so a gap would lie in whether it is asked"],
      },
    },
  ],
  word: (match, graph) => {
    const [decider, target] = match.between.map(graph.name);
    const object = objectOf(graph, match, "decision", "request");
    return {
      invariant: `No ${object} reaches ${target} unless ${decider} decided on that very ${object}, and nothing in the ${object} can waive that.`,
      contradiction: `${target} has to rely on ${decider}, and has to be reachable by ways that ${decider} does not see.`,
    };
  },
  absentLayer: "A proof of the decision at the place where it matters: what is protected acts without one.",
  moves: [
    {
      key: "one-way-in",
      text: "Leave one single way in, and put the enforcer on it by construction.",
      apply: oneWayIn,
    },
    {
      key: "demand-the-decision",
      text: "Let the protected side ask for the decision itself, whoever hands it the request.",
      apply: demandTheDecision,
    },
  ],
  sources: [
    {
      title: "Authorization Bypass in Next.js Middleware (GHSA-f82v-jwr5-mffw)",
      publisher: "vercel/next.js",
      url: "https://github.com/vercel/next.js/security/advisories/GHSA-f82v-jwr5-mffw",
      supports: "A request could carry a mark by which it passed as one that had been through the check.",
    },
    {
      title: "CVE-2025-30218 record: Next.js may leak x-middleware-subrequest-id to external hosts",
      publisher: "CVE Program",
      url: "https://raw.githubusercontent.com/CVEProject/cvelistV5/main/cves/2025/30xxx/CVE-2025-30218.json",
      supports: "The gap moved to the secret by which the first fix recognized its own requests.",
    },
  ],
  agreementCheck: {
    reads: [
      { from: "the protected side", projection: "identities of the requests it acted on" },
      { from: "the enforcer", projection: "identities of the requests it allowed" },
    ],
    relation: "is-contained-in",
    tolerance: { amount: 0, unit: "requests" },
    maximumAgeSeconds: 300,
    sentence: "Every request that was acted on is among those that were allowed.",
  },
  falseAlarms: [
    "The network refuses every connection to the protected side but the one from the asker.",
    "The other ways carry requests that need no decision, and the protected side tells them apart.",
  ],
  sketchMayBeWrong: [
    "The protected side verifies a token that the enforcer issued, and the drawing leaves that out.",
    "The way past the enforcer was closed long ago and is still drawn.",
  ],
  migration: "To the next way in: another port, route, header, version or internal caller.",
};

function matchOf(graph: SketchGraph, { decision, decider, asker, actor, deliveries }: JudgedObject): Match {
  const name = graph.name;
  const ways = deliveries.map(connection);
  const reentries = graph
    .outgoing(decider)
    .filter(({ to, carries }) => to === asker && carries === decision.carries)
    .map(connection);
  const routes = ["gateway", "service"].includes(graph.components.get(asker)?.kind ?? "");
  return {
    between: [decider, actor],
    parts: { decision: [connection(decision)], deliveries: ways, decider: [component(decider)] },
    signs: [
      ...signIf(
        true,
        "asked-beside",
        MODERATE,
        `${name(asker)} asks ${name(decider)} and then hands on to ${name(actor)}, which cannot tell whether it did`,
        [connection(decision), ...ways],
      ),
      ...signIf(
        routes,
        "router-asks",
        MODERATE,
        `${name(asker)} decides by routing whether ${name(decider)} is asked`,
        [component(asker)],
      ),
      ...signIf(
        reentries.length > 0,
        "re-entry",
        STRONG,
        `${name(decider)} sends the same object back in, so it can look as if it had been judged already`,
        reentries,
      ),
      ...signIf(
        isReachedWithout(graph, asker, actor),
        "other-way",
        STRONG,
        `${name(actor)} can be reached from outside without passing ${name(asker)}`,
        [component(actor)],
      ),
    ],
  };
}

/** Whether somebody outside can hand something to `target` along a way that does not touch `avoid`. */
function isReachedWithout(graph: SketchGraph, avoid: string, target: string): boolean {
  const givers = (id: string) =>
    [...graph.incoming(id), ...graph.outgoing(id)]
      .filter(({ kind }) => kind === "call" || kind === "send" || kind === "write")
      .map(deliveryOf)
      .filter(({ taker, giver }) => taker === id && giver !== avoid)
      .map(({ giver }) => giver);
  return leadsTo(target, givers, (id) => isOutside(graph, id));
}

/** The decision is asked for where the request arrives, so that no way in can leave it out. */
function demandTheDecision(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [decider, actor] = match.between;
  const decisions = connectionsIn(graph, match, "decision").filter(({ from }) => from !== actor);
  if (decider === actor || decisions.length === 0) return null;
  const editor = editorOf(graph);
  for (const { id } of decisions) editor.rewire(id, { from: actor });
  editor.rework(actor, { onDependencyLoss: "fails-closed" });
  editor.bind([decider, actor], { sameObject: "identical", enforced: "runtime-check" });
  return editor.edits();
}
