import { Client } from "pg";
import { openTestCluster, prepareTemplate } from "./postgres.ts";
import { TEST_SECRET } from "./test-secret.ts";
import { startProduct } from "./product.ts";

/** Serves the built product for the browser tests, with a fresh database that is theirs alone. */
export default async function setup(): Promise<() => Promise<void>> {
  const cluster = await openTestCluster();
  const template = new URL(await prepareTemplate(cluster)).pathname.slice(1);
  const name = `test_${process.pid}_e2e`;
  const admin = async (sql: string): Promise<void> => {
    const client = new Client(cluster.url("postgres"));
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  await admin(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  // A test that is limited says who it is in X-Forwarded-For, as a proxy would, and disturbs no other.
  const product = await startProduct({
    DATABASE_URL: cluster.url(name),
    SECRET_KEY: TEST_SECRET,
    LOG_LEVEL: "warn",
    TRUSTED_PROXY_HOPS: "1",
  });
  process.env["SEAMARK_E2E_URL"] = product.url;
  process.env["SEAMARK_E2E_DATABASE"] = cluster.url(name);
  return async () => {
    await product.stop();
    if (product.output().includes('"level":"error"')) console.error(product.output());
    await admin(`DROP DATABASE ${name} WITH (FORCE)`);
    await cluster.close();
  };
}
