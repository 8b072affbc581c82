import { REPORT_KEPT_MONTHS } from "#core/intake/error-report-form.ts";
import type { ErrorReport } from "#core/intake/error-report.schema.ts";
import type { Database } from "../db/database.ts";
import type { Transaction } from "./transaction.ts";

export interface NewErrorReport extends ErrorReport {
  readonly id: string;
  readonly reference: string;
}

export async function createErrorReport(transaction: Transaction, report: NewErrorReport): Promise<void> {
  const { id, reference, text, version, part, wrong, shouldSay, source, email } = report;
  await transaction.errorReport.create({
    data: { id, reference, text, version, part, wrong, shouldSay, source, email },
    select: { id: true },
  });
}

export async function findErrorReportId(transaction: Transaction, reference: string): Promise<string> {
  const row = await transaction.errorReport.findUniqueOrThrow({ where: { reference }, select: { id: true } });
  return row.id;
}

export interface ErrorReportSummary {
  readonly reference: string;
  /** The id of the text, or what the reader called it. */
  readonly text: string;
}

/** What a receipt needs: nothing of what is wrong, and nobody's address. */
export async function findErrorReport(
  database: Database,
  reference: string,
): Promise<ErrorReportSummary | undefined> {
  const row = await database.errorReport.findUnique({
    where: { reference },
    select: { reference: true, text: true },
  });
  return row ?? undefined;
}

export interface StoredErrorReport extends ErrorReport {
  readonly reference: string;
  readonly receivedAt: Date;
}

const MOST_LISTED = 200;

/** The newest first. */
export async function listErrorReports(database: Database): Promise<readonly StoredErrorReport[]> {
  return database.errorReport.findMany({
    orderBy: { receivedAt: "desc" },
    take: MOST_LISTED,
    select: {
      reference: true,
      text: true,
      version: true,
      part: true,
      wrong: true,
      shouldSay: true,
      source: true,
      email: true,
      receivedAt: true,
    },
  });
}

/** Deletes the reports whose time is over, as the form promises. */
export async function forgetOldErrorReports(database: Database, now: Date): Promise<void> {
  const before = new Date(now);
  before.setUTCMonth(before.getUTCMonth() - REPORT_KEPT_MONTHS);
  await database.errorReport.deleteMany({ where: { receivedAt: { lt: before } } });
}
