/** Why there is no usable database. Expected at start; each kind has one sentence for the person at the terminal. */
export type DatabaseProblem =
  | { readonly kind: "invalid-url" }
  | { readonly kind: "unreachable"; readonly where: string; readonly reason: string }
  | { readonly kind: "wrong-password"; readonly where: string; readonly user: string }
  | { readonly kind: "missing-database"; readonly where: string; readonly database: string }
  | {
      readonly kind: "missing-rights";
      readonly where: string;
      readonly user: string;
      readonly rights: readonly MissingRight[];
    }
  | { readonly kind: "denied"; readonly where: string; readonly user: string; readonly reason: string }
  | { readonly kind: "too-old"; readonly where: string; readonly version: string }
  | { readonly kind: "read-only"; readonly where: string }
  | { readonly kind: "not-durable"; readonly where: string; readonly setting: string }
  | { readonly kind: "migration-failed"; readonly where: string; readonly reason: string }
  | { readonly kind: "no-binaries"; readonly platform: string }
  | { readonly kind: "no-folder"; readonly folder: string; readonly reason: string }
  | { readonly kind: "no-system-user"; readonly reason: string }
  | { readonly kind: "embedded-failed"; readonly reason: string; readonly log: string };

/** What the user may not create, and the statement that allows it. */
export interface MissingRight {
  readonly what: "tables" | "schemas";
  readonly grant: string;
}

export const OLDEST_POSTGRES = 15;

type Sentences = {
  [Kind in DatabaseProblem["kind"]]: (problem: Extract<DatabaseProblem, { kind: Kind }>) => string;
};

const SENTENCES: Sentences = {
  "invalid-url": () =>
    "DATABASE_URL is not a PostgreSQL address: write it as postgresql://user:password@host:5432/database, and put every file that it names in place.",
  unreachable: ({ where, reason }) =>
    `No PostgreSQL answers at ${where} (${reason}): start it, correct DATABASE_URL, or unset DATABASE_URL to use the private database.`,
  "wrong-password": ({ where, user }) =>
    `PostgreSQL at ${where} refuses the user ${user}: correct the user and password in DATABASE_URL.`,
  "missing-database": ({ where, database }) =>
    `PostgreSQL at ${where} has no database named ${database}: create it (createdb ${database}) or correct DATABASE_URL.`,
  "missing-rights": ({ where, user, rights }) =>
    `The user ${user} may not create ${rights.map(({ what }) => what).join(" and ")} in the database at ${where}: as an administrator run ${rights.map(({ grant }) => grant).join("; ")}.`,
  denied: ({ where, user, reason }) =>
    `PostgreSQL at ${where} denies the user ${user} what Seamark needs (${reason}): make ${user} the owner of the database and of what is in it, or correct DATABASE_URL.`,
  "too-old": ({ where, version }) =>
    `PostgreSQL at ${where} is version ${version}, and Seamark needs ${OLDEST_POSTGRES} or newer: upgrade it or point DATABASE_URL at a newer one.`,
  "read-only": ({ where }) =>
    `PostgreSQL at ${where} accepts no writes (a standby, or default_transaction_read_only is on): point DATABASE_URL at the primary.`,
  "not-durable": ({ where, setting }) =>
    `PostgreSQL at ${where} runs with ${setting} = off and would lose acknowledged work in a power cut: turn it on.`,
  "migration-failed": ({ where, reason }) =>
    `The database at ${where} could not be migrated and is unchanged: ${reason}.`,
  "no-binaries": ({ platform }) =>
    `There is no private PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL ${OLDEST_POSTGRES} or newer.`,
  "no-folder": ({ folder, reason }) =>
    `The private PostgreSQL cannot keep its data in ${folder} (${reason}): set DATA_FOLDER to a folder that can be written, or set DATABASE_URL.`,
  "no-system-user": ({ reason }) =>
    `PostgreSQL must not run as root and no system user could be made for it (${reason}): run Seamark as an ordinary user, or set DATABASE_URL.`,
  "embedded-failed": ({ reason, log }) =>
    `The private PostgreSQL did not start (${reason}): see ${log}, or set DATABASE_URL to a database of your own.`,
};

/** One plain sentence: what is wrong and what to do. Holds no password. */
export function databaseProblemSentence(problem: DatabaseProblem): string {
  const sentence = SENTENCES[problem.kind] as (problem: DatabaseProblem) => string;
  return sentence(problem);
}
