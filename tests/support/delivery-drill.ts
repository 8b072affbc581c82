import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openBoss } from "#server/jobs/boss.ts";
import { redriveDeliveries } from "#server/services/deliveries.ts";
import { submitSituation } from "#server/services/submit-situation.ts";
import { formatTraceparent, parseTraceparent, startTrace, withTrace } from "#server/telemetry/trace.ts";
import type { Database } from "#server/db/database.ts";
import { createAccount } from "./accounts.ts";
import { validDraft, validSubmission } from "./intake.ts";
import { openSmtpSink } from "./smtp-sink.ts";
import { TEST_SECRET } from "./test-secret.ts";
import { valueOf } from "./value-of.ts";

const WORKER = resolve(import.meta.dirname, "delivery-worker.ts");
/** As many deliveries as a process has at hand (server/jobs/start-jobs.ts): two workers with three each. */
const AT_HAND = 6;
const GIVE_UP_MS = 180_000;

interface Worker {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly kill: (signal: "SIGKILL" | "SIGTERM") => Promise<void>;
}

async function startWorker(variables: Readonly<Record<string, string>>): Promise<Worker> {
  const child = spawn(process.execPath, [WORKER], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, SECRET_KEY: TEST_SECRET, ...variables },
  });
  let output = "";
  child.stdout.on("data", (part: Buffer) => void (output += part.toString()));
  while (!output.includes("ready\n")) {
    if (child.exitCode !== null) throw new Error(`The worker did not start: ${output}`);
    await sleep(10);
  }
  const kill: Worker["kill"] = async (signal) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, "exit");
  };
  return { child, output: () => output, kill };
}

interface Shared {
  readonly client: Database;
  readonly url: string;
}

/** Sends in situations as visitors do, each with a trace and an address of its own. */
async function submitMany(count: number, emailOf: (index: number) => string): Promise<void> {
  for (let from = 0; from < count; from += 10)
    await Promise.all(
      Array.from({ length: Math.min(10, count - from) }, async (_, offset) => {
        const email = emailOf(from + offset);
        const draft = validDraft({
          reply: "email",
          email,
          failing: `Large uploads fail again and again, ${from + offset}.`,
        });
        const trace = startTrace();
        valueOf(await withTrace(trace, () => submitSituation(validSubmission({ draft }))));
      }),
    );
}

async function untilNone(count: () => Promise<number>): Promise<number> {
  const startedAt = performance.now();
  for (;;) {
    const elapsed = Math.round(performance.now() - startedAt);
    if ((await count()) === 0 || elapsed > GIVE_UP_MS) return elapsed;
    await sleep(100);
  }
}

interface Kills {
  readonly situations: number;
  readonly kills: number;
  /** How long a process makes deliveries before it is killed, at most. */
  readonly longestLifeMs: number;
}

