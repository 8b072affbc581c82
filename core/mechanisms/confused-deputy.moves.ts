import type { Connection } from "../architecture/architecture.schema.ts";
import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { Edit } from "../diagnosis/edit.ts";
import { carriedName, connectionsIn, editorOf } from "../diagnosis/editor.ts";
import type { Match, Move } from "../diagnosis/mechanism.ts";

export const CONFUSED_DEPUTY_MOVES: readonly Move[] = [
  {
    key: "take-the-authority-away",
    text: "Take the credential away from whatever handles requests of others, and give it to a component that does not.",
    apply: takeTheAuthorityAway,
  },
  {
    key: "decide-for-the-asker",
    text: "Let every use carry the one on whose behalf it happens, and let the other side decide on that.",
    apply: decideForTheAsker,
  },
];

/** A component that serves no strangers holds the authority; the deputy can only propose to it what it should do. */
function takeTheAuthorityAway(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [holder, deputy] = match.between;
  const used = usesOf(graph, match);
  if (used.length === 0 || holder === deputy) return null;
  const editor = editorOf(graph);
  const name = `Holder of the authority over ${graph.name(holder)}`;
  const keeper = editor.component("authority", name, "service", holder, {
    actsAs: "caller",
    mixesTrust: false,
  });
  const whose = { contextPropagated: true, validation: "both" };
  for (const way of used)
    editor.rewire(way.id, way.from === deputy ? { from: keeper } : { to: keeper }, whose);
  const proposal = editor.object("proposal", `proposed ${carriedName(graph, used[0], "use")}`);
  editor.connect("call", deputy, keeper, proposal, whose);
  return editor.edits();
}

/** The other side gets a check in front of it that decides by whoever is behind each use. */
function decideForTheAsker(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [holder, deputy] = match.between;
  const used = usesOf(graph, match);
  const [first] = used;
  if (first === undefined || holder === deputy) return null;
  const editor = editorOf(graph);
  const check = editor.component("check", `Check in front of ${graph.name(holder)}`, "enforcer", holder, {
    onDependencyLoss: "fails-closed",
  });
  const whose = { contextPropagated: true, validation: "both" };
  for (const way of used) {
    const isOut = way.from === deputy;
    editor.rewire(way.id, isOut ? { to: check } : { from: check }, whose);
    editor.connect(way.kind, isOut ? check : holder, isOut ? holder : check, way.carries, whose);
  }
  return editor.edits();
}

/** Where the deputy is handed its credential, or acts on the other side because of what it took in. */
function usesOf(graph: SketchGraph, match: Match): readonly Connection[] {
  return [...connectionsIn(graph, match, "credential"), ...connectionsIn(graph, match, "act")];
}
