import { ok, type Result } from "#core/result.ts";
import { checkDatabase } from "./check-database.ts";
import { shareDatabase, type Database } from "./database.ts";
import type { DatabaseProblem } from "./database-problem.ts";
import { openEmbeddedPostgres, type EmbeddedPostgres } from "./embedded/embedded-postgres.ts";
import { migrate } from "./migrations.ts";

export interface OpenDatabase {
  readonly client: Database;
  readonly isPrivate: boolean;
  readonly appliedMigrations: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens the process's database: the one at `url`, or the private one in `folder`; checked and migrated. */
export async function openDatabase(
  url: string | undefined,
  folder: string,
): Promise<Result<OpenDatabase, DatabaseProblem>> {
  if (url !== undefined) return connect(url, undefined);
  const embedded = await openEmbeddedPostgres(folder);
  if (!embedded.ok) return embedded;
  const opened = await connect(embedded.value.url(), embedded.value);
  if (!opened.ok) await embedded.value.close();
  return opened;
}

async function connect(
  url: string,
  embedded: EmbeddedPostgres | undefined,
): Promise<Result<OpenDatabase, DatabaseProblem>> {
  const checked = await checkDatabase(url);
  if (!checked.ok) return checked;
  const applied = await migrate(url);
  if (!applied.ok) return applied;
  const client = shareDatabase(url);
  return ok({
    client,
    isPrivate: embedded !== undefined,
    appliedMigrations: applied.value,
    close: async () => {
      await client.$disconnect();
      await embedded?.close();
    },
  });
}
