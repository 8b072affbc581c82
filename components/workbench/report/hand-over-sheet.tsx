import { Sheet } from "#components/ui/sheet.tsx";
import { useMemo } from "react";
import { useHeldAccount } from "../account/account-context.ts";
import { useWorkbench } from "../workbench-context.ts";
import { ExportList } from "./export-list.tsx";
import { FileList, type FilesProps } from "./file-list.tsx";
import { fileNameFor } from "./file-names.ts";
import { HeardProgress } from "./heard-progress.tsx";
import { KeepWithEngagement } from "./keep-with-engagement.tsx";
import { readDraft, type ReportDraft } from "./report-draft.ts";
import { ReportPreview } from "./report-preview.tsx";
import { ReportSettingsForm } from "./report-settings-form.tsx";
import { SheetPart } from "./sheet-part.tsx";
import { useFileMaker } from "./use-file-maker.ts";
import type { KeptElsewhere } from "./use-keep-report.ts";
import { useReportDraft } from "./use-report-draft.ts";
import "./report.css";

interface HandOverSheetProps {
  readonly elsewhere: KeptElsewhere;
  readonly onClose: () => void;
}

/** The findings as a report, and the sketch for other tools: all of it made here, in this browser. */
export function HandOverSheet({ elsewhere, onClose }: HandOverSheetProps) {
  const { sessionId, person } = useWorkbench();
  const { draft, change } = useReportDraft(sessionId, person === "you" ? "" : person);
  return (
    <Sheet
      title="Hand over"
      about="Everything here is made in this browser, and nothing of the sketch or of the report leaves it unasked."
      isWide
      onClose={onClose}
    >
      {draft !== null && <Parts draft={draft} onChange={change} elsewhere={elsewhere} />}
    </Sheet>
  );
}

interface PartsProps extends Pick<HandOverSheetProps, "elsewhere"> {
  readonly draft: ReportDraft;
  readonly onChange: (part: Partial<ReportDraft>) => void;
}

function Parts({ draft, onChange, elsewhere }: PartsProps) {
  const { session } = useWorkbench();
  const list = useHeldAccount()?.state.list ?? null;
  const maker = useFileMaker();
  const read = useMemo(() => readDraft(draft), [draft]);
  const files: FilesProps = { maker, session, settings: read.ok ? read.value : null };
  return (
    <>
      <SheetPart title="The report">
        <div className="grid gap-x-8 gap-y-6 md:grid-cols-[minmax(0,20rem)_minmax(0,1fr)]">
          <ReportSettingsForm
            draft={draft}
            problems={read.ok ? {} : read.error}
            sketchTitle={session.architecture.title}
            onChange={onChange}
          />
          {files.settings === null ? (
            <p className="report-frame p-4 text-small">
              The preview waits until the setting that is marked is put right.
            </p>
          ) : (
            <ReportPreview session={session} settings={files.settings} />
          )}
        </div>
      </SheetPart>
      <SheetPart title="The report as a file">
        {files.settings === null && (
          <p className="max-w-read pb-3 text-small">
            No file can be made until the setting that is marked above is put right.
          </p>
        )}
        <FileList {...files} />
      </SheetPart>
      {list !== null && list.engagements.length > 0 && (
        <SheetPart title="The report with an engagement">
          <KeepWithEngagement list={list} elsewhere={elsewhere} {...files} />
        </SheetPart>
      )}
      <SheetPart title="The sketch for other tools">
        <ExportList {...files} />
      </SheetPart>
      <HeardProgress maker={maker} nameOf={fileNameFor} />
    </>
  );
}
