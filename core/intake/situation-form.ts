import { readForm, type FieldProblem, type FormEntries } from "./form.ts";

/**
 * Characters a visitor may write, per text. Together they fit a form body of 64 KiB even when every character takes
 * the nine bytes of a percent-encoded CJK sign, so no text within the limits is refused for its size.
 */
export const LIMITS = {
  failing: 2500,
  works: 1200,
  tried: 2500,
  system: 240,
  name: 120,
  email: 254,
} as const;

export type TextField = keyof typeof LIMITS;

/** The fewest characters of "what keeps failing" that somebody else can begin with. */
export const SHORTEST_FAILING = 20;

export const REPLIES = ["email", "none"] as const;
export type Reply = (typeof REPLIES)[number];

/** A situation as it was typed, valid or not: what comes back to the visitor when it is refused. */
export interface SituationDraft extends Readonly<Record<TextField, string>> {
  readonly signals: readonly string[];
  readonly reply: string;
  readonly consent: boolean;
}

export const EMPTY_DRAFT: SituationDraft = {
  failing: "",
  works: "",
  tried: "",
  system: "",
  name: "",
  email: "",
  signals: [],
  reply: "email",
  consent: false,
};

/** In the order in which the form asks. */
export const FIELDS = [
  "failing",
  "works",
  "tried",
  "signals",
  "system",
  "reply",
  "email",
  "name",
  "consent",
] as const;
export type SituationField = (typeof FIELDS)[number];

/** "situation" when it is not about one field: only machines can cause that. */
export type SituationProblem = FieldProblem<SituationField | "situation">;

/** Reads the entries of a submitted form, whatever they are. */
export function readSituation(entries: Iterable<readonly [string, unknown]>): FormEntries<SituationDraft> {
  return readForm(entries, (first, all) => ({
    failing: first("failing"),
    works: first("works"),
    tried: first("tried"),
    system: first("system"),
    name: first("name"),
    email: first("email"),
    signals: all("signals"),
    reply: first("reply"),
    consent: first("consent") === "yes",
  }));
}
