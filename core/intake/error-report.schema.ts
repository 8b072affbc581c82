import * as z from "zod";
import { err, ok, type Result } from "#core/result.ts";
import {
  REPORT_FIELDS,
  REPORT_LIMITS,
  REPORT_VERSION,
  type ReportField,
  type ReportProblem,
} from "./error-report-form.ts";
import { lineWithin, onePerField, textWithin, toProblem } from "./fields.schema.ts";

/** An error in a published text as a reader reported it, checked: every text within its limit and in its one form. */
export interface ErrorReport {
  /** The id of the text, or what the reader calls it. */
  readonly text: string;
  /** The version that was read, where the link said it. */
  readonly version: string | null;
  /** The part of the spine, where the link said it. */
  readonly part: string | null;
  readonly wrong: string;
  readonly shouldSay: string;
  /** The https address of something public that shows it. */
  readonly source: string | null;
  /** Where to ask back; null when the reader gave nothing. */
  readonly email: string | null;
}

const line = (field: ReportField) => lineWithin(REPORT_LIMITS[field]);
const orNothing = (field: ReportField, form: z.ZodType<string, string>) =>
  line(field)
    .default("")
    .transform((given) => (given === "" ? null : given))
    .pipe(form.nullable());

/** Nothing before the host: what stands there is a credential, or there to look like another host. */
const ONE_PUBLIC_ADDRESS = /^https:\/\/[^\s/?#@]+([/?#]\S*)?$/i;

const FROM_THE_LINK = "This was changed on its way. Please open the form again from the text.";

const Fields = z.strictObject({
  text: line("text").pipe(z.string().min(1, "Please say which text it is about: its title or its address.")),
  version: orNothing("version", z.string().regex(REPORT_VERSION, FROM_THE_LINK)),
  part: orNothing("part", z.string().regex(/^[a-z]+(-[a-z]+)*$/, FROM_THE_LINK)),
  wrong: textWithin(REPORT_LIMITS.wrong).pipe(
    z.string().min(1, "Please say what is wrong. A sentence is enough."),
  ),
  shouldSay: textWithin(REPORT_LIMITS.shouldSay).default(""),
  source: orNothing(
    "source",
    z
      .url({
        protocol: /^https$/,
        hostname: z.regexes.domain,
        error: "A source is a public address that begins with https://, as in https://example.org/report.",
      })
      .regex(
        ONE_PUBLIC_ADDRESS,
        "Please give one address, without spaces and without a name or password in it.",
      ),
  ),
  email: orNothing(
    "email",
    z.email("This does not look like an e-mail address. It should look like name@example.org."),
  ),
});

const WHOLE = { field: "report", name: "a report" } as const;

/**
 * Parses a draft, or anything claiming to be one. Total: every refusal names the field and what to do, at most one
 * sentence per field, in the order of the form.
 */
export function parseErrorReport(draft: unknown): Result<ErrorReport, readonly ReportProblem[]> {
  const parsed = Fields.safeParse(draft);
  if (parsed.success) return ok(parsed.data);
  const problems = parsed.error.issues.map((issue) => toProblem(issue, REPORT_FIELDS, WHOLE));
  return err(onePerField(problems, [WHOLE.field, ...REPORT_FIELDS]));
}
