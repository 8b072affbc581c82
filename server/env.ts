import { err, ok, type Result } from "#core/result.ts";
import { Env, SECRETS } from "./env.schema.ts";

type Variables = Readonly<Record<string, string | undefined>>;

/** Parses the environment; an error is one plain sentence about the first variable that is wrong. */
export function parseEnv(variables: Variables): Result<Env, string> {
  // An empty variable is how a compose file or a shell says "not set".
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = Env.safeParse(given);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const name = String(issue?.path[0]);
  const expected = `${name} must be ${issue?.message ?? "valid"}`;
  if (given[name] === undefined) return err(`${expected}, and it is not set.`);
  const got = SECRETS.has(name) ? "something else" : `"${given[name]}"`;
  return err(`${expected}, and it is ${got}: correct it or unset it.`);
}

let parsed: Env | undefined;

/** The environment of this process, parsed once. server/main.ts refuses to start on a wrong one. */
export function env(): Env {
  if (parsed) return parsed;
  const result = parseEnv(process.env);
  if (!result.ok) throw new Error(result.error);
  return (parsed = result.value);
}
