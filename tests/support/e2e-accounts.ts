import type { BrowserContext } from "@playwright/test";
import type { Role } from "#core/access/policy.ts";
import { shareDatabase, type Database } from "#server/db/database.ts";
import { createAccount } from "./accounts.ts";

let opened: Database | undefined;

/** The database of the product under test. */
export function e2eDatabase(): Database {
  return (opened ??= shareDatabase(process.env["SEAMARK_E2E_DATABASE"] ?? ""));
}

/** Signs a browser in as somebody who is made for it. */
export async function signInAs(
  context: BrowserContext,
  role: Role,
  overrides: { name?: string; email?: string } = {},
) {
  e2eDatabase();
  const account = await createAccount(role, overrides);
  const [name = "", ...value] = account.cookie.split("=");
  const url = process.env["SEAMARK_E2E_URL"] ?? "";
  await context.addCookies([{ name, value: value.join("="), url }]);
  return account;
}
