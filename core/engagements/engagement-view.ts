import type { HandedOverFile, KeptSettings, WrittenLogo } from "./engagement.schema.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

/** An engagement as a choice names it. */
export interface EngagementLink {
  readonly id: string;
  readonly client: string;
}

/** An engagement in a list. Times are ISO 8601. */
export interface EngagementRow extends EngagementLink {
  readonly owner: Named;
  readonly team: Named | null;
  readonly createdAt: string;
  readonly closedAt: string | null;
  /** Of those that whoever asks may open. */
  readonly documents: number;
  /** 0 for whoever does not read situations. */
  readonly situations: number;
  readonly reports: number;
  /** When the newest report was kept. */
  readonly reportedAt: string | null;
}

export interface FiledDocumentRow {
  readonly id: string;
  readonly title: string;
  readonly changedAt: string;
  readonly owner: Named;
  readonly team: Named | null;
}

export interface FiledSituationRow {
  readonly id: string;
  readonly reference: string;
  readonly system: string;
  readonly name: string;
  readonly state: string;
  readonly receivedAt: string;
  readonly revision: number;
}

/** A file that was handed over. Of reports that were kept before files were told apart only the format is known. */
export type KeptFile =
  | HandedOverFile
  | { readonly format: string; readonly sha256: null; readonly bytes: null; readonly madeWith: null };

export interface ReportRow {
  readonly id: string;
  readonly title: string;
  /** By format. */
  readonly files: readonly KeptFile[];
  readonly isAnonymous: boolean;
  /** In hexadecimal, of the session it was made from. */
  readonly sha256: string;
  readonly bytes: number;
  /** Null for whoever has no account any more. */
  readonly madeBy: Named | null;
  readonly madeAt: string;
  readonly mayRemove: boolean;
}

/** All that is shown of one engagement to somebody who sees it. */
export interface EngagementSheet extends EngagementLink {
  readonly note: string;
  readonly owner: Named;
  readonly team: Named | null;
  readonly createdAt: string;
  readonly closedAt: string | null;
  readonly revision: number;
  /** Whether whoever asks may delete it, and give it back to its owner. */
  readonly mayDelete: boolean;
  readonly isOwner: boolean;
  /** The teams that its owner may let see it. */
  readonly teams: readonly Named[];
  /** Those that whoever asks may open, newest change first. */
  readonly documents: readonly FiledDocumentRow[];
  /** How many more there are that only others may open. */
  readonly othersDocuments: number;
  /** What whoever asks may put in. */
  readonly choosable: readonly { readonly id: string; readonly title: string }[];
  /** Null for whoever does not read situations. */
  readonly situations: readonly FiledSituationRow[] | null;
  readonly choosableSituations: readonly Omit<FiledSituationRow, "receivedAt" | "state">[];
  /** The newest first. */
  readonly reports: readonly ReportRow[];
}

/** What a report is made again from. */
export interface ReportSource extends ReportRow {
  /** Whom the engagement is for. */
  readonly client: string;
  readonly settings: KeptSettings;
  readonly logo: WrittenLogo | null;
  readonly session: string;
}
