import { readForm, type FieldProblem, type FormEntries } from "./form.ts";

/**
 * Characters a visitor may write, per text. Together they fit a form body (`MOST_FORM_BYTES`) even when every character
 * takes the nine bytes of a percent-encoded CJK sign, so no text within the limits is refused for its size.
 */
export const LIMITS = {
  system: 240,
  failing: 2500,
  works: 1200,
  tried: 2500,
  relied: 1500,
  known: 1500,
  unanswered: 1500,
  email: 254,
  phone: 40,
  name: 120,
} as const;

export type TextField = keyof typeof LIMITS;

/** The largest body of a form that is read. */
export const MOST_FORM_BYTES = 128 * 1024;
/** The same for JSON, which may carry a sketch (`MOST_SKETCH_CHARACTERS`) beside every text at its limit. */
export const MOST_JSON_BYTES = 512 * 1024;

/** The fewest characters of "what keeps failing" that somebody else can begin with. */
export const SHORTEST_FAILING = 20;

export const REPLIES = ["email", "none"] as const;
export type Reply = (typeof REPLIES)[number];

/** A situation as it was typed, valid or not: what comes back to the visitor when it is refused. */
export interface SituationDraft extends Readonly<Record<TextField, string>> {
  readonly signals: readonly string[];
  /** A copy of a sketch of the workbench, or null. A form without scripts cannot carry one. */
  readonly sketch: unknown;
  readonly reply: string;
  readonly consent: boolean;
}

export const EMPTY_DRAFT: SituationDraft = {
  system: "",
  failing: "",
  works: "",
  tried: "",
  relied: "",
  known: "",
  unanswered: "",
  sketch: null,
  signals: [],
  reply: "email",
  email: "",
  phone: "",
  name: "",
  consent: false,
};

/** In the order in which the form asks. */
export const FIELDS = [
  "system",
  "failing",
  "works",
  "tried",
  "relied",
  "known",
  "unanswered",
  "sketch",
  "signals",
  "reply",
  "email",
  "phone",
  "name",
  "consent",
] as const;
export type SituationField = (typeof FIELDS)[number];

/** "situation" when it is not about one field: only machines can cause that. */
export type SituationProblem = FieldProblem<SituationField | "situation">;

/** Reads the entries of a submitted form, whatever they are. */
export function readSituation(entries: Iterable<readonly [string, unknown]>): FormEntries<SituationDraft> {
  return readForm(entries, (first, all) => ({
    system: first("system"),
    failing: first("failing"),
    works: first("works"),
    tried: first("tried"),
    relied: first("relied"),
    known: first("known"),
    unanswered: first("unanswered"),
    sketch: null,
    signals: all("signals"),
    reply: first("reply"),
    email: first("email"),
    phone: first("phone"),
    name: first("name"),
    consent: first("consent") === "yes",
  }));
}
