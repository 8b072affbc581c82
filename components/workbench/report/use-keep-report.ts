import type { EngagementLink } from "#core/engagements/engagement-view.ts";
import type { HandedOverFile } from "#core/engagements/engagement.schema.ts";
import { REPORT_FORMATS, type ReportFormat } from "#reports/report-formats.ts";
import { useRef, useState } from "react";
import { newDocumentId } from "../new-id.ts";
import type { FilesProps } from "./file-list.tsx";
import { handedOver } from "./handed-over.ts";
import { keepReport } from "./keep-report.ts";
import { useFileStates } from "./use-file-maker.ts";
import { currentState } from "./wanted-file.ts";

/** Where the sketch is kept besides this browser. */
export interface KeptElsewhere {
  readonly documentId: string | null;
  readonly situationId: string | null;
}

export interface KeepingReport {
  readonly isPossible: boolean;
  /** How it stands with keeping it, and what is missing for it; empty while there is nothing to say. */
  readonly sentence: string;
  readonly keep: (engagement: EngagementLink) => Promise<void>;
}

const NOT_MADE = "Save it in a format above first: what is kept is what was handed over.";
const KEEPING = "Keeping it…";

/** Keeps the report as it stands, once it was made in some format. */
export function useKeepReport(files: FilesProps, elsewhere: KeptElsewhere): KeepingReport {
  const { session, settings } = files;
  const [said, say] = useState({ of: settings, sentence: "" });
  const idOf = useReportIds();
  const made = useMadeFiles(files);
  const outcome = said.of === settings ? said.sentence : "";
  const isPossible = made.length > 0 && outcome !== KEEPING;
  const keep = async ({ id: engagementId, client }: EngagementLink) => {
    if (settings === null || !isPossible) return;
    say({ of: settings, sentence: KEEPING });
    const id = idOf(session, settings, engagementId);
    const kept = await keepReport({ ...elsewhere, id, engagementId, files: made, session, settings });
    say({ of: settings, sentence: kept.ok ? `Kept with ${client}.` : kept.error });
  };
  return { isPossible, keep, sentence: made.length === 0 ? NOT_MADE : outcome };
}

/** The files that were made of the report as it stands. */
function useMadeFiles({ maker, session, settings }: FilesProps): readonly HandedOverFile[] {
  const states = useFileStates(maker);
  if (settings === null) return [];
  return (Object.keys(REPORT_FORMATS) as ReportFormat[]).flatMap((format) => {
    const state = currentState(states.get(format), { kind: "report", session, settings, format });
    return state?.kind === "made" ? [handedOver(format, state.file)] : [];
  });
}

/** The same id for the same report and engagement, however often it is kept. */
function useReportIds(): (...of: readonly unknown[]) => string {
  const last = useRef<{ readonly of: readonly unknown[]; readonly id: string } | null>(null);
  return (...of) => {
    const isSame = last.current?.of.every((part, i) => part === of[i]) ?? false;
    if (!isSame || last.current === null) last.current = { of, id: newDocumentId() };
    return last.current.id;
  };
}
