import { compareFile } from "#core/engagements/compare-file.ts";
import type { KeptFile } from "#core/engagements/engagement-view.ts";
import type { ReportFormat } from "#reports/report-formats.ts";
import type { FileState } from "./file-maker.ts";
import { comparisonWords, handedOver } from "./handed-over.ts";
import { sizeWords } from "#components/ui/size-words.ts";

interface MadeBeforeProps {
  readonly format: ReportFormat;
  /** What the report was handed over as. */
  readonly files: readonly KeptFile[];
  readonly state: FileState | undefined;
}

/** What was handed over in a format, and, once it is made again, whether that is the same file. */
export function MadeBefore({ format, files, state }: MadeBeforeProps) {
  const kept = files.find((file) => file.format === format);
  const made = state?.kind === "made" ? handedOver(format, state.file) : null;
  return (
    <>
      {kept !== undefined && <span className="sounding block">{keptWords(kept)}</span>}
      {made !== null && (
        <span className="block font-medium">
          {comparisonWords(compareFile(files, made), made.madeWith.version)}
        </span>
      )}
    </>
  );
}

function keptWords({ bytes, sha256 }: KeptFile): string {
  return sha256 === null ? "handed over" : `handed over, ${sizeWords(bytes)}, SHA‑256 ${sha256.slice(0, 12)}`;
}
