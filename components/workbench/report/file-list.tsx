import type { Session } from "#core/document/session.schema.ts";
import type { KeptFile } from "#core/engagements/engagement-view.ts";
import type { ReportSettings } from "#core/report/report-settings.schema.ts";
import { REPORT_FORMATS, type ReportFormat } from "#reports/report-formats.ts";
import type { ReactNode } from "react";
import type { FileMaker, FileState } from "./file-maker.ts";
import { KEY_NAME } from "./file-names.ts";
import { FileTrouble, FileWay } from "./file-way.tsx";
import { MadeBefore } from "./made-before.tsx";
import type { Wanted } from "./report-work.ts";
import { useFileStates } from "./use-file-maker.ts";
import { currentState, saveFile } from "./wanted-file.ts";

/** What a file is good for, beside its name. */
const GOOD_FOR: Readonly<Record<ReportFormat | "pdf" | "docx" | "png", string>> = {
  pdf: "To hand over, to print, to keep",
  docx: "To work on in a word processor",
  html: "One page that opens anywhere, without a network",
  markdown: "For a repository or a wiki",
  json: "For programs; opens here again as this sketch",
  csv: "One row for each explanation of a seam",
  svg: "The drawing alone, sharp at any size",
  png: "The drawing alone, for slides",
  decisions: "One for each move, for the repository of the system",
};

export interface FilesProps {
  readonly maker: FileMaker;
  readonly session: Session;
  /** Null while something in them is wrong. */
  readonly settings: ReportSettings | null;
}

interface FileListProps extends FilesProps {
  /** Where the report is made again: what it was handed over as. */
  readonly handedOver?: readonly KeptFile[];
}

/** The report in every format that there is. */
export function FileList({ handedOver, ...files }: FileListProps) {
  return (
    <ul className="border-b border-hairline">
      {(Object.keys(REPORT_FORMATS) as ReportFormat[]).map((format) => (
        <FileRow
          key={format}
          name={REPORT_FORMATS[format].name}
          goodFor={GOOD_FOR[format]}
          wanted={{ kind: "report", format }}
          about={(state) => handedOver && <MadeBefore format={format} files={handedOver} state={state} />}
          {...files}
        />
      ))}
      {files.settings?.isAnonymous === true && (
        <FileRow
          name={KEY_NAME}
          goodFor="All names are in it, and what stands for each: keep it, and hand it to nobody"
          wanted={{ kind: "key", format: "key" }}
          {...files}
        />
      )}
    </ul>
  );
}

interface FileRowProps extends FilesProps {
  readonly name: string;
  readonly goodFor: string;
  readonly wanted: Wanted;
  /** What else is said of it, as it stands. */
  readonly about?: (state: FileState | undefined) => ReactNode;
}

function FileRow({ name, goodFor, wanted, about, maker, session, settings }: FileRowProps) {
  const states = useFileStates(maker);
  const work = settings && { session, settings, ...wanted };
  const state = currentState(states.get(wanted.format), work);
  return (
    <li className="file-row">
      <p className="text-small font-medium">{name}</p>
      <p className="min-w-0 text-small">
        <span className="text-ink-soft">{goodFor}</span>
        {about?.(state)}
        <FileTrouble name={name} state={state} />
      </p>
      <FileWay
        name={name}
        state={state}
        isOff={work === null}
        onSave={() => {
          if (work !== null) saveFile(maker, work);
        }}
        onCancel={() => maker.cancel(wanted.format)}
      />
    </li>
  );
}
