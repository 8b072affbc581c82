import type { Role } from "#core/access/policy.ts";
import type { Database } from "../db/database.ts";
import type { Transaction } from "./transaction.ts";

/** better-auth's word for a password as the way in. */
const PROVIDER = "credential";

export interface PersonSummary {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly createdAt: Date;
}

const SUMMARY = { id: true, name: true, email: true, role: true, createdAt: true } as const;

export interface PasswordOf {
  readonly userId: string;
  readonly role: Role;
  readonly hash: string;
}

/** Whose address that is and the hash of their password. One statement, whether or not there is anybody. */
export async function findPasswordByEmail(
  database: Database,
  email: string,
): Promise<PasswordOf | undefined> {
  const rows = await database.$queryRaw<PasswordOf[]>`
    SELECT p.id AS "userId", p.role, c.password AS hash
    FROM person p JOIN credential c ON c.user_id = p.id AND c.provider_id = ${PROVIDER}
    WHERE p.email = ${email} AND c.password IS NOT NULL`;
  return rows[0];
}

export async function findPassword(database: Database, userId: string): Promise<string | undefined> {
  const found = await database.credential.findFirst({
    where: { userId, providerId: PROVIDER },
    select: { password: true },
  });
  return found?.password ?? undefined;
}

export async function findPerson(database: Transaction, id: string): Promise<PersonSummary | undefined> {
  return (await database.user.findUnique({ where: { id }, select: SUMMARY })) ?? undefined;
}

export async function findPersonByEmail(
  database: Transaction,
  email: string,
): Promise<PersonSummary | undefined> {
  return (await database.user.findUnique({ where: { email }, select: SUMMARY })) ?? undefined;
}

/** Everybody with an account, by name. */
export async function listPeople(database: Database): Promise<readonly PersonSummary[]> {
  return database.user.findMany({ orderBy: [{ name: "asc" }, { id: "asc" }], select: SUMMARY, take: 1000 });
}

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly passwordHash: string;
}

/** Creates somebody with a password; undefined when the address has an account already. */
export async function createPerson(
  transaction: Transaction,
  { name, email, role, passwordHash }: NewPerson,
): Promise<string | undefined> {
  const created = await transaction.$queryRaw<{ id: string }[]>`
    INSERT INTO person (name, email, email_verified, role) VALUES (${name}, ${email}, true, ${role}::role)
    ON CONFLICT (email) DO NOTHING RETURNING id`;
  const id = created[0]?.id;
  if (id === undefined) return undefined;
  await transaction.credential.create({
    data: { userId: id, accountId: id, providerId: PROVIDER, password: passwordHash },
    select: { id: true },
  });
  return id;
}

export async function renamePerson(transaction: Transaction, id: string, name: string): Promise<boolean> {
  const { count } = await transaction.user.updateMany({ where: { id }, data: { name } });
  return count === 1;
}

export async function setRole(transaction: Transaction, id: string, role: Role): Promise<boolean> {
  const { count } = await transaction.user.updateMany({ where: { id }, data: { role } });
  return count === 1;
}

/**
 * Sets the password. Called before the sign-ins are ended in the same transaction, it makes a sign-in that is under way with
 * the old one either end with them or fail (`createSignIn` waits for the row).
 */
export async function setPassword(transaction: Transaction, userId: string, hash: string): Promise<boolean> {
  const { count } = await transaction.credential.updateMany({
    where: { userId, providerId: PROVIDER },
    data: { password: hash },
  });
  return count === 1;
}

/** Any number that nothing else locks. */
const OWNERS_LOCK = 4_711_002;

/**
 * The owners. Whoever changes who is one asks first, and one at a time until they commit: two who leave at once cannot both see
 * the other stay, and two who set the product up cannot both be the first.
 */
export async function holdOwners(transaction: Transaction): Promise<readonly string[]> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${OWNERS_LOCK}::bigint)`;
  return listOwners(transaction);
}

export async function listOwners(database: Transaction): Promise<readonly string[]> {
  const rows = await database.user.findMany({ where: { role: "owner" }, select: { id: true } });
  return rows.map(({ id }) => id);
}

export async function hasOwner(database: Transaction): Promise<boolean> {
  return (await database.user.findFirst({ where: { role: "owner" }, select: { id: true } })) !== null;
}

/** Deletes somebody, with everything that goes with the row; false when there is nobody. */
export async function deletePerson(transaction: Transaction, id: string): Promise<boolean> {
  // Theirs by id only, so that no foreign key clears it.
  await transaction.documentUpdate.updateMany({ where: { userId: id }, data: { userId: null } });
  const { count } = await transaction.user.deleteMany({ where: { id } });
  return count === 1;
}
