import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findPasswordProblem } from "#core/access/password.ts";

let common: ReadonlySet<string> | undefined;

/** Why somebody of that name and address may not take `password`, as a sentence; undefined when they may. */
export function checkNewPassword(
  password: string,
  { name, email }: { readonly name: string; readonly email: string },
): string | undefined {
  const { hostname, local } = splitAddress(email);
  return findPasswordProblem(password, { common: commonPasswords(), about: [name, email, local, hostname] });
}

function splitAddress(email: string) {
  const [local = "", hostname = ""] = email.split("@");
  return { local, hostname };
}

/** Passwords that everybody tries; common-passwords.LICENSE.txt says where they are from. */
function commonPasswords(): ReadonlySet<string> {
  if (common !== undefined) return common;
  const text = readFileSync(join(import.meta.dirname, "common-passwords.txt"), "utf8");
  return (common = new Set(text.split("\n")));
}
