import { randomBytes, randomUUID } from "node:crypto";
import { openSecret } from "#server/auth/secret.ts";
import { accountsOfProcess } from "#server/auth/accounts.ts";
import { database } from "#server/db/database.ts";
import { TEST_SECRET } from "./test-secret.ts";
import type { Role, User } from "#core/access/policy.ts";

export const PASSWORD = "seven mooring lines at dusk";

/** Creates somebody with a password in the shared database, and signs them in. */
export async function createAccount(role: Role, overrides: { name?: string; email?: string } = {}) {
  await openSecret(TEST_SECRET, "");
  const email = overrides.email ?? `${role}-${randomBytes(6).toString("hex")}@example.org`;
  const name = overrides.name ?? `A ${role}`;
  const { api } = accountsOfProcess();
  const { user } = await api.signUpEmail({ body: { name, email, password: PASSWORD } });
  await database().user.update({ where: { id: user.id }, data: { role, emailVerified: true } });
  const { headers } = await api.signInEmail({ body: { email, password: PASSWORD }, returnHeaders: true });
  const [cookie = ""] = (headers.get("set-cookie") ?? "").split(";");
  const { id: signInId } = await database().signIn.findFirstOrThrow({ where: { userId: user.id } });
  const actor: User = { kind: "user", id: user.id, name, email, role, signInId };
  return { actor, email, cookie };
}

export const unknownId = (): string => randomUUID();
