import { randomUUID } from "node:crypto";
import { readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

const ABANDONED_AFTER_MS = 10_000;

/**
 * Runs `work` while no other process of this machine runs its own under the same lock file. The holder touches the
 * file every second; a file whose process is gone, or that nobody touched for ten, was left by a killed one.
 */
export async function withFolderLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const token = `${process.pid} ${randomUUID()}`;
  while (!(await acquire(file, token))) await sleep(50 + Math.random() * 100);
  const heartbeat = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => undefined), 1000);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    if ((await read(file)) === token) await rm(file, { force: true });
  }
}

async function acquire(file: string, token: string): Promise<boolean> {
  try {
    await writeFile(file, token, { flag: "wx" });
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  if (await isAbandoned(file)) await rm(file, { force: true });
  return false;
}

async function isAbandoned(file: string): Promise<boolean> {
  const [content, facts] = await Promise.all([read(file), stat(file).catch(() => undefined)]);
  if (content === undefined || facts === undefined) return false;
  const isOld = Date.now() - facts.mtimeMs > ABANDONED_AFTER_MS;
  return isOld || (content !== "" && !isAlive(Number.parseInt(content, 10)));
}

async function read(file: string): Promise<string | undefined> {
  return readFile(file, "utf8").catch(() => undefined);
}

/** A process of another user answers EPERM: it lives. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
