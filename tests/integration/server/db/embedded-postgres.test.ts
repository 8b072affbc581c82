import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { expect, onTestFinished, test } from "vitest";
import { isAlive } from "#server/db/embedded/folder-lock.ts";
import { openEmbeddedPostgres, type EmbeddedPostgres } from "#server/db/embedded/embedded-postgres.ts";

const PROGRAM = resolve(import.meta.dirname, "../../../support/hold-postgres.ts");

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "seamark-cluster-"));
  chmodSync(folder, 0o755);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function open(folder: string): Promise<EmbeddedPostgres> {
  const opened = await openEmbeddedPostgres(folder);
  if (!opened.ok) throw new Error(opened.error.kind);
  return opened.value;
}

const postmaster = (folder: string): number =>
  Number.parseInt(readFileSync(join(folder, "cluster/postmaster.pid"), "utf8"), 10);

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

test("processes that start at once share one cluster, and the last to leave stops it", async () => {
  const folder = newFolder();
  const [first, second] = await Promise.all([open(folder), open(folder)]);
  expect(first.url()).toBe(second.url());
  const pid = postmaster(folder);
  await first.close();
  expect(isAlive(pid)).toBe(true);
  expect(await ask(second.url(), "SELECT 1")).toBe(1);
  await second.close();
  expect(existsSync(join(folder, "cluster/postmaster.pid"))).toBe(false);
});

test("it listens on loopback only, wants a password kept from others, and is durable", async () => {
  const folder = newFolder();
  const cluster = await open(folder);
  onTestFinished(cluster.close);
  expect(await ask(cluster.url(), "SHOW listen_addresses")).toBe("127.0.0.1");
  expect(await ask(cluster.url(), "SHOW fsync")).toBe("on");
  expect(statSync(join(folder, "password")).mode & 0o777).toBe(0o600);
  const stranger = new URL(cluster.url());
  stranger.password = "guess";
  await expect(ask(stranger.href, "SELECT 1")).rejects.toThrow("password authentication failed");
});

test("a killed server leaves its database running for the next one, which keeps what was in it", async () => {
  const folder = newFolder();
  const child = spawn(process.execPath, [PROGRAM, folder], { stdio: ["ignore", "pipe", "inherit"] });
  const [url] = (await once(child.stdout, "data")) as [Buffer];
  await ask(url.toString(), "CREATE TABLE kept (id int)");
  const pid = postmaster(folder);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(isAlive(pid)).toBe(true);
  const next = await open(folder);
  onTestFinished(next.close);
  expect(postmaster(folder)).toBe(pid);
  expect(await ask(next.url(), "SELECT count(*)::int FROM kept")).toBe(0);
});

test("a folder that was copied while its database ran gets one of its own", async () => {
  const folder = newFolder();
  const original = await open(folder);
  onTestFinished(original.close);
  await ask(original.url(), "CHECKPOINT");
  const copied = newFolder();
  spawnSync("cp", ["-a", `${folder}/.`, copied]);
  const copy = await open(copied);
  onTestFinished(copy.close);
  expect(copy.url()).not.toBe(original.url());
  expect(await ask(copy.url(), "SHOW data_directory")).toBe(join(copied, "cluster"));
  expect(await ask(original.url(), "SELECT 1")).toBe(1);
});

test("a database that dies is started again at its address", async () => {
  const folder = newFolder();
  const cluster = await open(folder);
  onTestFinished(cluster.close);
  const pid = postmaster(folder);
  process.kill(pid, "SIGKILL");
  let answer: unknown;
  for (let attempt = 0; attempt < 100 && answer !== 1; attempt += 1) {
    await sleep(100);
    answer = await ask(cluster.url(), "SELECT 1").catch(() => undefined);
  }
  expect(answer).toBe(1);
  expect(postmaster(folder)).not.toBe(pid);
});
