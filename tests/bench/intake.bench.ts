import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { Client } from "pg";
import { openTestCluster, prepareTemplate } from "#tests/support/postgres.ts";
import { startProduct, type Product } from "#tests/support/product.ts";
import { newSituation, sendSituation } from "#tests/support/send-situation.ts";
import { BARE_TABLE, bareSite } from "./intake/bare-site.ts";
import { openCountingProxy } from "./intake/count-round-trips.ts";
import { load, type Load } from "./intake/load.ts";
import { serveSite } from "./reading/serve-site.ts";

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    seconds: { type: "string", default: "10" },
    /** Prints each statement of one submission. */
    statements: { type: "boolean", default: false },
  },
});
const ROUNDS = Number(options.rounds);
const SECONDS = Number(options.seconds);
const CONNECTIONS = 50;
const WARM_UP_SECONDS = 3;
const COUNTED = 9;

function startUnlimited(url: string): Promise<Product> {
  return startProduct({
    DATABASE_URL: url,
    LOG_LEVEL: "warn",
    SITUATION_RATE_PER_MINUTE: "1000000",
    SITUATION_UNVERIFIED_RATE_PER_MINUTE: "1000000",
  });
}

/** The statements of the median of some submissions, one at a time: what leaves the product is written beside some. */
async function countRoundTrips(databaseUrl: string): Promise<readonly string[]> {
  const proxy = await openCountingProxy(databaseUrl, "seamark");
  const product = await startUnlimited(proxy.url);
  try {
    await sendSituation(product.url, newSituation());
    const counted: (readonly string[])[] = [];
    while (counted.length < COUNTED) {
      await sleep(1500);
      proxy.takeStatements();
      const { status } = await sendSituation(product.url, newSituation());
      if (status !== 201) throw new Error(`A situation was answered with ${status}.`);
      counted.push(proxy.takeStatements());
    }
    return counted.sort((a, b) => a.length - b.length)[Math.floor(COUNTED / 2)] ?? [];
  } finally {
    await product.stop();
    proxy.close();
  }
}

interface Measured {
  readonly bare: Load[];
  readonly product: Load[];
}

/** In turns, so that whatever else the machine does meets both. */
async function measure(databaseUrl: string): Promise<Measured> {
  const site = await serveSite("bare-intake", bareSite(databaseUrl));
  const product = await startUnlimited(databaseUrl);
  const measured: Measured = { bare: [], product: [] };
  try {
    for (const url of [site.url, product.url]) await load(url, CONNECTIONS, WARM_UP_SECONDS);
    for (let round = 0; round < ROUNDS; round += 1) {
      measured.bare.push(await load(site.url, CONNECTIONS, SECONDS));
      measured.product.push(await load(product.url, CONNECTIONS, SECONDS));
    }
    return measured;
  } finally {
    await product.stop();
    await site.stop();
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

function row(name: string, loads: readonly Load[]): string {
  const of = (pick: (load: Load) => number, digits = 0) =>
    median(loads.map(pick)).toFixed(digits).padStart(10);
  const failed = loads.reduce((sum, one) => sum + one.failed, 0);
  return `${name.padEnd(34)}${of(({ perSecond }) => perSecond)}${of(({ p95 }) => p95, 1)}${of(({ p99 }) => p99, 1)}${`${failed}`.padStart(10)}`;
}

const cluster = await openTestCluster();
const name = `test_${process.pid}_intake_bench`;
const admin = new Client(cluster.url("postgres"));
await admin.connect();
try {
  const template = new URL(await prepareTemplate(cluster)).pathname.slice(1);
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = cluster.url(name);
  const client = new Client(url);
  await client.connect();
  try {
    await client.query(BARE_TABLE);
  } finally {
    await client.end();
  }

  const statements = await countRoundTrips(url);
  const { bare, product } = await measure(url);
  const ratio = median(bare.map(({ perSecond }, round) => perSecond / (product[round]?.perSecond ?? NaN)));
  console.log(
    [
      `\nSituations from ${CONNECTIONS} connections, medians of ${ROUNDS} rounds of ${SECONDS} s in turns, on PostgreSQL of its own.\n`,
      `${"".padEnd(34)}${["a second", "p95 ms", "p99 ms", "not 201"].map((head) => head.padStart(10)).join("")}`,
      row("route handler with one INSERT", bare),
      row("Seamark", product),
      `\nOne situation costs as much as ${ratio.toFixed(2)} of the bare ones, and ${statements.length} round trips to the database.`,
      ...(options.statements ? ["", ...statements] : []),
    ].join("\n"),
  );
} finally {
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.end();
  await cluster.close();
}
