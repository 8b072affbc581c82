import { createHash, randomUUID } from "node:crypto";
import type { User } from "#core/access/policy.ts";
import { emptySession } from "#core/document/new-session.ts";
import type { HandedOverFile, KeptReport } from "#core/engagements/engagement.schema.ts";
import { writeSession } from "#core/interchange/session-json.ts";
import { createEngagement, findEngagement } from "#server/services/engagements.ts";
import { valueOf } from "./value-of.ts";

/** Makes an engagement for somebody; its id. */
export async function engage(
  user: User,
  client = "Harbour Ltd",
  { teamId = null, note = "" }: { readonly teamId?: string | null; readonly note?: string } = {},
): Promise<string> {
  return valueOf(await createEngagement(user, { client, note, teamId })).id;
}

/** An engagement as somebody sees it. */
export async function sheetOf(user: User, id: string) {
  return valueOf(await findEngagement(user, { id }));
}

/** The engagement and the revision it has now, as whoever decides has seen it. */
export async function seen(user: User, id: string) {
  const { revision } = await sheetOf(user, id);
  return { id, revision };
}

/** A report of the smallest sketch there is, as the workbench sends it. */
export function handedOver(id: string, overrides: Partial<KeptReport> = {}): KeptReport {
  return {
    ...{ id, report: randomUUID(), documentId: null, situationId: null },
    files: [fileAs("markdown")],
    settings: {
      ...{ title: "What was found", client: "Harbour Ltd", author: "Ada", date: "2026-03-01" },
      ...{ confidentiality: "", isAnonymous: false },
    },
    logo: null,
    session: backup("Harbour"),
    ...overrides,
  };
}

/** A file as the workbench tells it; its hash is that of the format and of `text`. */
export function fileAs(format: string, text = ""): HandedOverFile {
  const hash = (of: string) => createHash("sha256").update(of).digest("hex");
  const madeWith = { version: "seamark.findings/1", published: hash("published") };
  return { format, sha256: hash(format + text), bytes: 1234, madeWith };
}

/** A backup of a sketch of that title. */
export function backup(title: string): string {
  return writeSession(emptySession(title));
}
