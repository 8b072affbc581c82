import * as z from "zod";
import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { inOrder, SIGNAL_IDS, type Signal } from "#core/fit/signals.ts";
import { err, ok, type Result } from "#core/result.ts";
import { readAttachedSketch } from "./attached-sketch.ts";
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
  readonly system: string;
  readonly failing: string;
  readonly works: string;
  readonly tried: string;
  /** Who relied on which guarantee. */
  readonly relied: string;
  readonly known: string;
  /** What nobody could answer. */
  readonly unanswered: string;
  readonly sketch: Architecture | null;
  readonly signals: readonly Signal[];
  /** Where the answer goes; null when no answer is wanted. */
  readonly email: string | null;
  /** Null when none was given, or no answer is wanted. */
  readonly phone: string | null;
  readonly name: string;
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

/** As people write them; nobody dials what is in here without looking at it. */
const PHONE = /^\+?[\d\s()./-]{5,}$/;

const Fields = z.strictObject({
  system: line("system").default(""),
  failing: Failing,
  works: text("works").default(""),
  tried: text("tried").default(""),
  relied: text("relied").default(""),
  known: text("known").default(""),
  unanswered: text("unanswered").default(""),
  sketch: z.unknown().optional(),
  signals: Signals.default([]),
  reply: z.enum(REPLIES, "Please choose whether you would like an answer."),
  email: line("email").default(""),
  phone: line("phone").default(""),
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
  const sketch = readSketch(draft);
  const issues = parsed.success ? [] : parsed.error.issues;
  const problems = [
    ...issues.map((issue) => toProblem(issue, FIELDS, WHOLE)),
    ...checkReach(draft),
    ...(sketch.ok ? [] : [{ field: "sketch" as const, message: sketch.error }]),
  ];
  if (!parsed.success || !sketch.ok || problems.length > 0)
    return err(onePerField(problems, [WHOLE.field, ...FIELDS]));
  const { system, failing, works, tried, relied, known, unanswered, signals, name } = parsed.data;
  const { email, phone } = parsed.data.reply === "email" ? parsed.data : { email: null, phone: "" };
  return ok({
    ...{ system, failing, works, tried, relied, known, unanswered, signals, name, email },
    phone: phone === "" ? null : phone,
    sketch: sketch.value,
  });
}

function readSketch(draft: unknown): Result<Architecture | null, string> {
  const given = z.looseObject({ sketch: z.unknown().optional() }).safeParse(draft);
  const sketch = given.data?.sketch ?? null;
  return sketch === null ? ok(null) : readAttachedSketch(sketch);
}

/** Checked beside the other fields, so that a visitor hears of a mistyped address together with everything else. */
function checkReach(draft: unknown): SituationProblem[] {
  const Given = z.looseObject({ reply: z.literal("email"), email: Line, phone: Line });
  const given = Given.safeParse(draft);
  return given.success ? [...checkEmail(given.data.email), ...checkPhone(given.data.phone)] : [];
}

const Line = z.string().default("").catch("").transform(normaliseLine);

function checkEmail(email: string): SituationProblem[] {
  if (email.length > LIMITS.email || EmailAddress.safeParse(email).success) return [];
  const message =
    email === ""
      ? "Please give an e-mail address for the answer, or choose that you need none."
      : "This does not look like an e-mail address. It should look like name@example.org.";
  return [{ field: "email", message }];
}

function checkPhone(phone: string): SituationProblem[] {
  if (phone === "" || phone.length > LIMITS.phone || PHONE.test(phone)) return [];
  return [
    { field: "phone", message: "This does not look like a phone number. It should look like +49 30 123456." },
  ];
}
