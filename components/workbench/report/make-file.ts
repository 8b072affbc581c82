import { diagnose } from "#core/diagnosis/diagnose.ts";
import type { ExportFormat } from "#core/interchange/exporter.ts";
import { EXPORTERS } from "#core/interchange/exporters.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { renderKey } from "#core/report/anonymize.ts";
import { decisionsOf } from "#core/report/decisions.ts";
import { diagnoseOptionsOf } from "#core/report/diagnose-options.ts";
import { exportedInvariants } from "#core/report/exported-invariants.ts";
import { madeWith } from "#reports/made-with.ts";
import { reportOf, type Report, type ReportContext } from "#core/report/report.ts";
import { sha256 } from "#reports/sha-256.ts";
import { err, ok, type Result } from "#core/result.ts";
import { makeReport, type OnProgress, type ReportAssets } from "#reports/make-report.ts";
import { REPORT_FORMATS, type ReportFormat } from "#reports/report-formats.ts";
import { fileNameOf } from "../download.ts";
import type { MadeFile, Work } from "./report-work.ts";

const UNDECIDED =
  "There is nothing to record yet: no move was taken, and no seam was found that one could answer.";

/** Makes what was asked for, or says why there would be nothing in it. Diagnoses as well: nothing but the session need come from the page. */
export async function makeFile(
  work: Work,
  context: ReportContext,
  assets: ReportAssets,
  onProgress: OnProgress,
): Promise<Result<MadeFile, string>> {
  onProgress(0, "Looking at the sketch");
  const { session, settings } = work;
  const diagnosis = diagnose(session.architecture, CATALOGUE, diagnoseOptionsOf(session));
  const report = reportOf(session, diagnosis, CATALOGUE, context, settings);
  if (work.kind === "report" && work.format === "decisions" && decisionsOf(report).length === 0)
    return err(UNDECIDED);
  const file = await fileOf(report, work, assets, onProgress);
  return ok({ ...file, sha256: sha256(file.bytes), madeWith: madeWith(context) });
}

type Written = Pick<MadeFile, "name" | "mediaType" | "bytes">;

function fileOf(
  report: Report,
  work: Work,
  assets: ReportAssets,
  onProgress: OnProgress,
): Written | Promise<Written> {
  switch (work.kind) {
    case "report":
      return reportFile(report, work.format, assets, onProgress);
    case "export":
      return exportFile(report, work.format);
    case "key":
      return keyFile(report, work.session.architecture.title);
  }
}

async function reportFile(
  report: Report,
  format: ReportFormat,
  assets: ReportAssets,
  onProgress: OnProgress,
): Promise<Written> {
  const { ending, mediaType } = REPORT_FORMATS[format];
  const bytes = await makeReport(report, format, assets, onProgress);
  // In a buffer of its own, however the maker came by it.
  return { name: nameFor(report, ending), mediaType, bytes: new Uint8Array(bytes) };
}

function exportFile(report: Report, format: ExportFormat): Written {
  const exporter = EXPORTERS.find((one) => one.format === format);
  if (exporter === undefined) throw new Error(`There is no format ${format}.`);
  const { session, diagnosis } = report;
  const text = exporter.write(session, exportedInvariants(session, diagnosis));
  return {
    name: nameFor(report, exporter.ending),
    mediaType: exporter.mediaType,
    bytes: new TextEncoder().encode(text),
  };
}

/** It has all names in it, and that of the sketch for its own: it stays where they are known. */
function keyFile({ key }: Report, title: string): Written {
  if (key === null) throw new Error("A report with all its names has no key.");
  return {
    name: fileNameOf(title, ".names.json"),
    mediaType: "application/json",
    bytes: new TextEncoder().encode(renderKey(key)),
  };
}

function nameFor({ session }: Report, ending: string): string {
  return fileNameOf(session.architecture.title, ending);
}
