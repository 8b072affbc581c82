import { createHash } from "node:crypto";
import { asName } from "#core/document/person-text.ts";
import type { Session } from "#core/document/session.schema.ts";
import {
  KeptSettings,
  type HandedOverFile,
  type KeptReport,
  type OneReport,
} from "#core/engagements/engagement.schema.ts";
import { ENGAGEMENT_LIMITS } from "#core/engagements/engagement-limits.ts";
import type { KeptFile, ReportSource } from "#core/engagements/engagement-view.ts";
import { may, type User } from "#core/access/policy.ts";
import { readSession, writeSession } from "#core/interchange/session-json.ts";
import { normaliseLine } from "#core/intake/normalise.ts";
import { isLogo } from "#core/report/report-settings.schema.ts";
import { err, ok, type Result } from "#core/result.ts";
import { database } from "../db/database.ts";
import type { ApiRefusal } from "../http/api.ts";
import { lockDocument } from "../repositories/documents.ts";
import {
  addFiles,
  countReports,
  createReportRow,
  deleteReportRow,
  findReportRow,
  findReportSource,
  findSituationOf,
  holdSituation,
  measureReports,
} from "../repositories/engagement-reports.ts";
import { findEngagement, lockEngagement } from "../repositories/engagements.ts";
import type { Transaction } from "../repositories/transaction.ts";
import { decide, FORBIDDEN, look, NOT_FOUND, recordEngagementAct, type Answer } from "./decide-engagement.ts";

/** What is kept of a report: the hash is of the session as it is kept. */
export interface Kept {
  readonly id: string;
  readonly sha256: string;
}

/**
 * Keeps a report in an engagement with all that its files are made from. Everybody who sees the engagement may make them
 * again, whether or not they may open the document. Sent again with the same id and the same contents it is kept once, with the
 * files of both times.
 */
export async function keepReport(user: User, given: KeptReport): Answer<Kept> {
  if (given.situationId !== null && !may(user, "situation.read")) return FORBIDDEN;
  const made = make(given);
  if (!made.ok) return made;
  const { id: engagementId, report } = given;
  return decide(user, async (transaction) => {
    const engagement = await lockEngagement(transaction, user.id, engagementId);
    if (engagement === undefined) return NOT_FOUND;
    const before = await findReportRow(transaction, report);
    if (before !== undefined) {
      const added = findAdded(before.files, given.files);
      if (added === undefined || !isSame(before, { ...made.value, engagementId, userId: user.id }))
        return CONFLICT;
      await addFiles(transaction, report, added);
      return ok(answer(report, made.value));
    }
    const about = await findSubjects(transaction, user, given);
    if (about === undefined) return NOT_FOUND;
    const full = await findFull(transaction, engagement, made.value.bytes);
    if (full !== undefined) return err({ kind: "invalid", detail: full });
    await createReportRow(transaction, {
      ...{ id: report, engagementId, madeById: user.id, files: given.files },
      ...made.value,
      ...about,
    });
    const details = { report };
    await recordEngagementAct(transaction, user, { id: engagementId, action: "report-kept", details });
    return ok(answer(report, made.value));
  });
}

const CONFLICT = err<ApiRefusal>({ kind: "conflict" });

type Made = ReturnType<typeof describe>;

/** What would be kept, out of what was sent. */
function make({ session: text, settings, logo }: KeptReport): Result<Made, ApiRefusal> {
  const read = readSession(text);
  if (!read.ok) {
    const [first] = read.error;
    return invalid(`session${first?.pointer ?? ""}: ${first?.message ?? "this is no backup"}`);
  }
  const bytes = logo === null ? null : new Uint8Array(Buffer.from(logo.base64, "base64"));
  if (logo !== null && !isLogo({ mediaType: logo.mediaType, bytes }))
    return invalid("logo: what was sent is no picture of that kind.");
  return ok(describe(read.value, settings, bytes));
}

function invalid(detail: string): Result<never, ApiRefusal> {
  return err({ kind: "invalid", detail });
}

function describe(session: Session, settings: KeptSettings, logo: Uint8Array<ArrayBuffer> | null) {
  const text = writeSession(session);
  const title = settings.title === "" ? session.architecture.title : settings.title;
  return {
    title: asName(normaliseLine(title)) || "Untitled report",
    settings: JSON.stringify(settings),
    logo,
    isAnonymous: settings.isAnonymous,
    session: text,
    sha256: new Uint8Array(createHash("sha256").update(text).digest()),
    bytes: Buffer.byteLength(text) + (logo?.length ?? 0),
  };
}

