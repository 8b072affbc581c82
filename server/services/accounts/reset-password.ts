import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { ok } from "#core/result.ts";
import { readLinkToken } from "../../auth/link-token.ts";
import { hashPassword, isHashingBusy } from "../../auth/password-hash.ts";
import { database } from "../../db/database.ts";
import { recordAct } from "../../repositories/audit.ts";
import { findPerson, findPersonByEmail, setPassword, type PersonSummary } from "../../repositories/people.ts";
import { endSignIns } from "../../repositories/sign-ins.ts";
import { createTicket, deleteOpenTickets, findOpenTicket, redeemTicket } from "../../repositories/tickets.ts";
import { orderDeliveries } from "../order-deliveries.ts";
import { parseAddress, parseNewPassword, type NewPassword } from "./fields.ts";
import { BUSY, commit, DONE, GONE, limited, read, type Answer } from "./refuse.ts";

export const RESET_MINUTES = 60;
/** Longer than it takes to order a mail, so that ordering none takes as long. */
const ANSWERED_AFTER_MS = 400;

/** Sends a link to whoever has an account of that address. The answer and its time are the same for every address. */
export async function askForReset(
  given: { readonly email: string },
  { client }: { readonly client: string },
): Promise<Answer> {
  const email = parseAddress("email", given.email);
  if (!email.ok) return email;
  const tooMany = await limited("reset-address", client);
  if (tooMany !== undefined) return tooMany;
  const [asked] = await Promise.all([orderReset(email.value), sleep(ANSWERED_AFTER_MS)]);
  return asked;
}

async function orderReset(email: string): Promise<Answer> {
  // Whoever asks for a mailbox again and again is told nothing of it.
  if ((await limited("reset-account", email)) !== undefined) return DONE;
  const person = await read(() => findPersonByEmail(database(), email));
  if (!person.ok) return person;
  if (person.value === undefined) return DONE;
  await createReset(person.value.id, null);
  return DONE;
}

/** The link of `userId` for a new password, in place of an earlier one. */
async function createReset(userId: string, actorId: string | null): Promise<Answer> {
  return commit(async (transaction) => {
    await deleteOpenTickets(transaction, "passwordReset", { userId });
    const id = randomUUID();
    const expiresAt = new Date(Date.now() + RESET_MINUTES * 60_000);
    await createTicket(transaction, {
      ...{ id, purpose: "passwordReset", email: null, role: null, teamId: null, userId },
      expiresAt,
    });
    await orderDeliveries(transaction, [{ kind: "resetMail", subjectId: id }]);
    await recordAct(transaction, {
      actorId,
      action: "person.reset-asked",
      subjectKind: "person",
      subjectId: userId,
    });
    return DONE;
  });
}

/** Whose password a reset link sets; undefined when it opens nothing (any more). Looking does not use it. */
export async function findReset(token: string): Promise<Answer<PersonSummary | undefined>> {
  const id = readLinkToken("password-reset", token);
  if (id === undefined) return ok(undefined);
  return read(async () => {
    const ticket = await findOpenTicket(database(), "passwordReset", id);
    return ticket?.userId ? findPerson(database(), ticket.userId) : undefined;
  });
}

/** Sets a new password by a link and ends every sign-in. */
export async function resetPassword(
  given: { readonly token: string } & NewPassword,
  { client }: { readonly client: string },
): Promise<Answer> {
  const tooMany = await limited("ticket-address", client);
  if (tooMany !== undefined) return tooMany;
  const person = await findReset(given.token);
  const id = readLinkToken("password-reset", given.token);
  if (!person.ok) return person;
  if (person.value === undefined || id === undefined) return GONE;
  const password = parseNewPassword(given, person.value);
  if (!password.ok) return password;
  if (isHashingBusy()) return BUSY;
  return redeemReset(id, await hashPassword(password.value));
}

/** The part that happens once: the ticket is used up with the password it sets. */
export function redeemReset(id: string, hash: string): Promise<Answer> {
  return commit(async (transaction) => {
    const ticket = await redeemTicket(transaction, "passwordReset", id);
    const userId = ticket?.userId ?? undefined;
    if (userId === undefined || !(await setPassword(transaction, userId, hash))) return GONE;
    await endSignIns(transaction, userId);
    await orderDeliveries(transaction, [{ kind: "securityMail", subjectId: userId }]);
    await recordAct(transaction, {
      actorId: userId,
      action: "person.password-reset",
      subjectKind: "person",
      subjectId: userId,
    });
    return DONE;
  });
}
