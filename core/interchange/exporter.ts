import type { Pair } from "../architecture/subject.ts";
import type { LadderPlace } from "../architecture/rung.ts";
import type { MechanismKey, Zone } from "../architecture/vocabulary.ts";
import type { Session } from "../document/session.schema.ts";

export type ExportFormat =
  "mermaid" | "structurizr" | "open-threat-model" | "threat-dragon" | "tm-bom" | "prometheus";

/** An agreement at a seam as it is handed over: what was found, told as a value that formats can carry. */
export interface ExportedInvariant {
  readonly between: Pair;
  /** One checkable sentence: people's own, or else what the engine proposes. */
  readonly sentence: string;
  readonly ladder: LadderPlace;
  /** Who keeps it; empty where nobody said. */
  readonly owner: string;
  readonly mechanism: MechanismKey | null;
  /** The mechanism's name. */
  readonly title: string;
  readonly zone: Zone | null;
  /** How probable the seam is, 0 to 1. */
  readonly probability: number;
  /** The structural moves that were taken over into the sketch for it. */
  readonly moves: readonly string[];
}

/** What of a sketch a format carries, one sentence each; published as a table in docs/interchange.md. */
export interface Carried {
  readonly keeps: readonly string[];
  readonly loses: readonly string[];
}

export interface Exporter {
  readonly format: ExportFormat;
  /** The name by which people know the format. */
  readonly name: string;
  /** What the name of its files ends with, with the dot. */
  readonly ending: string;
  readonly mediaType: string;
  readonly carried: Carried;
  /** The whole file. The same session gives the same text; texts of people are text in it, whatever they hold. */
  readonly write: (session: Session, invariants: readonly ExportedInvariant[]) => string;
}
