import { randomUUID } from "node:crypto";
import type {
  EngagementChange,
  EngagementDeletion,
  EngagementEnd,
  EngagementTeam,
  NewEngagement,
} from "#core/engagements/engagement.schema.ts";
import { ENGAGEMENT_LIMITS } from "#core/engagements/engagement-limits.ts";
import type { EngagementLink, EngagementRow, EngagementSheet } from "#core/engagements/engagement-view.ts";
import { may, type User } from "#core/access/policy.ts";
import { normaliseLine } from "#core/intake/normalise.ts";
import { err, ok } from "#core/result.ts";
import { database } from "../db/database.ts";
import { isInTeam, listTeamsOf } from "../repositories/documents.ts";
import { countReports, listReportRows } from "../repositories/engagement-reports.ts";
import {
  changeEngagementRow,
  countEngagements,
  createEngagementRow,
  deleteEngagementRow,
  findEngagement as findStored,
  listEngagementRows,
  listFiledDocuments,
  listFiledSituations,
  listOpenEngagements,
  listUnfiledDocuments,
  listUnfiledSituations,
} from "../repositories/engagements.ts";
import {
  change,
  decide,
  FORBIDDEN,
  look,
  NOT_FOUND,
  recordEngagementAct,
  type Answer,
} from "./decide-engagement.ts";

const LONGEST_SEARCH = 100;

/** Those of `user` and of their teams whose client or note has `words` in it. */
export function listEngagements(
  user: User,
  { words = "" }: { readonly words?: string | undefined } = {},
): Answer<{ readonly engagements: readonly EngagementRow[] }> {
  return look(user, async () => {
    const engagements = await listEngagementRows(database(), {
      userId: user.id,
      words: normaliseLine(words).slice(0, LONGEST_SEARCH),
      withSituations: may(user, "situation.read"),
    });
    return ok({ engagements });
  });
}

/** The open ones, to choose from. */
export function listChoices(user: User): Answer<readonly EngagementLink[]> {
  return look(user, async () => ok(await listOpenEngagements(database(), user.id)));
}

/** Whoever makes an engagement owns it. Its id. */
export function createEngagement(
  user: User,
  { client, note, teamId }: NewEngagement,
): Answer<{ readonly id: string }> {
  const id = randomUUID();
  return decide(user, async (transaction) => {
    if (teamId !== null && !(await isInTeam(transaction, user.id, teamId))) return NOT_FOUND;
    if ((await countEngagements(transaction, user.id)) >= ENGAGEMENT_LIMITS.engagements) return err(TOO_MANY);
    await createEngagementRow(transaction, { id, ownerId: user.id, teamId, client, note });
    await recordEngagementAct(transaction, user, { id, action: "created" });
    return ok({ id });
  });
}

const TOO_MANY = {
  kind: "invalid",
  detail: `An account keeps ${ENGAGEMENT_LIMITS.engagements} engagements at most.`,
} as const;

/** All that `user` may see of an engagement; nothing of those of others. */
export function findEngagement(user: User, { id }: { readonly id: string }): Answer<EngagementSheet> {
  return look(user, async () => {
    const found = await findStored(database(), user.id, id);
    if (found === undefined) return NOT_FOUND;
    const readsSituations = may(user, "situation.read");
    const [filed, choosable, situations, unfiled, reports, teams] = await Promise.all([
      listFiledDocuments(database(), user.id, id),
      listUnfiledDocuments(database(), user.id),
      readsSituations ? listFiledSituations(database(), id) : null,
      readsSituations ? listUnfiledSituations(database()) : [],
      listReportRows(database(), id, { userId: user.id, mayRemoveAll: found.mayDelete }),
      found.isOwner ? listTeamsOf(database(), user.id) : [],
    ]);
    return ok({
      ...found,
      documents: filed.documents,
      othersDocuments: filed.others,
      choosable,
      situations,
      choosableSituations: unfiled,
      reports,
      teams: teams.map((team) => ({ id: team.id, name: team.name })),
    });
  });
}

/** Names the client anew, and says something else of the work. */
export function changeEngagement(user: User, { client, note, ...seen }: EngagementChange): Answer<void> {
  return change(user, seen, async (transaction, { id }) => {
    await changeEngagementRow(transaction, id, { client, note });
    await recordEngagementAct(transaction, user, { id, action: "changed" });
    return ok(undefined);
  });
}

/** Lets a team see and change it, or no team. Its owner moves it to a team they are in; the lead of its team gives it back. */
export function shareEngagement(user: User, { teamId, ...seen }: EngagementTeam): Answer<void> {
  return change(user, seen, async (transaction, { id, isOwner, isLead, teamId: from }) => {
    if (from === teamId) return ok(undefined);
    if (!isOwner && !(isLead && teamId === null)) return FORBIDDEN;
    if (teamId !== null && !(await isInTeam(transaction, user.id, teamId))) return NOT_FOUND;
    await changeEngagementRow(transaction, id, { teamId });
    await recordEngagementAct(transaction, user, { id, action: "shared", details: { from, to: teamId } });
    return ok(undefined);
  });
}

/** Puts an engagement with the closed ones, or back. Nothing of it is lost, and it can still be changed. */
export function closeEngagement(user: User, { isClosed, ...seen }: EngagementEnd): Answer<void> {
  return change(user, seen, async (transaction, { id, closedAt }) => {
    if ((closedAt !== null) === isClosed) return ok(undefined);
    await changeEngagementRow(transaction, id, { closedAt: isClosed ? new Date() : null });
    await recordEngagementAct(transaction, user, { id, action: isClosed ? "closed" : "reopened" });
    return ok(undefined);
  });
}

/** Deletes an engagement and its reports, as many as were seen. Documents and situations stay where they are. */
export function deleteEngagement(user: User, { reports, ...seen }: EngagementDeletion): Answer<void> {
  return change(user, seen, async (transaction, { id, isOwner, isLead }) => {
    if (!isOwner && !isLead) return FORBIDDEN;
    if ((await countReports(transaction, id)) !== reports) return err({ kind: "conflict" });
    await deleteEngagementRow(transaction, id);
    await recordEngagementAct(transaction, user, { id, action: "deleted", details: { reports } });
    return ok(undefined);
  });
}
