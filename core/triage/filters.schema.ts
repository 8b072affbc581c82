import * as z from "zod";
import { lineWithin } from "../intake/fields.schema.ts";
import { SITUATION_STATES } from "./states.ts";

/** A state, all that waits for somebody, or everything. */
export const STATE_FILTERS = ["open", ...SITUATION_STATES, "all"] as const;
export type StateFilter = (typeof STATE_FILTERS)[number];

const State = z.enum(STATE_FILTERS);
const Who = z.union([z.enum(["anyone", "me", "nobody"]), z.uuid()]);
const Verified = z.enum(["any", "yes", "no"]);
const Words = lineWithin(200);

/** Where a page ends: the time and the id of its last row. */
const Cursor = z.string().regex(/^\d{1,15}\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

/** What of the inbox is asked for. */
export const SituationFilters = z.strictObject({
  state: State.default("open"),
  who: Who.default("anyone"),
  verified: Verified.default("any"),
  q: Words.default(""),
});
export type SituationFilters = Readonly<z.infer<typeof SituationFilters>>;

export const SituationQuery = SituationFilters.extend({ after: Cursor.optional() });
export type SituationQuery = Readonly<z.infer<typeof SituationQuery>>;

export const NO_FILTERS: SituationFilters = { state: "open", who: "anyone", verified: "any", q: "" };

/** The filters in the query of an address; what cannot be read is as if it were not there. */
export function readFilters(read: (name: string) => string | null | undefined): SituationFilters {
  const of = <T>(schema: z.ZodType<T>, name: keyof SituationFilters, otherwise: T): T => {
    const parsed = schema.safeParse(read(name));
    return parsed.success ? parsed.data : otherwise;
  };
  return {
    state: of(State, "state", NO_FILTERS.state),
    who: of(Who, "who", NO_FILTERS.who),
    verified: of(Verified, "verified", NO_FILTERS.verified),
    q: of(Words, "q", NO_FILTERS.q),
  };
}

/** The cursor in the query of an address, or undefined. */
export function readCursor(given: string | null | undefined): string | undefined {
  return Cursor.safeParse(given).data;
}

/** The query that says these filters and no more: "" when there are none. */
export function filterQuery(filters: SituationFilters, after?: string): string {
  const said = (["state", "who", "verified", "q"] as const)
    .filter((name) => filters[name] !== NO_FILTERS[name])
    .map((name) => `${name}=${encodeURIComponent(filters[name])}`);
  const all = after === undefined ? said : [...said, `after=${after}`];
  return all.length === 0 ? "" : `?${all.join("&")}`;
}
