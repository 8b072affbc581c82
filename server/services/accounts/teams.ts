import { randomUUID } from "node:crypto";
import { may, type Actor, type User } from "#core/access/policy.ts";
import { ok } from "#core/result.ts";
import { database } from "../../db/database.ts";
import { recordAct } from "../../repositories/audit.ts";
import { findPersonByEmail } from "../../repositories/people.ts";
import {
  addMember,
  createTeam as storeTeam,
  deleteTeamIfEmpty,
  findMembership,
  findTeam as findStoredTeam,
  findTeamName,
  listTeamsOf,
  removeMember as deleteMember,
  renameTeam as storeTeamName,
  setLead as storeLead,
  type TeamSummary,
  type TeamWithMembers,
} from "../../repositories/teams.ts";
import { listOpenInvitations, type OpenInvitation } from "../../repositories/tickets.ts";
import type { Transaction } from "../../repositories/transaction.ts";
import { parseAddress, parseName, readId } from "./fields.ts";
import { invite } from "./invitations.ts";
import { allow, commit, DONE, GONE, invalid, limited, read, refuse, type Answer } from "./refuse.ts";

/** Who runs the product sees every team, everybody else their own. */
export async function listTeams(actor: Actor): Promise<Answer<readonly TeamSummary[]>> {
  const user = allow(actor, "team.use");
  if (!user.ok) return user;
  const { id, role } = user.value;
  return read(() => listTeamsOf(database(), id, { all: role === "owner" }));
}

export interface TeamSheet extends TeamWithMembers {
  /** Whether whoever asks may name it, and add and remove people. */
  readonly isManaged: boolean;
  readonly invitations: readonly OpenInvitation[];
}

/** A team for who is in it or runs the product; undefined for everybody else, as if there were none. */
export async function findTeam(actor: Actor, teamId: string): Promise<Answer<TeamSheet | undefined>> {
  const user = allow(actor, "team.use");
  if (!user.ok) return user;
  const id = readId(teamId);
  if (id === undefined) return ok(undefined);
  return read(async () => {
    const right = await rightIn(database(), user.value, id);
    const team = right === undefined ? undefined : await findStoredTeam(database(), id);
    if (team === undefined) return undefined;
    const isManaged = right === "manage";
    return { ...team, isManaged, invitations: isManaged ? await listOpenInvitations(database(), id) : [] };
  });
}

/** What somebody may do in a team: those who lead it and who runs the product manage it. */
async function rightIn(
  database: Transaction,
  user: User,
  teamId: string,
): Promise<"read" | "manage" | undefined> {
  if (user.role === "owner") return "manage";
  const membership = await findMembership(database, teamId, user.id);
  if (membership === undefined) return undefined;
  return membership.isLead ? "manage" : "read";
}

/** Whoever makes a team leads it. The id of the team. */
export async function createTeam(actor: Actor, given: { readonly name: string }): Promise<Answer<string>> {
  const user = allow(actor, "team.create");
  if (!user.ok) return user;
  const name = parseName("team-name", given.name);
  if (!name.ok) return name;
  const id = randomUUID();
  return commit(async (transaction) => {
    await storeTeam(transaction, { id, name: name.value });
    await addMember(transaction, { teamId: id, userId: user.value.id, isLead: true });
    await recordTeamAct(transaction, user.value, id, "team.created");
    return ok(id);
  });
}

export async function renameTeam(
  actor: Actor,
  given: { readonly teamId: string; readonly name: string },
): Promise<Answer> {
  const name = parseName("team-name", given.name);
  if (!name.ok) return name;
  return manage(actor, given.teamId, async (transaction, user, teamId) => {
    if (!(await storeTeamName(transaction, teamId, name.value))) return GONE;
    await recordTeamAct(transaction, user, teamId, "team.renamed");
    return DONE;
  });
}

/** What became of somebody who was to be in a team. */
export type Added = "added" | "invited";

/** Adds who has an account of that address. Who may invite invites everybody else. */
export async function addToTeam(
  actor: Actor,
  given: { readonly teamId: string; readonly email: string },
): Promise<Answer<Added>> {
  const user = allow(actor, "team.use");
  if (!user.ok) return user;
  const email = parseAddress("member-email", given.email);
  if (!email.ok) return email;
  const tooMany = await limited("invite-person", user.value.id);
  if (tooMany !== undefined) return tooMany;
  const added = await manage<"added" | "unknown">(actor, given.teamId, async (transaction, by, teamId) => {
    const person = await findPersonByEmail(transaction, email.value);
    if (person === undefined) return ok("unknown" as const);
    if (!(await addMember(transaction, { teamId, userId: person.id, isLead: false })))
      return invalid("member-email", "They are in this team already.");
    await recordTeamAct(transaction, by, teamId, "team.member-added", person.id);
    return ok("added" as const);
  });
  if (!added.ok || added.value === "added") return added as Answer<"added">;
  if (!may(user.value, "people.manage"))
    return invalid("member-email", "Nobody has an account of this address yet. Ask an owner to invite them.");
  const invited = await invite(actor, { email: email.value, role: "member", teamId: given.teamId });
  return invited.ok ? ok("invited") : invited;
}

/** Takes somebody out of a team; everybody may leave. A team without people is deleted. */
export async function removeFromTeam(
  actor: Actor,
  given: { readonly teamId: string; readonly personId: string },
): Promise<Answer> {
  const personId = readId(given.personId);
  if (personId === undefined) return GONE;
  const change: Change<undefined> = async (transaction, user, teamId) => {
    if (!(await deleteMember(transaction, teamId, personId))) return GONE;
    await deleteTeamIfEmpty(transaction, teamId);
    await recordTeamAct(transaction, user, teamId, "team.member-removed", personId);
    return DONE;
  };
  const isOneself = actor.kind === "user" && actor.id === personId;
  return manage(actor, given.teamId, change, { isOneself });
}

export async function setLead(
  actor: Actor,
  given: { readonly teamId: string; readonly personId: string; readonly isLead: boolean },
): Promise<Answer> {
  const personId = readId(given.personId);
  if (personId === undefined) return GONE;
  return manage(actor, given.teamId, async (transaction, user, teamId) => {
    if (!(await storeLead(transaction, { teamId, userId: personId, isLead: given.isLead }))) return GONE;
    const action = given.isLead ? "team.lead-given" : "team.lead-taken";
    await recordTeamAct(transaction, user, teamId, action, personId);
    return DONE;
  });
}

type Change<T> = (transaction: Transaction, user: User, teamId: string) => Promise<Answer<T>>;

/** Changes a team for somebody who manages it. A team they are not in is not there for them. */
async function manage<T>(
  actor: Actor,
  givenId: string,
  change: Change<T>,
  { isOneself = false }: { readonly isOneself?: boolean } = {},
): Promise<Answer<T>> {
  const user = allow(actor, "team.use");
  if (!user.ok) return user;
  const teamId = readId(givenId);
  if (teamId === undefined) return GONE;
  return commit(async (transaction) => {
    const right = await rightIn(transaction, user.value, teamId);
    if (right === undefined || (await findTeamName(transaction, teamId)) === undefined) return GONE;
    if (right === "read" && !isOneself) return refuse("forbidden");
    return change(transaction, user.value, teamId);
  });
}

function recordTeamAct(
  transaction: Transaction,
  user: User,
  teamId: string,
  action: string,
  personId: string | null = null,
): Promise<void> {
  return recordAct(transaction, {
    actorId: user.id,
    action,
    subjectKind: "team",
    subjectId: teamId,
    details: { person: personId },
  });
}
