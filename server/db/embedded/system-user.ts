import { spawnSync } from "node:child_process";
import { err, ok, type Result } from "#core/result.ts";
import type { DatabaseProblem } from "../database-problem.ts";

export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

const OWN_NAME = "seamark";

/** The ordinary user PostgreSQL must run as, or undefined when the process is not root and needs none. */
export function requireSystemUser(): Result<SystemUser | undefined, DatabaseProblem> {
  if (process.getuid?.() !== 0) return ok(undefined);
  const existing = findUser("postgres") ?? findUser(OWN_NAME);
  if (existing) return ok(existing);
  const refusal = createUser();
  const created = findUser(OWN_NAME);
  return created ? ok(created) : err({ kind: "no-system-user", reason: refusal });
}

function findUser(name: string): SystemUser | undefined {
  const uid = idOf("-u", name);
  const gid = idOf("-g", name);
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function idOf(flag: string, name: string): number | undefined {
  const { status, stdout } = spawnSync("id", [flag, name], { encoding: "utf8" });
  return status === 0 ? Number(stdout) : undefined;
}

/** `useradd` on most systems, `adduser` on those built on BusyBox. Returns why the last one refused. */
function createUser(): string {
  const attempts: [string, string[]][] = [
    ["useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false", OWN_NAME]],
    ["adduser", ["-S", "-D", "-H", OWN_NAME]],
  ];
  let refusal = "";
  for (const [command, args] of attempts) {
    const { status, stderr, error } = spawnSync(command, args, { encoding: "utf8" });
    if (status === 0) return "";
    refusal = error ? `${command} is missing` : stderr.trim().replaceAll(/\s+/g, " ");
  }
  return refusal;
}
