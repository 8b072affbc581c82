import { Button } from "#components/ui/button.tsx";
import { sizeWords } from "#components/ui/size-words.ts";
import type { EngagementSheet, ReportRow } from "#core/engagements/engagement-view.ts";
import { REPORT_FORMATS } from "#reports/report-formats.ts";
import { Grave, Part } from "../part.tsx";
import { Row } from "./engagement-contents.tsx";
import { counted } from "./engagement-list.tsx";
import { EngagementForm } from "./engagement-words.tsx";

interface ReportsProps {
  readonly engagement: EngagementSheet;
}

/** What was handed over, by whom and when, and the way to have it again. */
export function EngagementReportsPart({ engagement }: ReportsProps) {
  const { reports } = engagement;
  return (
    <Part heading="Reports" sounding={counted(reports.length, "report")}>
      {reports.length === 0 ? (
        <p className="max-w-read">
          No report is kept yet. A report that is handed over in the workbench can be kept here with the
          sketch and the settings as they were, so that each of its files can be made again, byte for byte.
        </p>
      ) : (
        <ul className="border-t border-hairline">
          {reports.map((report) => (
            <Report key={report.id} report={report} engagement={engagement} />
          ))}
        </ul>
      )}
    </Part>
  );
}

function Report({ report, engagement }: ReportsProps & { readonly report: ReportRow }) {
  const { id, title, files, isAnonymous, sha256, madeBy, madeAt, mayRemove } = report;
  const inEngagement = `/api/engagements/${engagement.id}/reports/${id}`;
  return (
    <Row
      heading={<span dir="auto">{title}</span>}
      soundings={[
        `${madeAt.slice(0, 10)} ${madeAt.slice(11, 16)} UTC`,
        madeBy === null ? "by somebody without an account now" : `by ${madeBy.name}`,
        ...(isAnonymous ? ["anonymized"] : []),
        `sketch ${sha256.slice(0, 12)}`,
      ]}
      below={<Files files={files} />}
      isLong
    >
      <a
        href={`/workbench?engagement=${engagement.id}&report=${id}`}
        className="action action-quiet"
        aria-label={`Make again: ${title}, in the workbench`}
      >
        Make again
      </a>
      <a
        href={`${inEngagement}/session`}
        download
        className="action action-quiet"
        aria-label={`Sketch as a file: ${title}`}
      >
        Sketch as a file
      </a>
      {mayRemove && (
        <Grave summary="Remove">
          <p>
            The sketch as it was goes with it, for good. Files that were handed over stay where they are, and
            nobody can make them again.
          </p>
          <EngagementForm name="remove-report" of={engagement}>
            <input type="hidden" name="report" value={id} />
            <Button type="submit" aria-label={`Remove it for good: ${title}`}>
              Remove it for good
            </Button>
          </EngagementForm>
        </Grave>
      )}
    </Row>
  );
}

/** The files that were handed over, each with what tells it from any other: their bytes are with the client. */
function Files({ files }: Pick<ReportRow, "files">) {
  return (
    <ul
      className="sounding mt-1 sm:grid sm:grid-cols-[repeat(3,max-content)] sm:gap-x-4"
      aria-label="Files that were handed over"
    >
      {files.map(({ format, bytes, sha256 }) => (
        <li key={format} className="flex flex-wrap gap-x-4 sm:col-span-3 sm:grid sm:grid-cols-subgrid">
          <span>{nameOf(format)}</span>
          {sha256 !== null && (
            <>
              <span>{sizeWords(bytes)}</span>
              <span title={sha256}>SHA-256 {sha256.slice(0, 12)}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function nameOf(format: string): string {
  const known: Readonly<Record<string, { readonly name: string }>> = REPORT_FORMATS;
  return Object.hasOwn(known, format) ? (known[format]?.name ?? format) : format;
}

/** Closing takes nothing away and can be undone; deleting cannot. */
export function EngagementEndPart({ engagement }: ReportsProps) {
  const { closedAt, mayDelete, reports, client } = engagement;
  return (
    <Part heading="The end of it">
      <EngagementForm name={closedAt === null ? "close" : "reopen"} of={engagement} className="grid gap-2">
        <p className="max-w-read">
          {closedAt === null
            ? "A closed engagement is listed apart and offered nowhere. Nothing of it is lost."
            : "It is closed: listed apart and offered nowhere."}
        </p>
        <div>
          <Button type="submit">{closedAt === null ? "Close it" : "Open it again"}</Button>
        </div>
      </EngagementForm>
      {mayDelete && (
        <Grave summary="Delete this engagement">
          <p className="wrap-anywhere">
            {reports.length === 0
              ? `“${client}” and its note are deleted for everybody.`
              : `“${client}”, its note and ${counted(reports.length, "report")} are deleted for everybody.`}{" "}
            Sketches and situations stay where they are.
          </p>
          <EngagementForm name="delete" of={engagement}>
            <input type="hidden" name="reports" value={reports.length} />
            <Button type="submit">Delete it for good</Button>
          </EngagementForm>
        </Grave>
      )}
    </Part>
  );
}
