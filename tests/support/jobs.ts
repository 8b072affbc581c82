import { afterAll, beforeAll } from "vitest";
import type { PgBoss } from "pg-boss";
import { openBoss } from "#server/jobs/boss.ts";
import { valueOf } from "./value-of.ts";

/** The job queue of a test file's database, for services that order deliveries. Nobody works on it. */
export function useJobs(database: { readonly url: string }): void {
  let boss: PgBoss;
  beforeAll(async () => {
    boss = valueOf(await openBoss(database.url));
  });
  afterAll(() => boss.stop({ graceful: false }));
}
