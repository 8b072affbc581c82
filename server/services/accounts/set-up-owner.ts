import { randomUUID } from "node:crypto";
import { ok } from "#core/result.ts";
import { linkToken, readLinkToken } from "../../auth/link-token.ts";
import { hashPassword, isHashingBusy } from "../../auth/password-hash.ts";
import { database } from "../../db/database.ts";
import { recordAct } from "../../repositories/audit.ts";
import { createPerson, hasOwner, holdOwners } from "../../repositories/people.ts";
import { createTicket, deleteOpenTickets, findOpenTicket, redeemTicket } from "../../repositories/tickets.ts";
import { parsePerson, type NewPassword } from "./fields.ts";
import { BUSY, commit, GONE, limited, read, type Answer } from "./refuse.ts";
import { beginSignIn, cookiesOf, type Browser, type SignedIn } from "./sign-in.ts";

const HOUR_MS = 60 * 60 * 1000;
const OPEN_HOURS = 24;

/**
 * Where there is no owner yet, makes the link that makes one and takes back those of earlier starts: its path, or undefined
 * when there is an owner.
 */
export async function openOwnerSetup(): Promise<Answer<string | undefined>> {
  return commit(async (transaction) => {
    if ((await holdOwners(transaction)).length > 0) return ok(undefined);
    await deleteOpenTickets(transaction, "ownerSetup");
    const id = randomUUID();
    const expiresAt = new Date(Date.now() + OPEN_HOURS * HOUR_MS);
    await createTicket(transaction, {
      ...{ id, purpose: "ownerSetup", email: null, role: "owner", teamId: null, userId: null },
      expiresAt,
    });
    return ok(`/setup/${linkToken("owner-setup", id)}`);
  });
}

/** Whether a setup link opens something. Looking does not use it. */
export async function isSetupOpen(token: string): Promise<Answer<boolean>> {
  const id = readLinkToken("owner-setup", token);
  if (id === undefined) return ok(false);
  return read(async () => {
    const isOpen = (await findOpenTicket(database(), "ownerSetup", id)) !== undefined;
    return isOpen && !(await hasOwner(database()));
  });
}

export interface Entering extends NewPassword {
  readonly token: string;
  readonly name: string;
  readonly email: string;
}

/** Makes the first owner and signs them in. */
export async function setUpOwner(given: Entering, browser: Browser): Promise<Answer<SignedIn>> {
  const tooMany = await limited("ticket-address", browser.client);
  if (tooMany !== undefined) return tooMany;
  const isOpen = await isSetupOpen(given.token);
  const id = readLinkToken("owner-setup", given.token);
  if (!isOpen.ok) return isOpen;
  if (!isOpen.value || id === undefined) return GONE;
  const person = parsePerson(given);
  if (!person.ok) return person;
  if (isHashingBusy()) return BUSY;
  const hash = await hashPassword(person.value.password);
  const token = await redeemSetup(id, { ...person.value, hash, userAgent: browser.userAgent });
  return token.ok ? ok({ role: "owner", cookies: await cookiesOf(token.value, person.value.email) }) : token;
}

/** The part that happens once: the ticket is used up with the owner it makes, whose sign-in it returns. */
export function redeemSetup(
  id: string,
  owner: { readonly name: string; readonly email: string; readonly hash: string; readonly userAgent: string },
): Promise<Answer<string>> {
  const { name, email, hash, userAgent } = owner;
  return commit(async (transaction) => {
    if ((await holdOwners(transaction)).length > 0) return GONE;
    if ((await redeemTicket(transaction, "ownerSetup", id)) === undefined) return GONE;
    const userId = await createPerson(transaction, { name, email, role: "owner", passwordHash: hash });
    if (userId === undefined) return GONE;
    const begun = await beginSignIn(transaction, { userId, hash, userAgent });
    await recordAct(transaction, {
      actorId: userId,
      action: "person.set-up-as-owner",
      subjectKind: "person",
      subjectId: userId,
    });
    return begun;
  });
}
