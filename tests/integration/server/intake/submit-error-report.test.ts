import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { ErrorReportDraft } from "#core/intake/error-report-form.ts";
import { parseReference } from "#core/intake/reference.ts";
import { limit } from "#server/limits/limit.ts";
import { keepIntakeHouse } from "#server/jobs/intake-housekeeping.ts";
import { findReceipt, findReportReceipt } from "#server/services/find-receipt.ts";
import { submitErrorReport } from "#server/services/submit-error-report.ts";
import type { Submission } from "#server/services/submit-once.ts";
import { validReport, validSubmission } from "#tests/support/intake.ts";
import { useTestDatabase } from "#tests/support/test-database.ts";
import { valueOf } from "#tests/support/value-of.ts";

const database = useTestDatabase();

function submission(draft: Partial<ErrorReportDraft> = {}, overrides: Partial<Submission> = {}): Submission {
  return validSubmission({ draft: validReport(draft), ...overrides });
}

async function submitted(sent: Submission): Promise<string> {
  return valueOf(await submitErrorReport(sent)).reference;
}

async function counts() {
  const { client } = database;
  return { reports: await client.errorReport.count(), keys: await client.submissionKey.count() };
}

describe("submitErrorReport", () => {
  test("stores the report in its normal form with its key, and nothing about the caller", async () => {
    const before = await counts();
    const client = "203.0.113.77";
    const draft = {
      version: "1.0.0",
      part: "claim",
      wrong: " The year\r\nis cafe\u0301\u0000. ",
      shouldSay: "2018",
      source: "https://example.org/record",
      email: "ada@example.org",
    };
    const reference = await submitted(submission(draft, { client }));
    expect(parseReference(reference)).toBe(reference);
    const row = await database.client.errorReport.findUniqueOrThrow({ where: { reference } });
    expect(row).toMatchObject({ ...draft, text: "SF-0001", wrong: "The year\nis café." });
    expect(Object.values(row).map(String).join(" ")).not.toContain(client);
    expect(await counts()).toEqual({ reports: before.reports + 1, keys: before.keys + 1 });
  });

  test("keeps nothing where nothing was given", async () => {
    const reference = await submitted(submission());
    const row = await database.client.errorReport.findUniqueOrThrow({ where: { reference } });
    expect(row).toMatchObject({ version: null, part: null, shouldSay: "", source: null, email: null });
  });

  test("stores one of 20 duplicates sent at the same time, and all get its receipt", async () => {
    const before = await counts();
    const sent = submission();
    const references = await Promise.all(
      Array.from({ length: 20 }, () => submitted({ ...sent, client: randomUUID() })),
    );
    expect(new Set(references).size).toBe(1);
    expect(await counts()).toEqual({ reports: before.reports + 1, keys: before.keys + 1 });
  });

  test("refuses the key of another report, and stores nothing", async () => {
    const sent = submission();
    await submitted(sent);
    const before = await counts();
    const other = await submitErrorReport({ ...sent, draft: validReport({ shouldSay: "2018" }) });
    expect(other).toEqual({ ok: false, error: { kind: "key-reused" } });
    expect(await counts()).toEqual(before);
  });

  test("refuses what the form refuses, and a key that is none", async () => {
    const before = await counts();
    const invalid = await submitErrorReport(submission({ wrong: " ", source: "http://example.org" }));
    expect(invalid).toMatchObject({
      ok: false,
      error: { kind: "invalid", problems: [{ field: "wrong" }, { field: "source" }] },
    });
    const keyless = await submitErrorReport(submission({}, { key: "again" }));
    expect(keyless).toEqual({ ok: false, error: { kind: "no-key" } });
    expect(await counts()).toEqual(before);
  });

  test("answers a filled trap like everybody and stores nothing", async () => {
    const before = await counts();
    const reference = await submitted(submission({}, { isTrapped: true }));
    expect(parseReference(reference)).toBe(reference);
    expect(await findReportReceipt(reference)).toEqual({ ok: false, error: { kind: "not-found" } });
    expect(await counts()).toEqual(before);
  });

  test("lets 10 a minute through per caller, beside the situations of the same caller", async () => {
    const client = randomUUID();
    const outcomes = await Promise.all(
      Array.from({ length: 13 }, () => submitErrorReport(submission({}, { client }))),
    );
    const refused = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.error]));
    expect(refused.map(({ kind }) => kind)).toEqual(["too-many", "too-many", "too-many"]);
    const next = await submitErrorReport(submission({}, { client }));
    const retryAfter = next.ok || next.error.kind !== "too-many" ? 0 : next.error.retryAfter;
    expect(retryAfter).toBeGreaterThan(0);
    expect(retryAfter).toBeLessThanOrEqual(6);
    expect(await limit("situation", client)).toBe(0);
  });
});

test("a receipt names the text and nothing that was written, and is none of a situation", async () => {
  const reference = await submitted(submission({ email: "ada@example.org", wrong: "Everything." }));
  expect(await findReportReceipt(reference.toLowerCase())).toEqual({
    ok: true,
    value: { reference, text: "SF-0001" },
  });
  expect(await findReceipt(reference)).toEqual({ ok: false, error: { kind: "not-found" } });
});

test("a report is deleted when it is twelve months old, and not before", async () => {
  const receivedAt = new Date("2026-03-15T12:00:00Z");
  const reference = await submitted(submission());
  await database.client.errorReport.update({ where: { reference }, data: { receivedAt } });
  await keepIntakeHouse(new Date("2027-03-15T11:59:00Z"));
  expect(await findReportReceipt(reference)).toMatchObject({ ok: true });
  await keepIntakeHouse(new Date("2027-03-15T12:01:00Z"));
  expect(await findReportReceipt(reference)).toMatchObject({ ok: false, error: { kind: "not-found" } });
});
