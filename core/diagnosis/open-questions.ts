import type { FactValue } from "../architecture/architecture.schema.ts";
import type { FactAddress } from "../architecture/subject.ts";
import type { FactName } from "../architecture/vocabulary.ts";
import type { Belief, Knowledge } from "./belief.ts";
import type { EvidenceRule } from "./mechanism.ts";

/** A fact that nobody was asked for yet, and everything its answer would move. */
export interface OpenQuestion {
  readonly address: FactAddress;
  readonly touches: readonly { readonly belief: Belief; readonly rule: EvidenceRule }[];
  /** Expected reduction of the uncertainty over all beliefs, in bits (expected-gain.ts). */
  readonly information: number;
}

/** What to ask of all that is open, those of the most probable beliefs first; null when nothing is worth asking. */
export type ChooseQuestion = (open: readonly OpenQuestion[]) => OpenQuestion | null;

/**
 * Below this a question takes more of a person's time than it gives. As long as nothing is found the bar is low, since
 * nobody should hear "no seam" without having been asked; once a seam is found, only what matters as much is still asked.
 */
export function worthAsking(hasFound: boolean): number {
  return hasFound ? 0.1 : 0.01;
}

/**
 * Facts that mean nothing unless another one has a certain value: nobody is asked how retries are paced before it is
 * known that there are any.
 */
const PRESUPPOSES: Readonly<
  Partial<Record<FactName, { readonly fact: FactName; readonly anyOf: readonly FactValue[] }>>
> = {
  pacing: { fact: "onFailure", anyOf: ["retries", "reconnects", "fails-over"] },
};

/** Whether a person could be asked this: nobody answered it for sure yet, and it means something by what is known. */
export function isWorthPutting({ about, fact }: FactAddress, knowledge: Knowledge): boolean {
  const said = knowledge.read(about, fact);
  const isOpen =
    said.kind === "guessed" ? !said.by.includes(knowledge.asking ?? "") : said.kind === "missing";
  if (!isOpen) return false;
  const presupposed = PRESUPPOSES[fact];
  if (presupposed === undefined) return true;
  const reading = knowledge.read(about, presupposed.fact);
  return reading.kind === "known" && presupposed.anyOf.includes(reading.value);
}
