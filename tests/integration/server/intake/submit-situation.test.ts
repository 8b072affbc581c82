import { randomUUID } from "node:crypto";
import type { PgBoss } from "pg-boss";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { parseReference } from "#core/intake/reference.ts";
import { openSecret } from "#server/auth/secret.ts";
import { openBoss } from "#server/jobs/boss.ts";
import { DELIVERY } from "#server/jobs/queues.ts";
import { findReceipt } from "#server/services/find-receipt.ts";
import type { Submission } from "#server/services/submit-once.ts";
import { submitSituation } from "#server/services/submit-situation.ts";
import { parseTraceparent, startTrace, withTrace } from "#server/telemetry/trace.ts";
import { validDraft, validSubmission } from "#tests/support/intake.ts";
import { TEST_SECRET } from "#tests/support/test-secret.ts";
import { solvedPuzzle } from "#tests/support/solved-puzzle.ts";
import { useTestDatabase } from "#tests/support/test-database.ts";
import { valueOf } from "#tests/support/value-of.ts";

const database = useTestDatabase();
let boss: PgBoss;

beforeAll(async () => {
  await openSecret(TEST_SECRET, "");
  boss = valueOf(await openBoss(database.url));
});
afterAll(() => boss.stop({ graceful: false }));

async function submitted(submission: Submission): Promise<string> {
  const outcome = await submitSituation(submission);
  expect(outcome).toMatchObject({ ok: true });
  return outcome.ok ? outcome.value.reference : "";
}

async function counts(): Promise<Record<string, number>> {
  const { client } = database;
  return {
    situations: await client.situation.count(),
    events: await client.situationEvent.count(),
    keys: await client.submissionKey.count(),
    jobs: (await boss.findJobs(DELIVERY)).length,
  };
}

describe("submitSituation", () => {
  test("stores the situation in its normal form, with its event, its key and its job", async () => {
    const before = await counts();
    const trace = startTrace();
    const draft = validDraft({
      failing: "  Large uploads\r\nfail cafe\u0301 every night. ",
      name: "Ada\tL.",
    });
    const reference = await withTrace(trace, () => submitted(validSubmission({ draft })));
    expect(parseReference(reference)).toBe(reference);
    const row = await database.client.situation.findUniqueOrThrow({
      where: { reference },
      include: { events: true },
    });
    expect(row).toMatchObject({
      failing: "Large uploads\nfail café every night.",
      name: "Ada L.",
      email: null,
      state: "new",
    });
    expect(row.events.map(({ kind }) => kind)).toEqual(["received"]);
    const delivery = await database.client.delivery.findFirstOrThrow({ where: { situationId: row.id } });
    expect(delivery.kind).toBe("staffMail");
    const [job] = await boss.findJobs<{ traceparent: string }>(DELIVERY, {
      data: { messageId: delivery.id },
    });
    expect(parseTraceparent(job?.data.traceparent)).toEqual(trace);
    expect(Object.keys(job?.data ?? {}).sort()).toEqual(["messageId", "traceparent"]);
    const after = await counts();
    for (const [name, count] of Object.entries(before))
      expect([name, after[name]]).toEqual([name, count + 1]);
  });

  test("answers the same key and situation with the same receipt, however the text was sent", async () => {
    const submission = validSubmission({ draft: validDraft({ tried: "a\nb" }) });
    const reference = await submitted(submission);
    const before = await counts();
    expect(await submitted({ ...submission, draft: validDraft({ tried: "a\r\nb " }) })).toBe(reference);
    expect(await submitted({ ...submission, key: submission.key.toUpperCase() })).toBe(reference);
    expect(await counts()).toEqual(before);
  });

  test("refuses the same key for another situation and stores nothing", async () => {
    const submission = validSubmission();
    await submitted(submission);
    const before = await counts();
    const other = await submitSituation({
      ...submission,
      draft: validDraft({ works: "Small uploads work." }),
    });
    expect(other).toEqual({ ok: false, error: { kind: "key-reused" } });
    expect(await counts()).toEqual(before);
  });

  test("stores one of 20 duplicates sent at the same time, and all get its receipt", async () => {
    const before = await counts();
    const submission = validSubmission({ proof: await solvedPuzzle() });
    const references = await Promise.all(Array.from({ length: 20 }, () => submitted(submission)));
    expect(new Set(references).size).toBe(1);
    const after = await counts();
    for (const [name, count] of Object.entries(before))
      expect([name, after[name]]).toEqual([name, count + 1]);
  });

  test("leaves nothing behind when the job cannot be enqueued, and the key is free again", async () => {
    const before = await counts();
    const submission = validSubmission();
    const spy = vi.spyOn(boss, "insert").mockRejectedValueOnce(new Error("no job today"));
    await expect(submitSituation(submission)).rejects.toThrow("no job today");
    spy.mockRestore();
    expect(await counts()).toEqual(before);
    await submitted(submission);
  });

  test("refuses what the form refuses, and a key that is none", async () => {
    const before = await counts();
    const invalid = await submitSituation(validSubmission({ draft: validDraft({ failing: "" }) }));
    expect(invalid).toMatchObject({
      ok: false,
      error: { kind: "invalid", problems: [{ field: "failing" }] },
    });
    const keyless = await submitSituation(validSubmission({ key: "again" }));
    expect(keyless).toEqual({ ok: false, error: { kind: "no-key" } });
    expect(await counts()).toEqual(before);
  });

  test("answers a filled trap like everybody and stores nothing", async () => {
    const before = await counts();
    const reference = await submitted(validSubmission({ isTrapped: true }));
    expect(parseReference(reference)).toBe(reference);
    expect(await counts()).toEqual(before);
  });

  test("lets 5 a minute through per caller that shows no proof, and says when to come again", async () => {
    const client = randomUUID();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => submitSituation(validSubmission({ client }))),
    );
    const refused = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.error]));
    expect(refused).toHaveLength(5);
    expect(new Set(refused.map(({ kind }) => kind))).toEqual(new Set(["too-many"]));
    const next = await submitSituation(validSubmission({ client }));
    expect(next).toEqual({ ok: false, error: { kind: "too-many", retryAfter: 12 } });
  });
});

describe("findReceipt", () => {
  test("shows how well it fits and whether an answer comes, and nothing that was written", async () => {
    const draft = validDraft({ signals: ["never-came-back"], reply: "email", email: "ada@example.org" });
    const reference = await submitted(validSubmission({ draft }));
    const found = await findReceipt(reference.toLowerCase());
    expect(found).toMatchObject({
      ok: true,
      value: { reference, wantsAnswer: true, fit: { verdict: "elsewhere" } },
    });
    expect(JSON.stringify(found)).not.toMatch(/uploads|example\.org/);
  });

  test("knows no reference that nobody received", async () => {
    for (const text of ["0000-0000-0000-0000-0000-0000-0000", "nonsense", "%00"])
      expect(await findReceipt(text)).toEqual({ ok: false, error: { kind: "not-found" } });
  });
});
