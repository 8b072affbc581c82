/** `node measure.ts FORMAT COMPONENTS`: diagnoses a sketch, makes one report of it and prints what both took. */
import { readSession, writeSession } from "#core/interchange/session-json.ts";
import { reportDocument } from "#core/report/blocks/compose.ts";
import { loadFonts } from "#reports/fonts/fonts.ts";
import { makeReport } from "#reports/make-report.ts";
import { layOut } from "#reports/pdf/lay-out.ts";
import { PdfFile } from "#reports/pdf/pdf-file.ts";
import { createTypesetter } from "#reports/pdf/typeset.ts";
import type { ReportFormat } from "#reports/report-formats.ts";
import { largeSession } from "#tests/support/large-session.ts";
import { reportOn } from "#tests/support/reports.ts";
import { nodeAssets } from "../../../scripts/report-assets/node-assets.ts";

const [format = "pdf", components = "200"] = process.argv.slice(2);
const text = writeSession(largeSession(Number(components)));
const clock = performance.now();
const read = readSession(text);
if (!read.ok) throw new Error(`It is no sketch: ${JSON.stringify(read.error)}`);
const start = process.cpuUsage();
const report = reportOn(read.value);
const bytes =
  format === "bare" ? await bare() : await makeReport(report, format as ReportFormat, nodeAssets());
const { user, system } = process.cpuUsage(start);
console.log(
  JSON.stringify({
    milliseconds: (user + system) / 1000,
    seconds: (performance.now() - clock) / 1000,
    bytes: bytes.length,
    document: text.length,
    megabytes: process.resourceUsage().maxRSS / 1024,
  }),
);

/** All words of the report as paragraphs of one face, a hundred at a time. */
async function bare(): Promise<Uint8Array> {
  const fonts = await loadFonts(new Set(), nodeAssets(), ["serif"]);
  const set = createTypesetter(fonts);
  const file = new PdfFile({ title: "", author: "", subject: "", date: "2026-01-01", language: "en" });
  const words = reportDocument(report).blocks.flatMap(wordsIn);
  for (let i = 0; i < words.length; i += 100)
    file.draw(
      await layOut(
        words.slice(i, i + 100).map((text) => set.text("body", text)),
        fonts,
      ),
    );
  return await file.end();
}

function wordsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return value.startsWith("<svg") ? [] : [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(wordsIn);
}
