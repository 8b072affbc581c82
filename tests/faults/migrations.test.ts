import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { migrate } from "#server/db/migrations.ts";
import { createTestDatabase } from "#tests/support/test-database.ts";

const PROGRAM = resolve(import.meta.dirname, "../support/migrate.ts");
const KILLS = 10;
const TABLES = 8;
let folder: string;

/** Scripts that each take a tenth of a second. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "seamark-faults-"));
  for (let number = 0; number < TABLES; number += 1) {
    const sql = `CREATE TABLE step_${number} (id int); SELECT pg_sleep(0.1); INSERT INTO step_${number} VALUES (1);`;
    mkdirSync(join(folder, `2026010100000${number}_step`));
    writeFileSync(join(folder, `2026010100000${number}_step`, "migration.sql"), sql);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

async function emptyDatabase(): Promise<string> {
  const { url, drop } = await createTestDatabase({ template: false });
  onTestFinished(drop);
  return url;
}

function startMigration(url: string): ChildProcess {
  return spawn(process.execPath, [PROGRAM, url, folder], { stdio: ["ignore", "pipe", "inherit"] });
}

/** The tables there are, and how many migrations the history calls finished; both 0 or both complete. */
async function readState(url: string): Promise<{ tables: number; finished: number }> {
  const client = new Client(url);
  await client.connect();
  try {
    const tables = await client.query("SELECT FROM pg_tables WHERE tablename LIKE 'step_%'");
    const history = await client.query("SELECT FROM pg_tables WHERE tablename = '_prisma_migrations'");
    if (history.rowCount === 0) return { tables: tables.rowCount ?? 0, finished: 0 };
    const finished = await client.query("SELECT FROM _prisma_migrations WHERE finished_at IS NOT NULL");
    return { tables: tables.rowCount ?? 0, finished: finished.rowCount ?? 0 };
  } finally {
    await client.end();
  }
}

test(`a process killed in the middle, ${KILLS} times, leaves the database as it was, and the next one completes`, async () => {
  const url = await emptyDatabase();
  let killedMidway = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const child = startMigration(url);
    const exited = once(child, "exit");
    await sleep(350 + kill * 60);
    if (child.exitCode === null) killedMidway += 1;
    child.kill("SIGKILL");
    await exited;
    const { tables, finished } = await readState(url);
    expect([0, TABLES]).toContain(tables);
    expect(finished).toBe(tables);
    if (tables === TABLES) break;
  }
  expect(killedMidway).toBeGreaterThan(0);
  expect((await migrate(url, folder)).ok).toBe(true);
  expect(await readState(url)).toEqual({ tables: TABLES, finished: TABLES });
});

test("of two processes at once one migrates, the other finds nothing to do, and both end well", async () => {
  const url = await emptyDatabase();
  const outputs = await Promise.all(
    [startMigration(url), startMigration(url)].map(async (child) => {
      let output = "";
      child.stdout?.on("data", (chunk: Buffer) => void (output += chunk.toString()));
      const [code] = (await once(child, "close")) as [number];
      expect(code).toBe(0);
      return (JSON.parse(output) as { value: string[] }).value.length;
    }),
  );
  expect(outputs.sort((a, b) => a - b)).toEqual([0, TABLES]);
  expect(await readState(url)).toEqual({ tables: TABLES, finished: TABLES });
});
