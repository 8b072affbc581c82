import { reportDocument } from "#core/report/blocks/compose.ts";
import type { Report } from "#core/report/report.ts";
import { renderJson } from "#core/report/render-json.ts";
import { renderCsv } from "#core/report/render-csv.ts";
import { renderDecisions } from "#core/report/render-decisions.ts";
import { renderHtml } from "#core/report/render-html.ts";
import { renderMarkdown } from "#core/report/render-markdown.ts";
import { renderSvg } from "#core/report/render-svg.ts";
import { drawSketch } from "#core/report/blocks/drawings.ts";
import { seamsTold } from "#core/report/blocks/grouped-seams.ts";
import { archive } from "./archive.ts";
import type { OnProgress, ReportAssets } from "./report-assets.ts";
import type { ReportFormat } from "./report-formats.ts";

export type { OnProgress, ReportAssets } from "./report-assets.ts";

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
  // What sets pages and draws pictures is large, and loaded when it is asked for.
  pdf: async (report, assets, onProgress) => {
    const { makePdf } = await import("./pdf/make-pdf.ts");
    return makePdf(reportDocument(report), assets, onProgress);
  },
  docx: async (report, assets, onProgress) => {
    const { makeDocx } = await import("./docx/make-docx.ts");
    return makeDocx(reportDocument(report), assets, onProgress);
  },
  png: async (report, assets, onProgress) => {
    const { makePng, PAPER } = await import("./picture/make-png.ts");
    onProgress(0.2, "Drawing the sketch");
    return makePng(drawSketch(report, seamsTold(report.findings)), assets, { ground: PAPER });
  },
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
