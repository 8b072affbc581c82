import { ROLES, type Actor, type Role, type User } from "#core/access/policy.ts";
import { database } from "../../db/database.ts";
import { recordAct } from "../../repositories/audit.ts";
import { passEngagementsOn } from "../../repositories/engagements.ts";
import { deleteTraces, listTeamsAlone, passSketchesOn } from "../../repositories/own-data.ts";
import {
  deletePerson,
  findPerson,
  holdOwners,
  listPeople as findPeople,
  setRole,
  type PersonSummary,
} from "../../repositories/people.ts";
import { endSignIns } from "../../repositories/sign-ins.ts";
import { deleteTeamIfEmpty } from "../../repositories/teams.ts";
import type { Transaction } from "../../repositories/transaction.ts";
import { readId } from "./fields.ts";
import { allow, commit, DONE, GONE, invalid, read, type Answer } from "./refuse.ts";

/** Everybody with an account, by name. */
export async function listPeople(actor: Actor): Promise<Answer<readonly PersonSummary[]>> {
  const user = allow(actor, "people.read");
  return user.ok ? read(() => findPeople(database())) : user;
}

/** What the last owner is told. */
const LAST_OWNER = invalid("people", "There must be an owner. Make somebody else one first.");

/** Changes what somebody is. Who may less than before is signed out everywhere. */
export async function changeRole(
  actor: Actor,
  given: { readonly personId: string; readonly role: string },
): Promise<Answer> {
  const user = allow(actor, "people.manage");
  if (!user.ok) return user;
  const id = readId(given.personId);
  const role = ROLES.find((known) => known === given.role);
  if (id === undefined || role === undefined) return GONE;
  return commit(async (transaction) => {
    const owners = await holdOwners(transaction);
    const person = await findPerson(transaction, id);
    if (person === undefined) return GONE;
    if (person.role === role) return DONE;
    if (isOnly(owners, id)) return LAST_OWNER;
    await setRole(transaction, id, role);
    if (isLoss(person.role, role)) await endSignIns(transaction, id);
    await recordAct(transaction, {
      actorId: user.value.id,
      action: "person.role-changed",
      subjectKind: "person",
      subjectId: id,
      details: { from: person.role, to: role },
    });
    return DONE;
  });
}

function isOnly(owners: readonly string[], id: string): boolean {
  return owners.length === 1 && owners[0] === id;
}

function isLoss(from: Role, to: Role): boolean {
  return ROLES.indexOf(to) > ROLES.indexOf(from);
}

/** Deletes somebody's account with everything in it. */
export async function removePerson(actor: Actor, personId: string): Promise<Answer> {
  const user = allow(actor, "people.manage");
  if (!user.ok) return user;
  const id = readId(personId);
  if (id === undefined) return GONE;
  return commit(async (transaction) => {
    const owners = await holdOwners(transaction);
    const person = await findPerson(transaction, id);
    if (person === undefined) return GONE;
    if (isOnly(owners, id)) return LAST_OWNER;
    return erasePerson(transaction, user.value, person);
  });
}

/**
 * Deletes somebody and what is only theirs: sign-ins, password, sketches and engagements of their own, mails to them. Sketches
 * and engagements of a team stay with it; what they wrote about situations stays without their name. Teams nobody is left in go as well.
 */
export async function erasePerson(
  transaction: Transaction,
  actor: User,
  person: { readonly id: string; readonly email: string },
): Promise<Answer> {
  const alone = await listTeamsAlone(transaction, person.id);
  await passSketchesOn(transaction, person.id);
  await passEngagementsOn(transaction, person.id);
  await deleteTraces(transaction, person);
  if (!(await deletePerson(transaction, person.id))) return GONE;
  for (const team of alone) await deleteTeamIfEmpty(transaction, team);
  await recordAct(transaction, {
    actorId: actor.id,
    action: "person.deleted",
    subjectKind: "person",
    subjectId: person.id,
  });
  return DONE;
}
