import type { Session } from "#core/document/session.schema.ts";
import type { ReportSettings } from "#core/report/report-settings.schema.ts";
import { useEffect, useState } from "react";
import { failureWords } from "./file-way.tsx";
import { ReportFrame } from "./report-frame.tsx";
import { useFileMaker, useFileStates } from "./use-file-maker.ts";

/** Milliseconds: nobody wants the report of half a word. */
const PAUSE = 500;
const KEY = "preview";

interface ReportPreviewProps {
  readonly session: Session;
  readonly settings: ReportSettings;
}

/** The report as it will be, made anew whenever what it says has changed; until then the last one stands. */
export function ReportPreview({ session, settings }: ReportPreviewProps) {
  const maker = useFileMaker();
  const state = useFileStates(maker).get(KEY);
  const [html, setHtml] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(
      () =>
        maker.make(KEY, { kind: "report", session, settings, format: "html" }, ({ bytes }) =>
          setHtml(new TextDecoder().decode(bytes)),
        ),
      PAUSE,
    );
    return () => clearTimeout(timer);
  }, [maker, session, settings]);
  if (state?.kind === "failed") {
    return (
      <p role="alert" className="report-frame p-4 text-small">
        {failureWords("The preview", state.reason)}
      </p>
    );
  }
  if (html === null) return <p className="report-frame p-4 text-small text-ink-soft">Setting the preview…</p>;
  return <ReportFrame html={html} />;
}
