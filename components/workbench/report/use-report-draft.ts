import { useCallback, useEffect, useRef, useState } from "react";
import { loadReportSettings, saveReportSettings } from "../storage/report-settings-database.ts";
import { dayOf, draftFrom, keptOf, type ReportDraft } from "./report-draft.ts";

/** Somebody who goes on typing is not interrupted by the disk. */
const PAUSE = 400;

export interface HeldDraft {
  /** Null until it was read what was said the last time. */
  readonly draft: ReportDraft | null;
  readonly change: (part: Partial<ReportDraft>) => void;
}

/** What is said of a report, kept in this browser beside the sketch, so that the next report begins with it. */
export function useReportDraft(sessionId: string, person: string): HeldDraft {
  const [draft, setDraft] = useState<ReportDraft | null>(null);
  const unsaved = useRef<ReportDraft | null>(null);
  useEffect(() => {
    let isShown = true;
    const show = (kept: unknown) => {
      if (isShown) setDraft(draftFrom(kept, dayOf(new Date()), person));
    };
    // What cannot be read is asked for again.
    loadReportSettings(sessionId).then(show, () => show(null));
    return () => {
      isShown = false;
    };
  }, [sessionId, person]);
  const save = useCallback(() => {
    const waiting = unsaved.current;
    unsaved.current = null;
    if (waiting !== null) void saveReportSettings(sessionId, keptOf(waiting)).catch(() => undefined);
  }, [sessionId]);
  useEffect(() => {
    if (draft === null || unsaved.current === null) return;
    const timer = setTimeout(save, PAUSE);
    return () => clearTimeout(timer);
  }, [draft, save]);
  useEffect(() => {
    addEventListener("pagehide", save);
    return () => {
      removeEventListener("pagehide", save);
      save();
    };
  }, [save]);
  const change = useCallback(
    (part: Partial<ReportDraft>) =>
      setDraft((now) => {
        if (now === null) return now;
        const next = { ...now, ...part };
        unsaved.current = next;
        return next;
      }),
    [],
  );
  return { draft, change };
}
