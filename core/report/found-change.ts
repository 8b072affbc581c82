import type { Architecture } from "../architecture/architecture.schema.ts";
import type { VerdictChange } from "../diagnosis/diagnosis.ts";
import { componentName, percent } from "./wording.ts";

/** A question of which one answer would make a seam of a candidate. */
export interface FoundChange {
  readonly question: string;
  /** Each of them would do it, the one that weighs most first. */
  readonly answers: readonly string[];
  readonly between: readonly [string, string];
  readonly title: string;
  /** After the first of the answers. */
  readonly probability: number;
  readonly isSetAside: boolean;
}

export function foundChange(architecture: Architecture, change: VerdictChange): FoundChange {
  const { question, answers, between, title, probability, isSetAside } = change;
  const [a, b] = between;
  return {
    question: question.text,
    answers: answers.map(({ label }) => label),
    between: [componentName(architecture, a), componentName(architecture, b)],
    title,
    probability,
    isSetAside,
  };
}

/** Some facts have a dozen answers that would do; a reader needs the kind of them. */
const FEW = 3;

/** What the answer would do, to stand behind the question. */
export function changeWords({ answers, between, title, probability, isSetAside }: FoundChange): string {
  const named = answers.slice(0, FEW).map((answer) => `“${answer}”`);
  const more = answers.length > FEW ? ["another answer like these"] : [];
  const any = [...named, ...more];
  const either = any.length === 1 ? any.join("") : `${any.slice(0, -1).join(", ")} or ${any.at(-1)}`;
  const how = `${title.toLowerCase()}, up to ${percent(probability)}`;
  const sentence = `${either} would make a seam between ${between.join(" and ")} likely (${how}).`;
  return isSetAside ? `${sentence} The question was set aside.` : sentence;
}
