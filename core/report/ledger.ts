import type { LadderPlace } from "../architecture/rung.ts";
import {
  factKey,
  pairKey,
  pairOf,
  subjectKey,
  type FactAddress,
  type Pair,
} from "../architecture/subject.ts";
import { LIKELY } from "../diagnosis/thresholds.ts";
import type { Candidate, Diagnosis, ProxyFixes } from "../diagnosis/diagnosis.ts";
import { seamOf } from "../document/seam-commands.ts";
import type { MarkedSeam, Session } from "../document/session.schema.ts";
import { answeredFacts } from "./answered-facts.ts";
import { askedOf, restsOnAnswers, type AskedQuestion } from "./asked-questions.ts";

/** One seam as people keep it: found by the engine, accepted from it, or marked by hand. */
export interface LedgerEntry {
  readonly pair: string;
  readonly between: Pair;
  /** What people said of it; null while only the engine holds it to be a seam. */
  readonly seam: MarkedSeam | null;
  /** What may explain it: the mechanism people accepted, then the most probable. */
  readonly explanations: readonly [Candidate, ...Candidate[]];
  /** The sentence that stands: people's own, or else what the engine proposes. */
  readonly invariant: string;
  readonly proposal: string;
  readonly ladder: LadderPlace;
  readonly fixes: ProxyFixes;
  readonly isLikely: boolean;
  /** False while the sketch alone speaks for it. */
  readonly isAsked: boolean;
  /** What was answered that bears on it, with who said so and from what. */
  readonly answers: readonly AskedQuestion[];
}

/** Every seam that is likely or that people keep, the most probable first. What was dismissed is none. */
export function ledgerOf(session: Session, { candidates }: Diagnosis): readonly LedgerEntry[] {
  const answered = answersByFact(session);
  return [...Map.groupBy(candidates, ({ between }) => pairKey(...between)).values()].flatMap((ofPair) =>
    entryOf(session, ofPair, answered),
  );
}

function entryOf(
  session: Session,
  ofPair: readonly Candidate[],
  answered: ReadonlyMap<string, AskedQuestion>,
): readonly LedgerEntry[] {
  const [probable] = ofPair;
  if (probable === undefined) return [];
  const seam = seamOf(session, probable.between) ?? null;
  const likely = ofPair.filter(({ probability }) => probability >= LIKELY);
  if (seam === null && likely.length === 0) return [];
  const accepted = ofPair.find(({ mechanism }) => mechanism !== null && mechanism === seam?.mechanism);
  const lead = accepted ?? probable;
  const explanations = [lead, ...likely.filter((candidate) => candidate !== lead)] as const;
  return [
    {
      pair: pairKey(...lead.between),
      between: pairOf(...lead.between),
      seam,
      explanations,
      invariant: seam === null || seam.invariant === "" ? lead.invariant : seam.invariant,
      proposal: lead.invariant,
      ladder: lead.ladder,
      fixes: lead.proxyFixes,
      isLikely: likely.length > 0,
      isAsked: explanations.some(restsOnAnswers),
      answers: bearingOn(explanations, answered),
    },
  ];
}

function answersByFact(session: Session): ReadonlyMap<string, AskedQuestion> {
  return new Map(answeredFacts(session).map((said) => [factKey(said.address), askedOf(session, said)]));
}

/** What was said of the agreement itself comes first, then the facts of its surroundings that weigh in it. */
function bearingOn(
  explanations: readonly Candidate[],
  answered: ReadonlyMap<string, AskedQuestion>,
): LedgerEntry["answers"] {
  const [first] = explanations;
  if (first === undefined) return [];
  const own = `${subjectKey({ agreement: first.between })}#`;
  const weighing = explanations.flatMap(({ contributions }) =>
    contributions.flatMap(({ fact, elements }) =>
      fact === undefined ? [] : elements.map((about) => factKey({ about, fact } as FactAddress)),
    ),
  );
  const keys = [...[...answered.keys()].filter((key) => key.startsWith(own)), ...weighing];
  return [...new Set(keys)].flatMap((key) => answered.get(key) ?? []);
}
