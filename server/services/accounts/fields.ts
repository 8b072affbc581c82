import * as z from "zod";
import type { AccountProblem } from "#core/access/account-refusal.ts";
import { normaliseLine } from "#core/intake/normalise.ts";
import { err, ok } from "#core/result.ts";
import type { Answer } from "./refuse.ts";
import { checkNewPassword } from "../../auth/common-passwords.ts";

const LONGEST_NAME = 80;
const LONGEST_ADDRESS = 254;

const Line = z.string().max(1000).transform(normaliseLine);
const Name = Line.pipe(
  z
    .string()
    .min(1, "Please give a name.")
    .max(LONGEST_NAME, `A name has at most ${LONGEST_NAME} characters here. Please shorten it.`),
);
/** Addresses are kept in lower case, so that one mailbox is one account. */
const Address = Line.pipe(z.string().toLowerCase().max(LONGEST_ADDRESS).pipe(z.email()));

/** The address as it is stored; undefined when it is none. */
export function readAddress(text: string): string | undefined {
  return Address.safeParse(text).data;
}

export function readId(text: string): string | undefined {
  return z.uuid().safeParse(text).data;
}

const NO_ADDRESS = "This does not look like an e-mail address. It should look like name@example.org.";

export function parseAddress(field: string, text: string): Answer<string> {
  const address = readAddress(text);
  return address === undefined ? refused([{ field, message: NO_ADDRESS }]) : ok(address);
}

export function parseName(field: string, text: string): Answer<string> {
  const parsed = Name.safeParse(text);
  if (parsed.success) return ok(parsed.data);
  return refused([{ field, message: parsed.error.issues[0]?.message ?? "Please give a name." }]);
}

/** A password as somebody typed it anew: twice, because nobody sees it. */
export interface NewPassword {
  readonly password: string;
  readonly again: string;
}

/** Every problem of what somebody who enters has typed, in the order of the form. */
export function parsePerson(
  given: { readonly name: string; readonly email: string } & NewPassword,
): Answer<{ readonly name: string; readonly email: string; readonly password: string }> {
  const name = parseName("name", given.name);
  const email = parseAddress("email", given.email);
  const about = { name: name.ok ? name.value : "", email: email.ok ? email.value : "" };
  const password = parseNewPassword(given, about);
  const problems = [name, email, password].flatMap((one) => (one.ok ? [] : one.error.problems));
  return name.ok && email.ok && password.ok
    ? ok({ name: name.value, email: email.value, password: password.value })
    : refused(problems);
}

export function parseNewPassword(
  { password, again }: NewPassword,
  about: { readonly name: string; readonly email: string },
): Answer<string> {
  const problem = checkNewPassword(password, about);
  if (problem !== undefined) return refused([{ field: "password", message: problem }]);
  if (password.normalize("NFKC") === again.normalize("NFKC")) return ok(password);
  return refused([
    { field: "again", message: "This is not the same as above. Please type the password twice." },
  ]);
}

function refused(problems: readonly AccountProblem[]): Answer<never> {
  return err({ kind: "invalid", retryAfter: 0, problems });
}
