import * as z from "zod";
import { SessionShape } from "../document/session.schema.ts";
import { FINDINGS_FORMAT } from "./findings-format.ts";
import { FAILURE_CLASSES, MECHANISMS_BY_ZONE, ZONES } from "../architecture/vocabulary.ts";

const Text = z.string();
const Texts = z.array(Text);
const Names = z.tuple([Text, Text]);
const Probability = z.number().min(0).max(1);
const Mechanism = z.enum(Object.values(MECHANISMS_BY_ZONE).flat());

const Asked = z.strictObject({
  about: Text,
  asked: Text,
  isDisputed: z.boolean(),
  isUnknown: z.boolean(),
  answers: z.array(
    z.strictObject({
      said: Text,
      by: Text,
      at: Text,
      evidence: Text.optional(),
      guessed: z.boolean().optional(),
    }),
  ),
});

const Move = z.strictObject({
  key: Text,
  text: Text,
  isTaken: z.boolean(),
  outlook: z.strictObject({ changes: Texts, seam: Text, goesTo: Texts }).nullable(),
});

const Read = z.strictObject({ from: Text, projection: Text });
const AgreementCheck = z.strictObject({
  reads: z.tuple([Read, Read]),
  relation: z.enum(["equals", "is-contained-in", "is-at-most", "is-not-before"]),
  tolerance: z.strictObject({ amount: z.number(), unit: Text }),
  maximumAgeSeconds: z.number(),
  sentence: Text,
});

const Fix = z.strictObject({
  id: Text,
  date: Text,
  text: Text,
  covered: Text,
  leftOpen: Text,
  inherited: Text,
});

const Finding = z.strictObject({
  pair: Text.describe("The ids of both sides in the session, joined by a tilde."),
  between: Names,
  mechanism: Mechanism.nullable(),
  title: Text,
  zone: z.enum(ZONES).nullable(),
  failureClass: z.enum(FAILURE_CLASSES).nullable(),
  probability: Probability,
  likelihood: Text,
  invariant: Text,
  proposedInvariant: Text.nullable(),
  owner: Text,
  rung: Text,
  contradiction: Text,
  stance: z.strictObject({
    stance: z.enum(["resolve", "reframe", "keep", "undecided"]),
    because: Text,
    isDecided: z.boolean(),
  }),
  absentLayer: Text,
  moves: z.array(Move),
  migration: Text,
  agreementCheck: AgreementCheck.nullable(),
  restsOnAnswers: z.boolean(),
  proxyFixes: z.strictObject({ fixes: z.array(Fix), isAccumulating: z.boolean() }),
  startsAt: z.number().describe("Natural log-odds. With the weights of the evidence it adds up to logOdds."),
  logOdds: z.number(),
  evidence: z.array(
    z.strictObject({
      source: z.enum(["base", "structure", "fact", "agreement", "history", "fit"]),
      weight: z.number(),
      because: Text,
      on: Texts,
    }),
  ),
  answers: z.array(Asked),
  cases: z.array(
    z.strictObject({
      slug: Text,
      title: Text,
      mechanism: Text,
      zone: Text,
      summary: Text,
      by: z.enum(["mechanism", "zone"]),
    }),
  ),
  note: Text.nullable(),
});

const Dismissed = z.strictObject({
  between: Names,
  title: Text,
  probability: Probability,
  likelihood: Text,
  reason: Text,
  by: Text,
  at: Text,
});

const Change = z.strictObject({
  question: Text,
  answers: Texts,
  between: Names,
  title: Text,
  probability: Probability,
  isSetAside: z.boolean(),
});

const Fit = z.strictObject({
  verdict: z.enum(["structural", "unclear", "elsewhere"]),
  signsFor: Texts,
  signsAgainst: Texts,
  instead: Texts,
});

/** What the findings say, without the session and what its author says of the report. */
const FINDINGS = {
  title: Text,
  summary: Text,
  origin: Text.nullable(),
  verdict: z.enum(["seams-found", "nothing-found", "too-little-known"]),
  fit: Fit.nullable(),
  seams: z.array(Finding),
  kept: z.array(Finding),
  possible: z.array(Finding),
  asked: z.array(Asked),
  setAside: Texts,
  toBeAsked: z.array(z.strictObject({ who: Text, questions: Texts })),
  left: z.array(
    z.strictObject({
      question: Text,
      whom: Texts,
      why: z.enum(["next", "referred", "nobody-knew", "disputed", "set-aside"]),
    }),
  ),
  independent: Texts,
  dismissed: z.array(Dismissed),
  next: Text.nullable(),
  wouldChange: z.array(Change),
  movesTaken: z.array(z.strictObject({ text: Text, by: Text, at: Text, on: Texts, components: Texts })),
};

/** The findings as a file for machines; made to be published as JSON Schema, and to be read by nobody of us. */
export const FindingsFile = z
  .strictObject({
    $schema: Text.optional(),
    format: z.literal(FINDINGS_FORMAT),
    report: z.strictObject({
      title: Text,
      client: Text,
      author: Text,
      date: z.iso.date(),
      confidentiality: Text,
      isAnonymous: z.boolean(),
    }),
    ...FINDINGS,
    session: SessionShape,
  })
  .describe(
    "The findings of a structural diagnosis, and the session they were made from, exactly as they are written. Whoever reads them should pass over members that are not here: later ones may be added.",
  );

/** The published schema (JSON Schema 2020-12). */
export function findingsFileSchema(): object {
  return {
    ...z.toJSONSchema(FindingsFile, { io: "output", unrepresentable: "any", reused: "ref" }),
    title: "Seamark findings, version 1",
  };
}
