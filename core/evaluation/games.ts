import type { Agreement, Architecture, Fact } from "../architecture/architecture.schema.ts";
import { addressOf, pairKey, pairOf, type FactAddress, type Pair } from "../architecture/subject.ts";
import { openDiagnosis } from "../diagnosis/open-diagnosis.ts";
import type { DiagnoseOptions, Reply } from "../diagnosis/said.ts";
import { uncertaintyOf } from "../diagnosis/uncertainty.ts";
import type { Candidate, Diagnosis } from "../diagnosis/diagnosis.ts";
import type { Mechanism } from "../diagnosis/mechanism.ts";

export const MOST_QUESTIONS = 12;

/** The architecture as a person sketches it: nothing that asking would bring out. */
export function sketchOf(architecture: Architecture): Architecture {
  return {
    ...architecture,
    components: architecture.components.map((c) => ({ ...c, facts: {}, numbers: {} })),
    connections: architecture.connections.map((c) => ({ ...c, facts: {}, numbers: {} })),
    agreements: [],
  };
}

/** Pairs in the order of their most probable candidate; a pair counts once. */
export function rankedPairs(candidates: readonly Candidate[]): readonly string[] {
  return [...new Set(candidates.map(({ between }) => pairKey(...between)))];
}

/** What the file says to a question: its value, nothing recorded, or that the two need not agree on anything. */
export type RecordedAnswer = { readonly value: Fact } | "not-recorded" | "none";

/** What the file says to a question; `none` where nobody recorded that the two sides have to agree. */
export function recordedAnswer(architecture: Architecture, { about, fact }: FactAddress): RecordedAnswer {
  if ("agreement" in about) {
    const agreement = agreementOf(architecture, about.agreement);
    if (agreement === undefined) return "none";
    return recorded(agreement.facts[fact]);
  }
  const list = "component" in about ? architecture.components : architecture.connections;
  const id = "component" in about ? about.component : about.connection;
  return recorded(list.find((element) => element.id === id)?.facts[fact]);
}

function recorded(fact: Fact | undefined): RecordedAnswer {
  return fact === undefined ? "not-recorded" : { value: fact };
}

function agreementOf(architecture: Architecture, pair: Pair): Agreement | undefined {
  return architecture.agreements.find(({ between }) => pairKey(...between) === pairKey(...pair));
}

export interface Asked {
  readonly address: FactAddress;
  readonly text: string;
  readonly answer: RecordedAnswer;
  /** The pair that is first once the answer is in. */
  readonly first: Pair | null;
  /** How much the entropy over all candidates fell, in bits; negative where the answer was a surprise. */
  readonly entropyLoss: number;
}

export interface GuidedGame {
  readonly asked: readonly Asked[];
  readonly end: Diagnosis;
}

/** Starts from the sketch and asks one question at a time, answered by the file, until nothing is worth asking. */
export function playGuided(
  architecture: Architecture,
  catalogue: readonly Mechanism[],
  how: Pick<DiagnoseOptions, "choose"> = {},
): GuidedGame {
  let open = openDiagnosis(sketchOf(architecture), catalogue, how);
  const asked: Asked[] = [];
  for (
    let { next } = open.diagnosis;
    next !== null && asked.length < MOST_QUESTIONS;
    { next } = open.diagnosis
  ) {
    const answer = recordedAnswer(architecture, next);
    const after = open.answer(next, replyOf(answer));
    asked.push({
      address: addressOf(next.about, next.fact),
      text: next.text,
      answer,
      first: after.diagnosis.candidates[0]?.between ?? null,
      entropyLoss: totalEntropy(open.diagnosis) - totalEntropy(after.diagnosis),
    });
    open = after;
  }
  return { asked, end: open.diagnosis };
}

export function replyOf(answer: RecordedAnswer): Reply {
  if (answer === "not-recorded") return "set-aside";
  return answer === "none" ? "independent" : answer;
}

function totalEntropy({ candidates }: Diagnosis): number {
  const pairs = Map.groupBy(candidates, ({ between }) => pairKey(...between)).values();
  return [...pairs].reduce((sum, rivals) => sum + uncertaintyOf(rivals.map(({ logOdds }) => logOdds)), 0);
}

/** All facts given, but the agreements of these pairs as good as an agreement can be. */
export function repaired(architecture: Architecture, pairs: readonly Pair[]): Architecture {
  const facts = {
    sameObject: "identical",
    stated: "contract",
    enforced: "by-construction",
    verified: "continuously",
    limitedTo: [],
    overseer: "both-sides",
  } as const;
  const mended = new Map(pairs.map((pair) => [pairKey(...pair), pairOf(...pair)]));
  const others = architecture.agreements.filter(({ between }) => !mended.has(pairKey(...between)));
  const agreements = [...mended.values()].map((between, i): Agreement => ({
    id: `repaired-${i}`,
    between,
    about: "the documented agreement",
    facts,
  }));
  return { ...architecture, agreements: [...others, ...agreements] };
}

/** Enforced by construction or at run time, verified continuously, shown without limits. */
export function isHealthy({ facts }: Agreement): boolean {
  const { enforced, verified, limitedTo } = facts as Partial<Record<string, Fact>>;
  return (
    (enforced === "by-construction" || enforced === "runtime-check") &&
    verified === "continuously" &&
    Array.isArray(limitedTo) &&
    limitedTo.length === 0
  );
}
