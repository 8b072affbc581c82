import { Button } from "#components/ui/button.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import type { Session } from "#core/document/session.schema.ts";
import type { ReportSettings } from "#core/report/report-settings.schema.ts";
import { FileList } from "./file-list.tsx";
import { fileNameFor } from "./file-names.ts";
import { HeardProgress } from "./heard-progress.tsx";
import type { KeptReport } from "./load-kept-report.ts";
import { Picture } from "./logo-field.tsx";
import { ReportPreview } from "./report-preview.tsx";
import { SheetPart } from "./sheet-part.tsx";
import { useFileMaker } from "./use-file-maker.ts";
import "./report.css";

interface KeptReportSheetProps {
  readonly report: KeptReport;
  readonly onClose: () => void;
  /** Puts a copy of its sketch on the table. */
  readonly onOpenSketch: (session: Session) => void;
}

/** A report that was kept, made again: of the sketch and the settings it was made from, which nobody can change here. */
export function KeptReportSheet({ report, onClose, onOpenSketch }: KeptReportSheetProps) {
  const { source: session, settings, files, client, isAnonymous } = report;
  const maker = useFileMaker();
  return (
    <Sheet
      title="Hand over again"
      about={
        <>
          “{report.title}” as it was kept for {client} on {report.madeAt.slice(0, 10)}
          {report.madeBy !== null && ` by ${report.madeBy.name}`}. Sketch and settings are those it was made
          from, whatever has become of the sketch since.
        </>
      }
      isWide
      onClose={onClose}
    >
      <SheetPart title="The report">
        <div className="grid gap-x-8 gap-y-6 md:grid-cols-[minmax(0,20rem)_minmax(0,1fr)]">
          <Settings settings={settings} sketchTitle={session.architecture.title} />
          <ReportPreview session={session} settings={settings} />
        </div>
      </SheetPart>
      <SheetPart title="The report as a file">
        <p className="max-w-read pb-3 text-small text-ink-soft">
          Each file that is made again is compared with the one that was handed over.
          {isAnonymous && " The key to the names was not kept. It is made again here, from the sketch."}
        </p>
        <FileList maker={maker} session={session} settings={settings} handedOver={files} />
      </SheetPart>
      <SheetPart title="Its sketch">
        <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
          <p className="max-w-read text-small text-ink-soft">
            To go on from here, open it as a sketch of its own. The kept report stays as it is.
          </p>
          <Button onClick={() => onOpenSketch(session)}>Open its sketch</Button>
        </div>
      </SheetPart>
      <HeardProgress maker={maker} nameOf={fileNameFor} />
    </Sheet>
  );
}

interface SettingsProps {
  readonly settings: ReportSettings;
  readonly sketchTitle: string;
}

/** What was said of the report then. */
function Settings({ settings, sketchTitle }: SettingsProps) {
  const { title, client, author, date, confidentiality, logo, isAnonymous } = settings;
  const lines = [
    ["Title", title === "" ? sketchTitle : title],
    ["Client", client],
    ["Author", author],
    ["Date", date],
    ["Confidentiality", confidentiality],
    ["Names", isAnonymous ? "All replaced" : "As in the sketch"],
  ] as const;
  return (
    <dl className="self-start border-b border-hairline text-small">
      {lines.map(([name, value]) => (
        <div key={name} className="border-t border-hairline py-2">
          <dt className="sounding">{name}</dt>
          <dd dir="auto" className="wrap-anywhere">
            {value === "" ? "None" : value}
          </dd>
        </div>
      ))}
      {logo !== null && (
        <div className="border-t border-hairline py-2">
          <dt className="sounding">Logo of the client</dt>
          <dd className="pt-1">
            <Picture logo={logo} alt="The logo on the cover" />
          </dd>
        </div>
      )}
    </dl>
  );
}
