import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlResultSet,
} from "@prisma/driver-adapter-utils";
import type { EventEmitter } from "node:events";
import { Pool, type ClientBase } from "pg";

/**
 * A driver adapter over one connection that is never replaced, so that everything the migration engine does can run
 * inside a transaction opened around it: losing the connection loses all of it, and nothing else.
 *
 * It sends a script whole. PrismaPg splits at every semicolon, which cuts function bodies in two.
 */
export class OneConnection implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = "postgres";
  readonly adapterName = "@prisma/adapter-pg";
  private readonly pool: Pool;
  private characters: readonly number[] = [];
  /** The engine reports its own follow-up error instead of the script's. */
  scriptError: unknown;

  constructor(url: string) {
    let isOpen = false;
    this.pool = new Pool({
      connectionString: url,
      max: 1,
      idleTimeoutMillis: 0,
      connectionTimeoutMillis: 5000,
      keepAlive: true,
      application_name: "seamark migration",
      onConnect: (client) => {
        if (isOpen) throw new Error("the connection was lost");
        isOpen = true;
        this.watchCharacters(client);
      },
    });
    this.pool.on("error", () => undefined);
  }

  async query(sql: string): Promise<readonly Record<string, unknown>[]> {
    const { rows } = await this.pool.query<Record<string, unknown>>(sql);
    return rows;
  }

  async connect(): Promise<SqlDriverAdapter> {
    const adapter = await new PrismaPg(this.pool).connect();
    return {
      provider: "postgres",
      adapterName: adapter.adapterName,
      queryRaw: async (query) => this.markCharacters(await adapter.queryRaw(query)),
      executeRaw: (query) => adapter.executeRaw(query),
      executeScript: (script) => this.executeScript(script),
      startTransaction: (level) => adapter.startTransaction(level),
      getConnectionInfo: () => adapter.getConnectionInfo(),
      dispose: () => adapter.dispose(),
    };
  }

  /**
   * PrismaPg refuses the type "char" of PostgreSQL's catalogs, which the engine reads to learn a schema: it passes
   * as text and is marked as what it is afterwards. The engine sends one query at a time.
   */
  private watchCharacters(client: ClientBase): void {
    const { connection } = client as ClientBase & { readonly connection: EventEmitter };
    connection.on("rowDescription", ({ fields }: RowDescription) => {
      const isCharacter = (index: number): boolean => fields[index]?.dataTypeID === CATALOG_CHAR;
      this.characters = [...fields.keys()].filter(isCharacter);
      for (const field of fields) if (field.dataTypeID === CATALOG_CHAR) field.dataTypeID = TEXT;
    });
  }

  private markCharacters(result: SqlResultSet): SqlResultSet {
    const columnTypes = result.columnTypes.map((type, index) =>
      this.characters.includes(index) ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  }

  /** Only used against a scratch database, which may serve as its own shadow. */
  connectToShadowDb(): Promise<SqlDriverAdapter> {
    return this.connect();
  }

  private async executeScript(script: string): Promise<void> {
    try {
      await this.pool.query(script);
    } catch (error) {
      this.scriptError ??= error;
      throw error;
    }
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}

const CATALOG_CHAR = 18;
const TEXT = 25;

interface RowDescription {
  readonly fields: { dataTypeID: number }[];
}
