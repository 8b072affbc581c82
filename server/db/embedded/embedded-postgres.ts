import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { ok, type Result } from "#core/result.ts";
import type { DatabaseProblem } from "../database-problem.ts";
import type { Program } from "./binaries.ts";
import { ensureRunning, stopCluster, SUPERUSER, type RunningCluster } from "./cluster.ts";
import { withFolderLock } from "./folder-lock.ts";
import { openHome } from "./home.ts";

const DATABASE = "seamark";
const REOPEN_AFTER_MS = 1000;

/** A hold on the private cluster: while one process has one, no other stops the cluster. */
export interface EmbeddedPostgres {
  readonly url: (database?: string) => string;
  /** Gives the hold back, and stops the cluster when nobody else is connected. */
  readonly close: () => Promise<void>;
}

/** Starts or joins the cluster of a folder and holds it; a cluster that dies meanwhile is started again. */
export async function openEmbeddedPostgres(
  folder: string,
): Promise<Result<EmbeddedPostgres, DatabaseProblem>> {
  const home = await openHome(folder);
  if (!home.ok) return home;
  const hold = new Hold(home.value);
  const cluster = await hold.take();
  if (!cluster.ok) return cluster;
  const { port, password } = cluster.value;
  return ok({
    url: (database = DATABASE) => `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`,
    close: () => hold.release(),
  });
}

class Hold {
  private readonly program: Program;
  private connection: Client | undefined;
  private isReleased = false;

  constructor(program: Program) {
    this.program = program;
  }

  private withLock<T>(work: () => Promise<T>): Promise<T> {
    return withFolderLock(join(this.program.folder, "lock"), work);
  }

  take(): Promise<Result<RunningCluster, DatabaseProblem>> {
    return this.withLock(() => this.open());
  }

  private async open(): Promise<Result<RunningCluster, DatabaseProblem>> {
    const cluster = await ensureRunning(this.program);
    if (cluster.ok) await this.connect(cluster.value);
    return cluster;
  }

  private async connect({ port, password }: RunningCluster): Promise<void> {
    const client = new Client({
      ...{ host: "127.0.0.1", port, user: SUPERUSER, password, database: "postgres" },
      application_name: "seamark hold",
      keepAlive: true,
    });
    client.on("error", () => undefined);
    await client.connect();
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
    client.once("end", () => void this.reopen());
    this.connection = client;
  }

  private async reopen(): Promise<void> {
    let isOpen = false;
    while (!isOpen && !this.isReleased) {
      await sleep(REOPEN_AFTER_MS);
      isOpen = await this.withLock(() => this.takeAgain()).catch(() => false);
    }
  }

  /** Asked under the lock: a hold that was released while it waited must not start the cluster again. */
  private async takeAgain(): Promise<boolean> {
    return this.isReleased || (await this.open()).ok;
  }

  async release(): Promise<void> {
    if (this.isReleased) return;
    this.isReleased = true;
    await this.withLock(async () => {
      const isLast = this.connection ? await isAlone(this.connection) : false;
      await this.connection?.end().catch(() => undefined);
      if (isLast) await stopCluster(this.program);
    });
  }
}

/** Asks for a second: a pool that was just closed leaves its sessions behind for a moment. */
async function isAlone(client: Client): Promise<boolean> {
  const others =
    "SELECT FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const answer = await client.query(others).catch(() => undefined);
    if (answer?.rowCount === 0) return true;
    await sleep(100);
  }
  return false;
}
