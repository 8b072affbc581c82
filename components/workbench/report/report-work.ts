import type { Session } from "#core/document/session.schema.ts";
import type { ExportFormat } from "#core/interchange/exporter.ts";
import type { HandedOverFile } from "#core/engagements/engagement.schema.ts";
import type { ReportSettings } from "#core/report/report-settings.schema.ts";
import type { ReportFormat } from "#reports/report-formats.ts";

/** A file that somebody wants of a session. Everything that it is made from goes along; nothing is asked elsewhere. */
export type Work = {
  readonly session: Session;
  readonly settings: ReportSettings;
} & Wanted;

export type Wanted =
  | { readonly kind: "report"; readonly format: ReportFormat }
  | { readonly kind: "export"; readonly format: ExportFormat }
  /** What turns the neutral names of an anonymous report back. */
  | { readonly kind: "key"; readonly format: "key" };

export interface MadeFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of the bytes, in hexadecimal. */
  readonly sha256: string;
  readonly madeWith: HandedOverFile["madeWith"];
}

/** What the worker is asked, one at a time. */
export interface WorkAsked {
  readonly number: number;
  readonly work: Work;
}

/** What it says to that. */
export type WorkSaid =
  | { readonly kind: "progress"; readonly number: number; readonly done: number; readonly doing: string }
  | { readonly kind: "made"; readonly number: number; readonly file: MadeFile }
  | { readonly kind: "failed"; readonly number: number; readonly reason: string }
  /** There is nothing that could be in the file. */
  | { readonly kind: "empty"; readonly number: number; readonly why: string };
