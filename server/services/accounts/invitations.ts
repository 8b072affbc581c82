import { randomUUID } from "node:crypto";
import { ROLES, type Actor, type Role } from "#core/access/policy.ts";
import { ok } from "#core/result.ts";
import { readLinkToken } from "../../auth/link-token.ts";
import { hashPassword, isHashingBusy } from "../../auth/password-hash.ts";
import { database } from "../../db/database.ts";
import { recordAct } from "../../repositories/audit.ts";
import { createPerson, findPersonByEmail } from "../../repositories/people.ts";
import { addMember, findTeamName } from "../../repositories/teams.ts";
import {
  createTicket,
  deleteOpenTickets,
  findOpenTicket,
  listOpenInvitations,
  redeemTicket,
  withdrawTicket,
  type OpenInvitation,
} from "../../repositories/tickets.ts";
import { orderDeliveries } from "../order-deliveries.ts";
import { parseAddress, parsePerson, readId, type NewPassword } from "./fields.ts";
import { allow, BUSY, commit, DONE, GONE, invalid, limited, read, type Answer } from "./refuse.ts";
import { beginSignIn, cookiesOf, type Browser, type SignedIn } from "./sign-in.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
export const INVITATION_DAYS = 7;

/** Invites an address: an earlier invitation of the same address is replaced. An empty `teamId` is no team. */
export async function invite(
  actor: Actor,
  given: { readonly email: string; readonly role: string; readonly teamId: string },
): Promise<Answer> {
  const user = allow(actor, "people.manage");
  if (!user.ok) return user;
  const email = parseAddress("invite-email", given.email);
  if (!email.ok) return email;
  const role = ROLES.find((known) => known === given.role);
  if (role === undefined) return invalid("invite-role", "Please choose what they may do.");
  const teamId = readId(given.teamId) ?? null;
  if (teamId === null && given.teamId !== "")
    return invalid("invite-team", "Please choose one of the teams.");
  const tooMany = await limited("invite-person", user.value.id);
  if (tooMany !== undefined) return tooMany;
  const userId = user.value.id;
  return commit(async (transaction) => {
    if ((await findPersonByEmail(transaction, email.value)) !== undefined)
      return invalid("invite-email", "Somebody with this address has an account already.");
    if (teamId !== null && (await findTeamName(transaction, teamId)) === undefined)
      return invalid("invite-team", "This team is not there any more. Please choose another.");
    await deleteOpenTickets(transaction, "invitation", { email: email.value });
    const id = randomUUID();
    const expiresAt = new Date(Date.now() + INVITATION_DAYS * DAY_MS);
    await createTicket(transaction, {
      ...{ id, purpose: "invitation", email: email.value, role, teamId, userId },
      expiresAt,
    });
    await orderDeliveries(transaction, [{ kind: "invitationMail", subjectId: id }]);
    await recordAct(transaction, {
      actorId: userId,
      action: "invitation.sent",
      subjectKind: "ticket",
      subjectId: id,
      details: { role, team: teamId },
    });
    return DONE;
  });
}

export async function listInvitations(actor: Actor): Promise<Answer<readonly OpenInvitation[]>> {
  const user = allow(actor, "people.read");
  return user.ok ? read(() => listOpenInvitations(database())) : user;
}

export async function withdrawInvitation(actor: Actor, ticketId: string): Promise<Answer> {
  const user = allow(actor, "people.manage");
  if (!user.ok) return user;
  const id = readId(ticketId);
  if (id === undefined) return GONE;
  return commit(async (transaction) => {
    if ((await withdrawTicket(transaction, "invitation", id)) === undefined) return GONE;
    await recordAct(transaction, {
      actorId: user.value.id,
      action: "invitation.withdrawn",
      subjectKind: "ticket",
      subjectId: id,
    });
    return DONE;
  });
}

/** What somebody who was invited is told before they accept. */
export interface Invitation {
  readonly email: string;
  readonly role: Role;
  readonly teamName: string | null;
}

/** What an invitation link opens; undefined when it opens nothing (any more). Looking does not use it. */
export async function findInvitation(token: string): Promise<Answer<Invitation | undefined>> {
  const id = readLinkToken("invitation", token);
  if (id === undefined) return ok(undefined);
  return read(async () => {
    const ticket = await findOpenTicket(database(), "invitation", id);
    if (!ticket?.email || ticket.role === null) return undefined;
    const teamName =
      ticket.teamId === null ? null : ((await findTeamName(database(), ticket.teamId)) ?? null);
    return { email: ticket.email, role: ticket.role, teamName };
  });
}

/** Makes an account of an invitation and signs in whoever accepted it. */
export async function acceptInvitation(
  given: { readonly token: string; readonly name: string } & NewPassword,
  browser: Browser,
): Promise<Answer<SignedIn>> {
  const tooMany = await limited("ticket-address", browser.client);
  if (tooMany !== undefined) return tooMany;
  const invitation = await findInvitation(given.token);
  const id = readLinkToken("invitation", given.token);
  if (!invitation.ok) return invitation;
  if (invitation.value === undefined || id === undefined) return GONE;
  const { email, role } = invitation.value;
  const person = parsePerson({ ...given, email });
  if (!person.ok) return person;
  if (isHashingBusy()) return BUSY;
  const hash = await hashPassword(person.value.password);
  const token = await redeemInvitation(id, { name: person.value.name, hash, userAgent: browser.userAgent });
  return token.ok ? ok({ role, cookies: await cookiesOf(token.value, email) }) : token;
}

/** The part that happens once: the ticket is used up with the account it makes, whose sign-in it returns. */
export function redeemInvitation(
  id: string,
  { name, hash, userAgent }: { readonly name: string; readonly hash: string; readonly userAgent: string },
): Promise<Answer<string>> {
  return commit(async (transaction) => {
    const ticket = await redeemTicket(transaction, "invitation", id);
    if (!ticket?.email || ticket.role === null) return GONE;
    const { email, role, teamId } = ticket;
    const userId = await createPerson(transaction, { name, email, role, passwordHash: hash });
    if (userId === undefined) return GONE;
    if (teamId !== null) await addMember(transaction, { teamId, userId, isLead: false });
    const begun = await beginSignIn(transaction, { userId, hash, userAgent });
    await recordAct(transaction, {
      actorId: userId,
      action: "invitation.accepted",
      subjectKind: "ticket",
      subjectId: id,
      details: { role },
    });
    return begun;
  });
}
