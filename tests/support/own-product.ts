import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { TEST_SECRET } from "./test-secret.ts";
import { startProduct, type Product } from "./product.ts";

export interface OwnProduct extends Product {
  /** Asks its database. */
  readonly ask: (sql: string) => Promise<readonly Record<string, unknown>[]>;
  readonly end: () => Promise<void>;
}

/** A product of one's own beside the one that all browser tests share, with an empty database of its own. */
export async function startOwnProduct(): Promise<OwnProduct> {
  const url = new URL(process.env["SEAMARK_E2E_DATABASE"] ?? "");
  const admin = url.href;
  const name = `test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await query(admin, `CREATE DATABASE ${name} TEMPLATE template0`);
  url.pathname = `/${name}`;
  const product = await startProduct({ DATABASE_URL: url.href, SECRET_KEY: TEST_SECRET, LOG_LEVEL: "info" });
  return {
    ...product,
    ask: (sql) => query(url.href, sql),
    end: async () => {
      await product.stop();
      await query(admin, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function query(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
