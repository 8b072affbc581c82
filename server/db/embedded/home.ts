import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { access, chown, constants, cp, mkdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { err, ok, type Result } from "#core/result.ts";
import type { DatabaseProblem } from "../database-problem.ts";
import { findBinaries, type Program } from "./binaries.ts";
import { requireSystemUser, type SystemUser } from "./system-user.ts";

/** Where root keeps the database when its system user cannot enter the project's folder, as under /root. */
const SYSTEM_FOLDER = "/var/lib/seamark";

/** The programs, the user they run as, and a folder of that user which holds everything of one cluster. */
export async function openHome(folder: string): Promise<Result<Program, DatabaseProblem>> {
  const native = findBinaries();
  if (!native) return err({ kind: "no-binaries", platform: `${process.platform}-${process.arch}` });
  const user = requireSystemUser();
  if (!user.ok) return user;

  const refusal = await makeFolder(folder);
  if (refusal !== undefined) return err({ kind: "no-folder", folder, reason: refusal });
  if (!user.value || canRun(native, user.value)) {
    if (user.value) await chown(folder, user.value.uid, user.value.gid);
    return ok({ native, user: user.value, folder });
  }
  return ok(await moveOut(folder, native, user.value));
}

/** Why there is no folder that this process can write, or undefined when there is. */
async function makeFolder(folder: string): Promise<string | undefined> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return undefined;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
}

function canRun(native: string, user: SystemUser): boolean {
  const { error } = spawnSync(join(native, "bin", "postgres"), ["--version"], { ...user, cwd: "/" });
  return !(error && "code" in error && error.code === "EACCES");
}

async function moveOut(folder: string, native: string, user: SystemUser): Promise<Program> {
  const manifest = await readFile(join(native, "..", "package.json"));
  const binaries = join(SYSTEM_FOLDER, `programs-${shortHash(manifest)}`);
  const home = join(SYSTEM_FOLDER, `data-${shortHash(folder)}`);
  await mkdir(home, { recursive: true });
  await chown(home, user.uid, user.gid);
  if (!(await exists(binaries))) await copyWhole(native, binaries);
  return { native: binaries, user, folder: home };
}

function shortHash(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 12);
}

/** Copies beside the target first: a killed copy never looks like a finished one. */
async function copyWhole(from: string, to: string): Promise<void> {
  const partial = `${to}.${process.pid}`;
  await cp(from, partial, { recursive: true, verbatimSymlinks: true });
  await rename(partial, to).catch(() => rm(partial, { recursive: true, force: true }));
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
