import { randomBytes } from "node:crypto";
import { describeBrowser } from "#core/access/describe-browser.ts";
import { LONGEST_PASSWORD, lengthOf } from "#core/access/password.ts";
import type { Role, User } from "#core/access/policy.ts";
import { ok } from "#core/result.ts";
import { SIGN_IN_SECONDS } from "../../auth/accounts.ts";
import { findActor } from "../../auth/find-actor.ts";
import { findDevice, markDevice } from "../../auth/known-device.ts";
import { isHashingBusy, NOBODYS_HASH, verifyPassword } from "../../auth/password-hash.ts";
import { signInCookie } from "../../auth/sign-in-cookie.ts";
import { database } from "../../db/database.ts";
import { recordAct } from "../../repositories/audit.ts";
import { findPasswordByEmail, type PasswordOf } from "../../repositories/people.ts";
import { createSignIn, endSignIn, endSignIns } from "../../repositories/sign-ins.ts";
import type { Transaction } from "../../repositories/transaction.ts";
import { readAddress } from "./fields.ts";
import { BUSY, commit, DONE, GONE, invalid, limited, read, type Answer } from "./refuse.ts";

/** The browser that asks. */
export interface Browser {
  readonly client: string;
  readonly cookie: string | undefined;
  readonly userAgent: string;
}

/** Somebody is signed in; the lines are for their browser. */
export interface SignedIn {
  readonly role: Role;
  readonly cookies: readonly string[];
}

/** The same whether there is no such account or the password is wrong. */
const WRONG = invalid("email", "No account has this address with this password.");

/**
 * Signs somebody in. An account that does not exist is answered like a wrong password, with the same statements and the same
 * hash. Guesses are counted for the address of the account, or for a device that has been in it before.
 */
export async function signIn(
  given: { readonly email: string; readonly password: string },
  browser: Browser,
): Promise<Answer<SignedIn>> {
  const parsed = parseGiven(given);
  if (!parsed.ok) return parsed;
  const email = parsed.value;
  const tooMany = (await limited("sign-in-address", browser.client)) ?? (await limitGuesses(email, browser));
  if (tooMany !== undefined) return tooMany;
  if (isHashingBusy()) return BUSY;

  const found = await read(() => findPasswordByEmail(database(), email));
  if (!found.ok) return found;
  const isRight = await verifyPassword(given.password, found.value?.hash ?? NOBODYS_HASH);
  if (!isRight || found.value === undefined) return WRONG;
  const token = await replaceSignIn(found.value, browser);
  return token.ok ? ok({ role: found.value.role, cookies: await cookiesOf(token.value, email) }) : token;
}

/** The address that was given, with something that may be a password. */
function parseGiven({
  email,
  password,
}: {
  readonly email: string;
  readonly password: string;
}): Answer<string> {
  const address = readAddress(email);
  if (address === undefined) return invalid("email", "Please give the e-mail address of your account.");
  if (password === "") return invalid("password", "Please give your password.");
  return lengthOf(password) > LONGEST_PASSWORD ? WRONG : ok(address);
}

/** Begins a sign-in and ends the one that the browser had. */
async function replaceSignIn({ userId, hash }: PasswordOf, browser: Browser): Promise<Answer<string>> {
  const before = await read(() => findActor(browser.cookie));
  return commit(async (transaction) => {
    const begun = await beginSignIn(transaction, { userId, hash, userAgent: browser.userAgent });
    if (!begun.ok) return WRONG;
    if (before.ok && before.value.kind === "user")
      await endSignIn(transaction, before.value.id, before.value.signInId);
    await recordAct(transaction, {
      actorId: userId,
      action: "person.signed-in",
      subjectKind: "person",
      subjectId: userId,
    });
    return begun;
  });
}

function limitGuesses(email: string, { cookie }: Browser): Promise<Answer<never> | undefined> {
  const device = findDevice(cookie, email);
  return device === undefined ? limited("sign-in-account", email) : limited("sign-in-device", device);
}

/** What a browser is given with a new sign-in: the sign-in, and the mark of a device that was in this account. */
export async function cookiesOf(token: string, email: string): Promise<readonly string[]> {
  return [await signInCookie(token), markDevice(email)];
}

/** Begins a sign-in and returns its token; refused when the password is no longer the one that was verified. */
export async function beginSignIn(
  transaction: Transaction,
  { userId, hash, userAgent }: { readonly userId: string; readonly hash: string; readonly userAgent: string },
): Promise<Answer<string>> {
  const token = randomBytes(32).toString("base64url");
  const begun = await createSignIn(transaction, {
    userId,
    passwordHash: hash,
    token,
    expiresAt: new Date(Date.now() + SIGN_IN_SECONDS * 1000),
    userAgent: describeBrowser(userAgent),
  });
  return begun ? ok(token) : GONE;
}

/** Ends one sign-in of one's own: that of the request, or another of the list. */
export async function signOut(user: User, signInId: string): Promise<Answer> {
  return commit(async (transaction) => {
    if (!(await endSignIn(transaction, user.id, signInId))) return GONE;
    await recordAct(transaction, {
      actorId: user.id,
      action: "person.signed-out",
      subjectKind: "person",
      subjectId: user.id,
    });
    return DONE;
  });
}

export async function signOutEverywhere(user: User): Promise<Answer> {
  return commit(async (transaction) => {
    const ended = await endSignIns(transaction, user.id);
    await recordAct(transaction, {
      actorId: user.id,
      action: "person.signed-out-everywhere",
      subjectKind: "person",
      subjectId: user.id,
      details: { ended },
    });
    return DONE;
  });
}
