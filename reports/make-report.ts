import { reportDocument } from "#core/report/blocks/compose.ts";
import type { Report } from "#core/report/report.ts";
import { renderJson } from "#core/report/render-json.ts";
import { renderCsv } from "#core/report/render-csv.ts";
import { renderDecisions } from "#core/report/render-decisions.ts";
import { renderHtml } from "#core/report/render-html.ts";
import { renderMarkdown } from "#core/report/render-markdown.ts";
import { renderSvg } from "#core/report/render-svg.ts";
import { archive } from "./archive.ts";
import type { ReportFormat } from "./report-formats.ts";

/** Where the fonts and programs are that some formats need: files of the product, read from disk or from its own address. */
export interface ReportAssets {
  /** The bytes of an asset by its name, as in `fonts/ibm-plex-mono-latin-400-normal.woff`. */
  readonly read: (name: string) => Promise<Uint8Array>;
}

/** How far it is: 0 to 1, and what is being done, as a sentence. */
export type OnProgress = (done: number, doing: string) => void;

/**
 * Makes a report as a file. Runs in a worker of the browser and in Node alike, needs no network but for `assets`, and
 * gives the same bytes for the same report. To cancel it, end the worker.
 */
export async function makeReport(
  report: Report,
  format: ReportFormat,
  assets: ReportAssets,
  onProgress: OnProgress = () => undefined,
): Promise<Uint8Array> {
  onProgress(0, "Putting the report together");
  return await MAKERS[format](report, assets, onProgress);
}

type Maker = (
  report: Report,
  assets: ReportAssets,
  onProgress: OnProgress,
) => Uint8Array | Promise<Uint8Array>;

const MAKERS: Readonly<Record<ReportFormat, Maker>> = {
  html: (report) => encode(renderHtml(reportDocument(report))),
  markdown: (report) => encode(renderMarkdown(reportDocument(report))),
  json: (report) => encode(renderJson(report)),
  csv: (report) => encode(renderCsv(report)),
  svg: (report) => encode(renderSvg(report)),
  decisions: (report) => archive(renderDecisions(report)),
};

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
