import { isEmptySession } from "#core/document/new-session.ts";
import { measureSession } from "#core/document/measure-session.ts";
import { asName } from "#core/document/person-text.ts";
import type { Session } from "#core/document/session.schema.ts";
import { readSession } from "#core/interchange/session-json.ts";
import { err, type Result } from "#core/result.ts";
import { newId } from "../new-id.ts";
import {
  changeVersion,
  deleteVersions,
  listVersions,
  loadVersion,
  saveVersion,
  type VersionReason,
  type VersionRecord,
} from "../storage/version-database.ts";
import { superfluousVersions } from "./superfluous-versions.ts";

interface Kept {
  readonly name: string | null;
  readonly reason: VersionReason;
  /** When it was, by the person's clock. */
  readonly at: string;
}

/**
 * Keeps a session as it is, as a version of itself, and lets go of what that makes superfluous. Nothing is kept twice in a
 * row unless somebody names it, and nothing is kept of an empty sketch.
 */
export async function keepVersion(of: string, session: Session, { name, reason, at }: Kept): Promise<void> {
  if (isEmptySession(session)) return;
  const content = JSON.stringify(session);
  const [latest] = await listVersions(of);
  if (name === null && latest !== undefined && (await loadVersion(latest.id)) === content) return;
  const record = { id: newId("version"), session: of, at, name, reason, ...measureSession(session) };
  await saveVersion(record, content);
  const superfluous = superfluousVersions(await listVersions(of));
  if (superfluous.length > 0) await deleteVersions(superfluous.map(({ id }) => id));
}

/** A name keeps a version for good; without one it makes room for later ones in its turn. */
export function nameVersion(version: VersionRecord, typed: string): Promise<void> {
  const name = asName(typed);
  return changeVersion({ ...version, name: name === "" ? null : name });
}

export async function readVersion(id: string): Promise<Result<Session, string>> {
  const content = await loadVersion(id);
  if (content === undefined) return err("This version has made room for later ones.");
  const read = readSession(content);
  return read.ok ? read : err("This version cannot be read any more.");
}
