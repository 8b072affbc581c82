import type { Architecture } from "#core/architecture/architecture.schema.ts";
import type { Candidate } from "#core/diagnosis/diagnosis.ts";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import { playGuided, sketchOf, type Asked } from "#core/evaluation/games.ts";
import { invariant } from "#core/invariant.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { answerWords } from "#core/report/wording.ts";
import type { CaseEntry } from "#core/series/text-entry.ts";
import { findCase } from "../cases/published-case.ts";

const SLUG = "plugin-approved-daemon-executed";
const SHOWN = 3;

interface ExampleQuestion {
  readonly text: string;
  readonly answer: string;
}

interface WorkedOut {
  readonly entry: CaseEntry;
  readonly architecture: Architecture;
  /** What the engine thinks of the bare sketch, the most likely first. */
  readonly first: readonly Candidate[];
  readonly asked: readonly ExampleQuestion[];
  readonly found: Candidate;
}

/** A guided session over a published case, answered by its file. */
export function workExample(): WorkedOut {
  const published = findCase(SLUG);
  invariant(published !== null, `the case ${SLUG} is published`);
  const { entry, incident } = published;
  const { architecture } = incident;
  const { asked, end } = playGuided(architecture, CATALOGUE);
  const [found] = end.candidates;
  invariant(found !== undefined, "a guided session over a case ends with a candidate");
  return {
    entry,
    architecture,
    first: diagnose(sketchOf(architecture), CATALOGUE).candidates.slice(0, SHOWN),
    asked: asked.map(({ text, ...one }) => ({ text, answer: sayAnswer(architecture, one) })),
    found,
  };
}

function sayAnswer(
  architecture: Architecture,
  { address, answer }: Pick<Asked, "address" | "answer">,
): string {
  if (answer === "not-recorded") return "The record does not say.";
  if (answer === "none") return "These two need not agree on anything.";
  const { value } = answer;
  const isSaidByPeople = Array.isArray(value) && value.some((one) => typeof one === "object");
  invariant(!isSaidByPeople, "incident files hold plain values");
  return answerWords(architecture, address.fact, value as string | boolean | readonly string[]);
}
