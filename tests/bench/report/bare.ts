/** `node bare.ts SKETCH OUT`: the words of its report as paragraphs of one font on pages, with nothing around them. */
import { readFileSync, writeFileSync } from "node:fs";
import { readSession } from "#core/interchange/session-json.ts";
import { reportDocument } from "#core/report/blocks/compose.ts";
import { loadFonts } from "#reports/fonts/fonts.ts";
import { layOut } from "#reports/pdf/lay-out.ts";
import { PdfFile } from "#reports/pdf/pdf-file.ts";
import { createTypesetter } from "#reports/pdf/typeset.ts";
import { reportOn } from "#tests/support/reports.ts";
import { nodeAssets } from "../../../scripts/report-assets/node-assets.ts";

const [sketch = "", out = ""] = process.argv.slice(2);
const read = readSession(readFileSync(sketch, "utf8"));
if (!read.ok) throw new Error(`It is no sketch: ${JSON.stringify(read.error)}`);
const fonts = await loadFonts(new Set(), nodeAssets(), ["serif"]);
const set = createTypesetter(fonts);
const file = new PdfFile({ title: "", author: "", subject: "", date: "2026-01-01", language: "en" });
const words = reportDocument(reportOn(read.value)).blocks.flatMap(wordsIn);
for (let i = 0; i < words.length; i += 100)
  file.draw(
    await layOut(
      words.slice(i, i + 100).map((text) => set.text("body", text)),
      fonts,
    ),
  );
writeFileSync(out, await file.end());

function wordsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return value.startsWith("<svg") ? [] : [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(wordsIn);
}