function answer(id: string, { sha256 }: Made): Kept {
  return { id, sha256: Buffer.from(sha256).toString("hex") };
}

type Stored = NonNullable<Awaited<ReturnType<typeof findReportRow>>>;

function isSame(
  stored: Stored,
  made: Made & { readonly engagementId: string; readonly userId: string },
): boolean {
  return (
    stored.engagementId === made.engagementId &&
    stored.madeById === made.userId &&
    stored.settings === made.settings &&
    Buffer.from(stored.sha256).equals(made.sha256)
  );
}

/** The files of which nothing is kept yet; undefined where one that is kept has other bytes. */
function findAdded(
  kept: readonly KeptFile[],
  given: readonly HandedOverFile[],
): readonly HandedOverFile[] | undefined {
  const before = new Map(kept.map(({ format, sha256 }) => [format, sha256]));
  const isOther = given.some(({ format, sha256 }) => before.has(format) && before.get(format) !== sha256);
  return isOther ? undefined : given.filter(({ format }) => !before.has(format));
}

interface Subjects {
  readonly documentId: string | null;
  readonly situationId: string | null;
}

/**
 * What the report is about, held until it is kept: a situation that is being erased takes no report any more. Undefined where
 * there is no such document or situation for whoever asks.
 */
async function findSubjects(
  transaction: Transaction,
  user: User,
  { documentId, situationId }: Subjects,
): Promise<Subjects | undefined> {
  const diagnosed = documentId === null ? null : await findSituationOf(transaction, documentId);
  if (diagnosed === undefined) return undefined;
  const about = diagnosed ?? situationId;
  // In the order in which an erasure takes them.
  if (about !== null && !(await holdSituation(transaction, about))) return undefined;
  if (documentId === null) return { documentId, situationId: about };
  const document = await lockDocument(transaction, user.id, documentId, "read");
  return document === undefined ? undefined : { documentId, situationId: about };
}

/** Why there is no room for one more; undefined while there is. */
async function findFull(
  transaction: Transaction,
  { id, ownerId }: { readonly id: string; readonly ownerId: string },
  bytes: number,
): Promise<string | undefined> {
  if ((await countReports(transaction, id)) >= ENGAGEMENT_LIMITS.reports)
    return `An engagement keeps ${ENGAGEMENT_LIMITS.reports} reports at most. Remove one first.`;
  const kept = await measureReports(transaction, ownerId);
  return kept + bytes > ENGAGEMENT_LIMITS.keptBytes
    ? `The reports of one owner take ${ENGAGEMENT_LIMITS.keptBytes / 1024 / 1024} MiB at most. Remove some first.`
    : undefined;
}

/** A report with all that it is made again from. */
export function readReport(user: User, { id: engagementId, report: id }: OneReport): Answer<ReportSource> {
  return look(user, async () => {
    const engagement = await findEngagement(database(), user.id, engagementId);
    if (engagement === undefined) return NOT_FOUND;
    const looker = { userId: user.id, mayRemoveAll: engagement.mayDelete };
    const found = await findReportSource(database(), { id, engagementId }, looker);
    if (found === undefined) return NOT_FOUND;
    const { settings, logo, ...row } = found;
    const { client } = engagement;
    return ok({ ...row, client, settings: KeptSettings.parse(JSON.parse(settings)), logo: writeLogo(logo) });
  });
}

const PNG = 0x89;

function writeLogo(bytes: Uint8Array | null): ReportSource["logo"] {
  if (bytes === null) return null;
  const mediaType = bytes[0] === PNG ? "image/png" : "image/jpeg";
  return { mediaType, base64: Buffer.from(bytes).toString("base64") };
}

/** Removes a report for good: whoever kept it, and who may delete the engagement. */
export function removeReport(user: User, { id: engagementId, report }: OneReport): Answer<void> {
  return decide(user, async (transaction) => {
    const engagement = await lockEngagement(transaction, user.id, engagementId);
    const found = engagement && (await findReportRow(transaction, report));
    if (engagement === undefined || found?.engagementId !== engagementId) return NOT_FOUND;
    if (!engagement.isOwner && !engagement.isLead && found.madeById !== user.id) return FORBIDDEN;
    await deleteReportRow(transaction, report);
    const details = { report };
    await recordEngagementAct(transaction, user, { id: engagementId, action: "report-removed", details });
    return ok(undefined);
  });
}
