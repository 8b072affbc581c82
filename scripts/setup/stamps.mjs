import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PROJECT } from "./processes.mjs";

const stampFile = (name) => join(PROJECT, "node_modules", ".cache", "seamark", name);
const GENERATED = new Set(["generated", "node_modules", ".next", ".data"]);

/** Whether the step was finished for exactly this input. */
export function isStamped(name, hash) {
  const file = stampFile(name);
  return existsSync(file) && readFileSync(file, "utf8") === hash;
}

/** Written when the step is done, whole or not at all, so an interrupted step is simply done again. */
export function stamp(name, hash) {
  const file = stampFile(name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, hash);
  renameSync(`${file}.${process.pid}`, file);
}

/** The content of files and folders, by name; generated folders inside them do not count. */
export function hashFiles(paths) {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}`);
  for (const path of paths) addToHash(hash, join(PROJECT, path), path);
  return hash.digest("hex");
}

function addToHash(hash, file, name) {
  if (!existsSync(file)) return;
  if (!statSync(file).isDirectory()) {
    hash.update(`\0${name}\0`).update(readFileSync(file));
    return;
  }
  for (const entry of readdirSync(file).sort())
    if (!GENERATED.has(entry)) addToHash(hash, join(file, entry), `${name}/${entry}`);
}

const ABANDONED_AFTER_MS = 10_000;

/**
 * Lets one setup at a time work in this folder. The holder touches the lock every second: one whose process is gone,
 * or that nobody touched for ten, counts for nothing. A number alone proves little, since after a restart of the
 * machine or the container another process, even this one, may have it.
 */
export async function withSetupLock(work, file = join(PROJECT, ".data", "setup.lock")) {
  mkdirSync(dirname(file), { recursive: true });
  for (let hasSaid = false; !tryLock(file); await sleep(200)) {
    if (!hasSaid) console.error("Waiting for another setup in this folder to finish.");
    hasSaid = true;
  }
  const heartbeat = setInterval(() => touch(file), 1000);
  const release = () => {
    clearInterval(heartbeat);
    rmSync(file, { force: true });
  };
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.removeListener("exit", release);
    release();
  }
}

function tryLock(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  if (isAbandoned(file)) rmSync(file, { force: true });
  return false;
}

function isAbandoned(file) {
  const facts = statSync(file, { throwIfNoEntry: false });
  if (!facts) return false;
  const owner = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  return Date.now() - facts.mtimeMs > ABANDONED_AFTER_MS || (owner !== 0 && !isAlive(owner));
}

/** Somebody may have taken it away while this process was stopped. */
function touch(file) {
  if (existsSync(file)) utimesSync(file, new Date(), new Date());
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}