/** Kills the process that makes deliveries again and again while they drain into a mail server (INT-5). */
export async function drillKills({ client, url }: Shared, { situations, kills, longestLifeMs }: Kills) {
  const sink = await openSmtpSink();
  const boss = valueOf(await openBoss(url));
  await submitMany(situations, (index) => `visitor-${index}@example.org`);
  await boss.stop({ graceful: false });
  const variables = { DATABASE_URL: url, SMTP_URL: sink.url, LOG_LEVEL: "silent" };
  const isOpen = { deliveredAt: null, deadAt: null };
  const countOpen = () => client.delivery.count({ where: isOpen });
  const ordered = await countOpen();
  // Slow enough that something is left for every kill.
  sink.delay = Math.ceil((kills * longestLifeMs * AT_HAND) / ordered);

  const hitAt = new Map<string, number>();
  let effectiveKills = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const before = sink.mails.length;
    const worker = await startWorker(variables);
    while (sink.mails.length === before && (await countOpen()) > 0) await sleep(5);
    await sleep((0.3 + 0.7 * Math.random()) * longestLifeMs);
    await worker.kill("SIGKILL");
    const held = await client.delivery.findMany({ where: { ...isOpen, attempts: { gt: 0 } } });
    const now = Date.now();
    for (const { id, triedAt } of held) if (triedAt && now - triedAt.getTime() < 5000) hitAt.set(id, now);
    if (held.length > 0) effectiveKills += 1;
  }
  const last = await startWorker(variables);
  const drainMs = await untilNone(countOpen);
  await last.kill("SIGKILL");
  await sink.close();

  const deliveries = await client.delivery.findMany({ orderBy: { deliveredAt: "asc" } });
  const times = deliveries.flatMap(({ deliveredAt }) => (deliveredAt ? [deliveredAt.getTime()] : []));
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const recoveries = deliveries.flatMap(({ id, deliveredAt }) => {
    const hit = hitAt.get(id);
    return hit === undefined || !deliveredAt ? [] : [deliveredAt.getTime() - hit];
  });
  const expected = new Set(deliveries.map(({ id }) => `<${id}@localhost>`));
  const sent = sink.mails.map(({ messageId }) => messageId);
  return {
    situations,
    ordered,
    kills,
    effectiveKills,
    delivered: times.length,
    effects: await client.inboxEntry.count({ where: { consumer: "delivery" } }),
    mails: sent.length,
    distinct: new Set(sent).size,
    duplicates: sent.length - new Set(sent).size,
    mostDuplicates: kills * AT_HAND,
    foreignIds: sent.filter((id) => !expected.has(id)).length,
    dead: await client.delivery.count({ where: { deadAt: { not: null } } }),
    maxStallMs: Math.max(0, ...gaps),
    maxRecoveryMs: Math.max(0, ...recoveries),
    drainMs,
  };
}

/** Recipients that the mail server refuses among others, mended and sent again (INT-6). */
export async function drillPoison({ client, url }: Shared, situations: number, poison: number) {
  const sink = await openSmtpSink();
  sink.decide = (stage, address) =>
    stage === "recipient" && address.startsWith("poison") ? { code: 550 } : "take";
  const boss = valueOf(await openBoss(url));
  const every = Math.floor(situations / poison);
  await submitMany(situations, (index) =>
    index % every === 0 && index / every < poison ? `poison-${index}@example.org` : `v-${index}@example.org`,
  );
  const worker = await startWorker({ DATABASE_URL: url, SMTP_URL: sink.url, LOG_LEVEL: "info" });
  const receipts = { kind: "receiptMail" } as const;
  const isOpen = { deliveredAt: null, deadAt: null };
  const drainMs = await untilNone(() => client.delivery.count({ where: isOpen }));
  const done = await client.delivery.count({ where: { ...receipts, deliveredAt: { not: null } } });
  const dead = await client.delivery.findMany({ where: { deadAt: { not: null } } });

  sink.decide = () => "take";
  const { actor } = await createAccount("staff");
  const asked = startTrace();
  const until = new Date().toISOString();
  const redriven = valueOf(
    await withTrace(asked, () => redriveDeliveries(actor, { kind: "receiptMail", until })),
  );
  const redriveMs = await untilNone(() => client.delivery.count({ where: { deliveredAt: null } }));
  await sleep(200);
  await worker.kill("SIGKILL");
  await boss.stop({ graceful: false });
  await sink.close();

  const lines = worker
    .output()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter((line) => line["event.name"] === "job.done" && line["link.trace_id"] !== undefined);
  const originals = new Set(dead.map(({ traceparent }) => parseTraceparent(traceparent ?? "")?.traceId));
  const linked = new Set(lines.map((line) => line["link.trace_id"]));
  return {
    situations,
    poison,
    done,
    drainMs,
    deadBefore: dead.length,
    problems: [...new Set(dead.map(({ problem }) => problem))],
    redriven: redriven.count,
    redriveMs,
    deliveredAfter: await client.delivery.count({
      where: { id: { in: dead.map(({ id }) => id) }, deliveredAt: { not: null } },
    }),
    deadAfter: await client.delivery.count({ where: { deadAt: { not: null } } }),
    audited: await client.auditEntry.count({ where: { action: "delivery.redriven" } }),
    linkedToOriginal: [...linked].filter((id) => originals.has(String(id))).length,
    inTraceOfRedrive: lines.filter(
      (line) => line["trace_id"] === parseTraceparent(formatTraceparent(asked))?.traceId,
    ).length,
  };
}
