import type { HandedOverFile } from "#core/engagements/engagement.schema.ts";
import type { KeptFile, ReportRow } from "#core/engagements/engagement-view.ts";
import type { Database } from "../db/database.ts";
import type { Transaction } from "./transaction.ts";

export interface NewReportRow {
  readonly id: string;
  readonly engagementId: string;
  readonly documentId: string | null;
  readonly situationId: string | null;
  readonly title: string;
  readonly files: readonly HandedOverFile[];
  readonly settings: string;
  readonly logo: Uint8Array<ArrayBuffer> | null;
  readonly isAnonymous: boolean;
  readonly session: string;
  readonly sha256: Uint8Array<ArrayBuffer>;
  readonly bytes: number;
  readonly madeById: string;
}

export async function createReportRow(
  transaction: Transaction,
  { files, ...row }: NewReportRow,
): Promise<void> {
  await transaction.engagementReport.create({
    data: { ...row, files: { create: files.map(toFileRow) } },
    select: { id: true },
  });
}

function toFileRow({ format, sha256, bytes, madeWith: { version, published } }: HandedOverFile) {
  return { format, bytes, version, sha256: fromHex(sha256), published: fromHex(published) };
}

function fromHex(digits: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(digits, "hex"));
}

/** Whose the report of that id is, and in which engagement; for sending one again. */
export async function findReportRow(transaction: Transaction, id: string) {
  const found = await transaction.engagementReport.findUnique({
    where: { id },
    select: { engagementId: true, madeById: true, sha256: true, settings: true, files: FILES },
  });
  return found === null ? undefined : { ...found, files: found.files.map(toFile) };
}

export async function addFiles(
  transaction: Transaction,
  reportId: string,
  files: readonly HandedOverFile[],
): Promise<void> {
  await transaction.engagementReportFile.createMany({
    data: files.map((file) => ({ ...toFileRow(file), reportId })),
  });
}

export function countReports(transaction: Transaction, engagementId: string): Promise<number> {
  return transaction.engagementReport.count({ where: { engagementId } });
}

/** Bytes of all reports in the engagements of one person. */
export async function measureReports(transaction: Transaction, ownerId: string): Promise<number> {
  const { _sum } = await transaction.engagementReport.aggregate({
    where: { engagement: { ownerId } },
    _sum: { bytes: true },
  });
  return _sum.bytes ?? 0;
}

export const FILES = {
  select: { format: true, sha256: true, bytes: true, version: true, published: true },
  orderBy: { format: "asc" },
} as const;

interface FileRow {
  readonly format: string;
  readonly sha256: Uint8Array | null;
  readonly bytes: number | null;
  readonly version: string | null;
  readonly published: Uint8Array | null;
}

/** A file as it is told. Of a row all is noted, or the format alone. */
export function toFile({ format, sha256, bytes, version, published }: FileRow): KeptFile {
  if (sha256 === null || bytes === null || version === null || published === null)
    return { format, sha256: null, bytes: null, madeWith: null };
  return { format, sha256: toHex(sha256), bytes, madeWith: { version, published: toHex(published) } };
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

const LISTED = {
  ...{ id: true, title: true, isAnonymous: true, sha256: true, bytes: true, madeAt: true },
  madeBy: { select: { id: true, name: true } },
  files: FILES,
} as const;

type Listed = Omit<ReportRow, "sha256" | "madeAt" | "mayRemove" | "files"> & {
  readonly files: readonly FileRow[];
  readonly sha256: Uint8Array;
  readonly madeAt: Date;
};

/** `mayRemoveAll` for who may delete the engagement; everybody removes what they kept. */
export interface Looker {
  readonly userId: string;
  readonly mayRemoveAll: boolean;
}

function toRow({ sha256, madeAt, files, ...row }: Listed, { userId, mayRemoveAll }: Looker): ReportRow {
  return {
    ...row,
    files: files.map(toFile),
    sha256: toHex(sha256),
    madeAt: madeAt.toISOString(),
    mayRemove: mayRemoveAll || row.madeBy?.id === userId,
  };
}

/** The newest first. */
export async function listReportRows(
  database: Database,
  engagementId: string,
  looker: Looker,
): Promise<readonly ReportRow[]> {
  const rows = await database.engagementReport.findMany({
    where: { engagementId },
    orderBy: [{ madeAt: "desc" }, { id: "asc" }],
    select: LISTED,
  });
  return rows.map((row) => toRow(row, looker));
}

/** One report with all that it is made again from. */
export async function findReportSource(
  database: Database,
  { id, engagementId }: { readonly id: string; readonly engagementId: string },
  looker: Looker,
) {
  const found = await database.engagementReport.findFirst({
    where: { id, engagementId },
    select: { ...LISTED, settings: true, logo: true, session: true },
  });
  if (found === null) return undefined;
  const { settings, logo, session, ...row } = found;
  return { ...toRow(row, looker), settings, logo, session };
}

export async function deleteReportRow(transaction: Transaction, id: string): Promise<void> {
  await transaction.engagementReport.delete({ where: { id }, select: { id: true } });
}

/** The situation, while it is kept; it is not erased before the transaction ends. */
export async function holdSituation(transaction: Transaction, id: string): Promise<boolean> {
  const rows = await transaction.$queryRaw<{ id: string }[]>`
    SELECT id FROM situation WHERE id = ${id}::uuid AND state <> 'erased' FOR SHARE`;
  return rows.length > 0;
}

/** Which situation a document diagnoses; undefined when there is no such document. */
export async function findSituationOf(
  transaction: Transaction,
  documentId: string,
): Promise<string | null | undefined> {
  const found = await transaction.document.findUnique({
    where: { id: documentId },
    select: { situationId: true },
  });
  return found === null ? undefined : found.situationId;
}
