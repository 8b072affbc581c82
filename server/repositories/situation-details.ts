import * as z from "zod";
import { parseArchitecture } from "#core/architecture/parse-architecture.ts";
import { SIGNAL_IDS } from "#core/fit/signals.ts";
import type { Colleague, SituationDetail, SituationDiagnosis } from "#core/triage/situation-view.ts";
import type { Database } from "../db/database.ts";
import type { SituationSelect } from "../db/generated/models/Situation.ts";
import { seesEngagement } from "./engagements.ts";
import { ROW, toRow } from "./situation-inbox.ts";
import type { Transaction } from "./transaction.ts";

const LINK = { id: true, reference: true } as const;
const AUTHOR = { select: { id: true, name: true } } as const;
const IN_ORDER = [{ at: "asc" }, { id: "asc" }] as const;

const DETAIL = {
  ...ROW,
  ...{ works: true, tried: true, relied: true, known: true, unanswered: true, signals: true, phone: true },
  mergedInto: { select: LINK },
  merged: { select: LINK, orderBy: { receivedAt: "asc" } },
  engagement: { select: { id: true, client: true } },
  events: { select: { id: true, kind: true, actorId: true, at: true }, orderBy: { id: "asc" } },
  notes: { select: { id: true, text: true, at: true, author: AUTHOR }, orderBy: [...IN_ORDER] },
  messages: {
    select: { id: true, direction: true, text: true, at: true, author: AUTHOR },
    orderBy: [...IN_ORDER],
  },
} as const satisfies SituationSelect;

/** A sign of a later version of the form is left out, as a text of that version would be. */
const Signals = z
  .array(z.string())
  .transform((given) => SIGNAL_IDS.filter((signal) => given.includes(signal)));

/** All that staff see of one situation; which of its diagnoses may be opened depends on who looks. */
export async function findSituationDetail(
  database: Database | Transaction,
  { id, userId }: { readonly id: string; readonly userId: string },
): Promise<SituationDetail | undefined> {
  const row = await database.situation.findUnique({ where: { id }, select: DETAIL });
  if (row === null) return undefined;
  const { failing, works, tried, relied, known, unanswered, email, phone, mergedInto, merged } = row;
  const actors = await findNames(
    database,
    row.events.flatMap(({ actorId }) => actorId ?? []),
  );
  const diagnoses = await findDiagnoses(database, id, userId);
  const { engagement } = row;
  const isSeen = engagement !== null && (await seesEngagement(database, userId, engagement.id));
  const sketch = row.sketch === null ? undefined : parseArchitecture(row.sketch);
  return {
    ...toRow(row, row.messages.at(-1)?.direction),
    ...{ failing, works, tried, relied, known, unanswered, email, phone, mergedInto, merged },
    diagnoses,
    engagement: isSeen ? engagement : null,
    isFiledElsewhere: engagement !== null && !isSeen,
    signals: Signals.parse(row.signals),
    sketch: sketch?.ok === true ? sketch.value : null,
    events: row.events.map(({ id: event, kind, actorId, at }) => ({
      id: event.toString(),
      kind,
      by: actors.get(actorId ?? "") ?? null,
      at: at.toISOString(),
    })),
    noted: row.notes.map(({ id: note, text, at, author }) => ({
      ...{ id: note, text, by: author },
      at: at.toISOString(),
    })),
    messages: row.messages.map(({ id: message, direction, text, at, author }) => ({
      ...{ id: message, text, by: author },
      at: at.toISOString(),
      isFromVisitor: direction === "fromVisitor",
    })),
  };
}

async function findDiagnoses(
  database: Database | Transaction,
  situationId: string,
  userId: string,
): Promise<readonly SituationDiagnosis[]> {
  const documents = await database.document.findMany({
    where: { situationId, deletedAt: null },
    orderBy: { changedAt: "desc" },
    select: {
      ...{ id: true, owner: AUTHOR },
      team: { select: { memberships: { where: { userId }, select: { userId: true } } } },
    },
  });
  return documents.map(({ id, owner, team }) => ({
    ...{ id, by: owner },
    isOpenable: owner.id === userId || (team?.memberships.length ?? 0) > 0,
  }));
}

async function findNames(
  database: Database | Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Colleague>> {
  if (ids.length === 0) return new Map();
  const people = await database.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(people.map((person) => [person.id, person]));
}

/** Those to whom a situation can be assigned, by name. */
export async function listColleagues(database: Database | Transaction): Promise<readonly Colleague[]> {
  return database.user.findMany({
    where: { role: { in: ["owner", "staff"] } },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

export async function isColleague(database: Database | Transaction, id: string): Promise<boolean> {
  const found = await database.user.findFirst({
    where: { id, role: { in: ["owner", "staff"] } },
    select: { id: true },
  });
  return found !== null;
}
