import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { chown, mkdir, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { err, ok, type Result } from "#core/result.ts";
import type { DatabaseProblem } from "../database-problem.ts";
import { runProgram, type Program } from "./binaries.ts";
import { isAlive } from "./folder-lock.ts";

export const SUPERUSER = "seamark";

/** Loopback only and by password; no socket file, whose path could be too long for the system. */
const SETTINGS = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "log_destination=stderr"];

const paths = ({ folder }: Program) => ({
  cluster: join(folder, "cluster"),
  postmaster: join(folder, "cluster", "postmaster.pid"),
  password: join(folder, "password"),
  port: join(folder, "port"),
  log: join(folder, "postgres.log"),
});

export interface RunningCluster {
  readonly port: number;
  readonly password: string;
}

/** Makes the cluster when there is none, starts it when it is not running, reuses it when it is. Needs the lock. */
export async function ensureRunning(program: Program): Promise<Result<RunningCluster, DatabaseProblem>> {
  if (!existsSync(paths(program).cluster)) {
    const made = await initialize(program);
    if (!made.ok) return made;
  }
  const password = await readFile(paths(program).password, "utf8");
  const running = await findRunning(program, password);
  return running ? ok(running) : start(program, password);
}

export async function stopCluster(program: Program): Promise<void> {
  await runProgram("pg_ctl", ["stop", "-D", paths(program).cluster, "-m", "fast", "-w"], program);
}

/** initdb works beside the final name, so a cluster that exists is a whole one. */
async function initialize(program: Program): Promise<Result<void, DatabaseProblem>> {
  const { cluster, password } = paths(program);
  const partial = `${cluster}.${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { mode: 0o700 });
  await writeFile(password, randomBytes(24).toString("base64url"), { mode: 0o600 });
  if (program.user) {
    await chown(partial, program.user.uid, program.user.gid);
    await chown(password, program.user.uid, program.user.gid);
  }
  const { code, output } = await runProgram(
    "initdb",
    [
      ...["-D", partial, "-U", SUPERUSER, "--pwfile", password, "--auth", "scram-sha-256"],
      ...[
        "--encoding",
        "UTF8",
        "--locale",
        "C",
        "--locale-provider",
        "builtin",
        "--builtin-locale",
        "C.UTF-8",
      ],
      ...SETTINGS.flatMap((setting) => ["-c", setting]),
    ],
    program,
  );
  if (code !== 0) return err(failed(program, `initdb: ${lastLine(output)}`));
  await rename(partial, cluster);
  return ok(undefined);
}

/** Tries the port of last time first: whoever lost the connection finds the cluster again where it was. */
async function start(program: Program, password: string): Promise<Result<RunningCluster, DatabaseProblem>> {
  const { cluster, log, port: portFile } = paths(program);
  let output = "";
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const port = await choosePort(attempt === 0 ? await readNumber(portFile) : undefined);
    await writeFile(portFile, `${port}`);
    const arguments_ = ["start", "-D", cluster, "-l", log, "-w", "-t", "120", "-o", `-p ${port}`];
    const started = await runProgram("pg_ctl", arguments_, program);
    if (started.code === 0) return ok({ port, password });
    output = started.output;
  }
  return err(failed(program, `pg_ctl: ${lastLine(output)}`));
}

/** Whether the postmaster of the pid file lives, serves this folder and lets us in; waits while it recovers. */
async function findRunning(program: Program, password: string): Promise<RunningCluster | undefined> {
  const { cluster, postmaster } = paths(program);
  const [pid, , , port] = (await readFile(postmaster, "utf8").catch(() => "")).split("\n").map(Number);
  if (!pid || !isAlive(pid)) return undefined;
  let served: string | undefined;
  for (let attempt = 0; port && isPostgres(pid) && isAlive(pid) && attempt < 300; attempt += 1) {
    served = await askForFolder(port, password);
    if (served !== undefined) break;
    await sleep(200);
  }
  if (port && served === (await realpath(cluster))) return { port, password };
  // The pid file of another cluster, whose folder was copied while it ran, or of a process that is none.
  if (served !== undefined || !isPostgres(pid)) await rm(postmaster, { force: true });
  return undefined;
}

/**
 * PostgreSQL refuses to start while the process of its pid file exists. That may be another program, after a restart
 * of the machine, or one that died and that nobody collected, as in a container without an init.
 */
function isPostgres(pid: number): boolean {
  const description = describeProcess(pid);
  return description === undefined || (description.includes("postgres") && !/(^|\) )Z/.test(description));
}

/** Name and state: "1 (postgres) S …" on Linux, "Ss postgres" elsewhere; undefined where neither can be had. */
function describeProcess(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    const listed = spawnSync("ps", ["-p", `${pid}`, "-o", "stat=,comm="], { encoding: "utf8" });
    return listed.status === 0 ? listed.stdout.trim() : undefined;
  }
}

/** The folder whose cluster answers at a port, or undefined while none does. */
async function askForFolder(port: number, password: string): Promise<string | undefined> {
  const client = new Client({
    ...{ host: "127.0.0.1", port, user: SUPERUSER, password, database: "postgres" },
    connectionTimeoutMillis: 2000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>("SHOW data_directory");
    return rows[0] && (await realpath(rows[0].data_directory));
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function choosePort(wanted: number | undefined): Promise<number> {
  return new Promise((settle, reject) => {
    const probe = createServer();
    probe.once("error", (error) => (wanted === undefined ? reject(error) : settle(choosePort(undefined))));
    probe.listen(wanted ?? 0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => settle(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function readNumber(file: string): Promise<number | undefined> {
  const value = Number(await readFile(file, "utf8").catch(() => ""));
  return Number.isInteger(value) && value > 0 && value < 65_536 ? value : undefined;
}

function failed(program: Program, reason: string): DatabaseProblem {
  return { kind: "embedded-failed", reason, log: paths(program).log };
}

function lastLine(output: string): string {
  return (
    output
      .split("\n")
      .findLast((line) => line.trim() !== "")
      ?.trim() ?? "it said nothing"
  );
}
