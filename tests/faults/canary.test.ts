import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { expect, test } from "vitest";
import { tablesWith } from "#tests/support/find-bytes.ts";
import { validDraft } from "#tests/support/intake.ts";
import { startProduct } from "#tests/support/product.ts";
import { openSmtpSink } from "#tests/support/smtp-sink.ts";
import { createTestDatabase } from "#tests/support/test-database.ts";

const SENT = process.env["FAULTS"] === "many" ? 10_000 : 500;
const AT_ONCE = 20;
/** In everything that a visitor writes, and nowhere else. */
const CANARY = "zqcanaryx";

interface Sent {
  readonly status: number;
  readonly text: string;
}

/** Every seventh is wrong in a way that its refusal could quote. */
function bodyOf(index: number): string {
  const word = `${CANARY}${index}`;
  const draft = validDraft({
    ...{ failing: `${word} fails whenever two regions recover together.`, works: word, tried: word },
    ...{ system: word, name: word, reply: "email", email: `${word}@example.org` },
  });
  const wrong = index % 3 === 0 ? { email: `${word}@@` } : { [word]: word };
  return JSON.stringify({ ...draft, relied: word, known: word, phone: "", ...(index % 7 === 0 && wrong) });
}

async function send(url: string, index: number): Promise<Sent> {
  const headers = { "content-type": "application/json", "idempotency-key": randomUUID() };
  try {
    const body = bodyOf(index);
    const response = await fetch(`${url}/api/situations?from=${CANARY}`, { method: "POST", headers, body });
    return { status: response.status, text: await response.text() };
  } catch {
    return { status: 0, text: "" };
  }
}

/** Until nothing waits any more: delivered, or a dead letter. */
async function awaitDelivered(sql: Client): Promise<void> {
  const waiting = "SELECT FROM delivery WHERE delivered_at IS NULL AND dead_at IS NULL LIMIT 1";
  for (let tries = 0; tries < 600 && (await sql.query(waiting)).rowCount !== 0; tries += 1) await sleep(500);
}

test(`${SENT} situations leave nothing of theirs outside their table (INT-9)`, async () => {
  const [database, sink] = [await createTestDatabase(), await openSmtpSink()];
  // Refused for good, so that there are dead letters about people as well.
  sink.decide = (stage, address) => (stage === "recipient" && /[05]@/.test(address) ? { code: 550 } : "take");
  const sql = new Client(database.url);
  await sql.connect();
  const product = await startProduct({
    ...{ DATABASE_URL: database.url, SMTP_URL: sink.url, LOG_LEVEL: "debug" },
    ...{ SITUATION_RATE_PER_MINUTE: "1000000", SITUATION_UNVERIFIED_RATE_PER_MINUTE: "1000000" },
  });

  const answers: Sent[] = [];
  for (let first = 0; first < SENT; first += AT_ONCE) {
    const batch = Array.from({ length: AT_ONCE }, (_, offset) => send(product.url, first + offset));
    // What is cut off in the middle is logged as well.
    if (first === AT_ONCE * 5)
      await sql.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'seamark'",
      );
    answers.push(...(await Promise.all(batch)));
  }
  await awaitDelivered(sql);
  const tables = await tablesWith(database.url, [CANARY]);
  const { rows } = await sql.query<{ dead: number; made: number }>(
    "SELECT count(dead_at)::int AS dead, count(delivered_at)::int AS made FROM delivery",
  );
  await product.stop();
  await sql.end();
  await sink.close();
  await database.drop();

  const lines = product
    .output()
    .split("\n")
    .filter((line) => line !== "");
  const figures = {
    sent: answers.length,
    stored: answers.filter(({ status }) => status === 201).length,
    refused: answers.filter(({ status }) => status === 422).length,
    ...rows[0],
    logged: lines.length,
    inLogs: lines.filter((line) => line.includes(CANARY)).length,
    inAnswers: answers.filter(({ text }) => text.includes(CANARY)).length,
    tables,
  };
  console.log(JSON.stringify({ id: "INT-9", ...figures }));
  expect(figures.stored).toBeGreaterThan(SENT / 2);
  expect(figures.refused).toBeGreaterThan(SENT / 10);
  expect(figures.dead).toBeGreaterThan(0);
  expect(figures.made).toBeGreaterThan(0);
  expect(lines.length).toBeGreaterThan(SENT);
  expect([figures.inLogs, figures.inAnswers]).toEqual([0, 0]);
  expect(tables).toEqual(["public.situation"]);
});
