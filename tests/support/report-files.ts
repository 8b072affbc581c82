import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Block, Cover, ReportDocument } from "#core/report/report-document.ts";

export const COVER: Cover = {
  title: "A title",
  subtitle: "Findings",
  client: "",
  author: "",
  date: "2026-03-02",
  confidentiality: "",
  logo: null,
};

export function documentOf(blocks: readonly Block[], cover: Partial<Cover> = {}): ReportDocument {
  return { cover: { ...COVER, ...cover }, blocks };
}

export function paragraphOf(text: string): Block {
  return { type: "paragraph", runs: [{ text }] };
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The parts of a Word document, texts as text. */
export function partsOf(docx: Uint8Array): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
  );
}

/** What a program says of a file. */
export function saidOf(
  program: string,
  bytes: Uint8Array,
  args: (file: string) => readonly string[],
): string {
  const folder = mkdtempSync(join(tmpdir(), "seamark-report-"));
  try {
    const file = join(folder, "file");
    writeFileSync(file, bytes);
    return execFileSync(program, [...args(file)], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "pipe"],
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function pdfText(pdf: Uint8Array): string {
  return saidOf("pdftotext", pdf, (file) => ["-layout", file, "-"]);
}
