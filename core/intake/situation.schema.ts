import * as z from "zod";
import { inOrder, SIGNAL_IDS, type Signal } from "#core/fit/signals.ts";
import { err, ok, type Result } from "#core/result.ts";
import { lineWithin, onePerField, textWithin, toProblem } from "./fields.schema.ts";
import { normaliseLine } from "./normalise.ts";
import {
  FIELDS,
  LIMITS,
  REPLIES,
  SHORTEST_FAILING,
  type SituationProblem,
  type TextField,
} from "./situation-form.ts";

/** What a visitor sent in, checked: every text within its limit and in its one stored form. */
export interface Situation {
  readonly failing: string;
  readonly works: string;
  readonly tried: string;
  readonly signals: readonly Signal[];
  readonly system: string;
  readonly name: string;
  /** Where the answer goes; null when no answer is wanted. */
  readonly email: string | null;
}

const text = (field: TextField) => textWithin(LIMITS[field]);
const line = (field: TextField) => lineWithin(LIMITS[field]);

const Failing = text("failing").pipe(
  z
    .string()
    .min(1, "Please say what keeps failing. A sentence or two is enough.")
    .min(
      SHORTEST_FAILING,
      `Please say a little more about what keeps failing: at least ${SHORTEST_FAILING} characters.`,
    ),
);

const NO_SIGNAL = "One of the statements is not known here. Please choose among those on the page.";
const Signals = z
  .array(z.enum(SIGNAL_IDS, NO_SIGNAL), NO_SIGNAL)
  .max(SIGNAL_IDS.length, NO_SIGNAL)
  .transform(inOrder);

const Fields = z.strictObject({
  failing: Failing,
  works: text("works").default(""),
  tried: text("tried").default(""),
  signals: Signals.default([]),
  system: line("system").default(""),
  reply: z.enum(REPLIES, "Please choose whether you would like an answer."),
  email: line("email").default(""),
  name: line("name").default(""),
  consent: z.literal(
    true,
    "Please agree that we keep and read what you wrote. Without that we cannot accept it.",
  ),
});

const EmailAddress = z.email();
const WHOLE = { field: "situation", name: "a situation" } as const;

/**
 * Parses a draft, or anything claiming to be one. Total: every refusal names the field and what to do, at most one
 * sentence per field, in the order of the form.
 */
export function parseSituation(draft: unknown): Result<Situation, readonly SituationProblem[]> {
  const parsed = Fields.safeParse(draft);
  const email = checkEmail(draft);
  const issues = parsed.success ? [] : parsed.error.issues;
  const problems = [...issues.map((issue) => toProblem(issue, FIELDS, WHOLE)), ...email];
  if (!parsed.success || problems.length > 0) return err(onePerField(problems, [WHOLE.field, ...FIELDS]));
  const { failing, works, tried, signals, system, name } = parsed.data;
  const to = parsed.data.reply === "email" ? parsed.data.email : null;
  return ok({ failing, works, tried, signals, system, name, email: to });
}

/** Checked beside the other fields, so that a visitor hears of a mistyped address together with everything else. */
function checkEmail(draft: unknown): SituationProblem[] {
  const given = z.looseObject({ reply: z.literal("email"), email: z.string().default("") }).safeParse(draft);
  if (!given.success) return [];
  const email = normaliseLine(given.data.email);
  if (email.length > LIMITS.email || EmailAddress.safeParse(email).success) return [];
  const message =
    email === ""
      ? "Please give an e-mail address for the answer, or choose that you need none."
      : "This does not look like an e-mail address. It should look like name@example.org.";
  return [{ field: "email", message }];
}
