import type { ByteFile } from "#core/interchange/decode-text.ts";
import type { InputProblem } from "#core/architecture/input-problem.schema.ts";
import type { MergeDifference } from "#core/document/merge-difference.ts";
import type { SketchMatch } from "#core/document/match-sketch.ts";
import type { Session } from "#core/document/session.schema.ts";
import type { Imported, ImportFormat, ImportProblem } from "#core/interchange/importer.ts";
import type { Result } from "#core/result.ts";
import type { Corrections } from "./corrected.ts";

export interface FilesAsked {
  readonly files: readonly ByteFile[];
  readonly at: string;
  /** Null: whatever they look like. */
  readonly format: ImportFormat | null;
}

export interface KnownFormat {
  readonly format: ImportFormat;
  readonly name: string;
}

export interface FilesRead {
  /** Every format that can be read. */
  readonly formats: readonly KnownFormat[];
  /** What the files look like; null where that is nothing known. */
  readonly recognized: ImportFormat | null;
  readonly result: Result<Imported, readonly ImportProblem[]>;
}

/** What was read last, in the kinds that a person chose, and the sketch that it is to come into. */
export interface MergeAsked {
  readonly there: Session;
  readonly corrections: Corrections;
}

/** What comes of it: found beside the page, as everything is compared with everything. */
export interface FoundMerge {
  /** Which of it is there already, and as what. */
  readonly matched: SketchMatch;
  readonly difference: MergeDifference;
  /** False where both together are more than a session can hold: then there is no difference. */
  readonly fits: boolean;
}

/** A session that was saved here, or what is wrong with it. */
export type SavedRead = Result<Session, readonly InputProblem[]>;

/** What the worker is asked. It answers in turn, under the same number. */
export type WorkAsked =
  | { readonly number: number; readonly read: FilesAsked }
  | { readonly number: number; readonly merge: MergeAsked }
  | { readonly number: number; readonly saved: string };

export interface WorkDone {
  readonly number: number;
  readonly done: FilesRead | FoundMerge | SavedRead;
}
