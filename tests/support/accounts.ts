import { randomBytes, randomUUID } from "node:crypto";
import type { Role, User } from "#core/access/policy.ts";
import { hashPassword } from "#server/auth/password-hash.ts";
import { openSecret } from "#server/auth/secret.ts";
import { signInCookie } from "#server/auth/sign-in-cookie.ts";
import { database } from "#server/db/database.ts";
import { createPerson } from "#server/repositories/people.ts";
import { createSignIn } from "#server/repositories/sign-ins.ts";
import { TEST_SECRET } from "./test-secret.ts";

export const PASSWORD = "seven mooring lines at dusk";

const DAY_MS = 24 * 60 * 60 * 1000;
let hashed: Promise<string> | undefined;

/** The hash of PASSWORD: computed once, for it is meant to take long. */
export function hashOfPassword(): Promise<string> {
  return (hashed ??= hashPassword(PASSWORD));
}

/** Creates somebody with a password in the shared database, and signs them in. */
export async function createAccount(role: Role, overrides: { name?: string; email?: string } = {}) {
  await openSecret(TEST_SECRET, "");
  const email = overrides.email ?? `${role}-${randomBytes(6).toString("hex")}@example.org`;
  const name = overrides.name ?? `A ${role}`;
  const passwordHash = await hashOfPassword();
  const id = (await createPerson(database(), { name, email, role, passwordHash })) ?? "";
  return { email, ...(await signInAgain({ kind: "user", id, name, email, role, signInId: "" })) };
}

/** One more sign-in of the same person, as in another browser. */
export async function signInAgain(user: User) {
  const token = randomBytes(32).toString("base64url");
  const passwordHash = await hashOfPassword();
  const expiresAt = new Date(Date.now() + DAY_MS);
  await createSignIn(database(), { userId: user.id, passwordHash, token, expiresAt, userAgent: "A browser" });
  const { id: signInId } = await database().signIn.findUniqueOrThrow({ where: { token } });
  const [cookie = ""] = (await signInCookie(token)).split(";");
  const actor: User = { ...user, signInId };
  return { actor, cookie };
}

export const unknownId = (): string => randomUUID();
