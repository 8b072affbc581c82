import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../db/database.ts";
import { listMigrations } from "../db/migrations.ts";

const READY_WITHIN_MS = 1800;

export type Readiness = "ready" | "stopping" | "database-unreachable" | "migrations-missing";

/** Whether the product can do its work now. Answers in time even when the database does not. */
export async function checkReadiness(client: Database): Promise<Readiness> {
  const late = sleep(READY_WITHIN_MS, "database-unreachable" as const, { ref: false });
  return Promise.race([late, askDatabase(client).catch(() => "database-unreachable" as const)]);
}

async function askDatabase(client: Database): Promise<Readiness> {
  const needed = await listMigrations();
  const applied = await client.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const names = new Set(applied.map(({ name }) => name));
  return needed.every((name) => names.has(name)) ? "ready" : "migrations-missing";
}

export function answerJson(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": Buffer.byteLength(text),
    "Cache-Control": "no-store",
    ...(status === 503 && { "Retry-After": "5" }),
  });
  response.end(text);
}
