import * as z from "zod";
import type { Actor } from "#core/access/policy.ts";
import { err, ok, type Result } from "#core/result.ts";
import { readCursorText, writeCursor } from "#core/triage/cursor.ts";
import type { SituationFilters, SituationQuery, StateFilter } from "#core/triage/filters.schema.ts";
import { referencePrefix, searchQuery } from "#core/triage/search-words.ts";
import type { Colleague, SituationDetail, SituationList } from "#core/triage/situation-view.ts";
import { OPEN_STATES, type SituationState } from "#core/triage/states.ts";
import { authorize, type AccessRefusal } from "../auth/authorize.ts";
import { database } from "../db/database.ts";
import { findSituationDetail, listColleagues } from "../repositories/situation-details.ts";
import { countStates, listSituations, type InboxQuery } from "../repositories/situation-inbox.ts";

export type NoSituation = AccessRefusal | { readonly kind: "not-found" };

const PAGE = 40;

/** One page of the inbox, newest first, and how many there are of each state. */
export async function listInbox(
  actor: Actor,
  { after, ...filters }: SituationQuery,
): Promise<Result<SituationList, AccessRefusal>> {
  const user = authorize(actor, "situation.read");
  if (!user.ok) return user;
  const query = toQuery(filters, user.value.id);
  const cursor = after === undefined ? undefined : readCursorText(after);
  const [found, counted] = await Promise.all([
    listSituations(database(), query, { limit: PAGE + 1, after: cursor }),
    countStates(database(), query),
  ]);
  const rows = found.slice(0, PAGE);
  const last = rows.at(-1);
  const isMore = found.length > PAGE && last !== undefined;
  const next = isMore ? writeCursor({ receivedAt: Date.parse(last.receivedAt), id: last.id }) : null;
  return ok({ rows, next, ...counted });
}

/** One situation with all that was said and done. */
export async function readSituation(actor: Actor, id: string): Promise<Result<SituationDetail, NoSituation>> {
  const user = authorize(actor, "situation.read");
  if (!user.ok) return user;
  const found = isId(id) ? await findSituationDetail(database(), { id, userId: user.value.id }) : undefined;
  return found === undefined ? err({ kind: "not-found" }) : ok(found);
}

/** Those to whom a situation can be assigned. */
export async function readColleagues(actor: Actor): Promise<Result<readonly Colleague[], AccessRefusal>> {
  const user = authorize(actor, "situation.read");
  return user.ok ? ok(await listColleagues(database())) : user;
}

const Id = z.uuid();

/** What is no id leads nowhere, as an unknown one does. */
export function isId(text: string): boolean {
  return Id.safeParse(text).success;
}

function toQuery({ state, who, verified, q }: SituationFilters, me: string): InboxQuery {
  const states = statesOf(state);
  const words = searchQuery(q);
  const prefix = referencePrefix(q);
  return {
    ...(states && { states, orWroteAgain: state === "open" }),
    ...(who !== "anyone" && { assigneeId: who === "me" ? me : who === "nobody" ? null : who }),
    ...(verified !== "any" && { isVerified: verified === "yes" }),
    ...(words !== undefined && { words }),
    ...(prefix !== undefined && { referencePrefix: prefix }),
  };
}

function statesOf(filter: StateFilter): readonly SituationState[] | undefined {
  if (filter === "all") return undefined;
  return filter === "open" ? OPEN_STATES : [filter];
}
