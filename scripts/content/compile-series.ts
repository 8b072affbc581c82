import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readCaseFiles, type CaseFiles } from "./case-files.ts";
import type { CaseEntry } from "../../core/series/text-entry.ts";
import { wordId } from "../../core/series/word-id.ts";
import { seriesProblems } from "./check-series.ts";
import { otherAddresses } from "./other-addresses.ts";
import { CASES, PAGES, PATTERNS } from "./collections.ts";
import { compileCollection } from "./compile-collection.ts";
import type { CompiledText } from "./compile-text.ts";
import { mechanismsModule } from "./mechanisms-module.ts";
import {
  addressesJson,
  bodiesModule,
  bodyModule,
  caseFilesModule,
  entriesModule,
  glossaryModule,
  plainModule,
  reportContextModule,
} from "./series-modules.ts";
import { GLOSSARY } from "./read-glossary.ts";
import { drawSocialImage } from "./social-image.ts";
import { writeWhole } from "./write-whole.ts";

const content = fileURLToPath(new URL("../../content", import.meta.url));
const generated = join(content, "generated");

function requireUnique(values: readonly string[], what: string): void {
  const twice = values.find((value, i) => values.indexOf(value) !== i);
  if (twice !== undefined) throw new Error(`two texts have the ${what} ${twice}`);
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

function entries<Entry>(texts: readonly { readonly entry: Entry }[]): readonly Entry[] {
  return texts.map(({ entry }) => entry);
}

/** Texts with an id stand in its order. */
function inOrder<Matter extends { readonly id: string }>(
  texts: readonly CompiledText<Matter>[],
): readonly CompiledText<Matter>[] {
  requireUnique(
    texts.map(({ entry }) => entry.matter.id),
    "id",
  );
  return texts.toSorted((a, b) => (a.entry.matter.id < b.entry.matter.id ? -1 : 1));
}

function writeBodies(folder: string, texts: readonly CompiledText<{ readonly slug: string }>[]): void {
  mkdirSync(join(generated, folder), { recursive: true });
  const wanted = new Set(texts.map(({ entry }) => `${entry.matter.slug}.ts`));
  for (const name of readdirSync(join(generated, folder))) {
    if (!wanted.has(name)) rmSync(join(generated, folder, name));
  }
  for (const { entry, code } of texts) {
    writeWhole(join(generated, folder, `${entry.matter.slug}.ts`), bodyModule(code));
  }
  const slugs = texts.map(({ entry }) => entry.matter.slug);
  writeWhole(join(generated, `${folder}-bodies.ts`), bodiesModule(folder, slugs));
  writeWhole(join(generated, `${folder}-plain.ts`), plainModule(texts));
}

/** The social image of each case, by slug. */
async function drawImages(
  files: readonly (readonly [CaseEntry, CaseFiles])[],
): Promise<Readonly<Record<string, string>>> {
  const images: Record<string, string> = {};
  for (const [{ matter }, { sides }] of files) {
    const { slug, id, zone, invariant, title } = matter;
    images[slug] = await drawSocialImage({ slug, sounding: `${id}  ${zone}`, invariant, title, sides });
  }
  return images;
}

/** Compiles content into content/generated: one module per text, typed indexes of all of them, and the mechanisms' sketches. */
export async function compileSeries(): Promise<void> {
  const cases = inOrder(await compileCollection(CASES));
  const patterns = inOrder(await compileCollection(PATTERNS));
  const pages = await compileCollection(PAGES);
  const files: (readonly [CaseEntry, CaseFiles])[] = [];
  for (const { entry } of cases) {
    const read = await readCaseFiles(entry.matter);
    files.push([{ ...entry, happened: read.happened }, read]);
  }
  if (process.env["SEAMARK_DRAFT"] === undefined)
    refuse(
      seriesProblems({
        cases: files.map(([entry]) => entry),
        patterns: entries(patterns),
        pages: entries(pages),
        otherAddresses: otherAddresses(),
        words: GLOSSARY.map(({ term }) => wordId(term)),
      }),
    );
  writeBodies("cases", cases);
  writeBodies("patterns", patterns);
  writeBodies("pages", pages);
  writeWhole(
    join(generated, "cases.ts"),
    entriesModule(
      "cases",
      "CaseEntry",
      files.map(([entry]) => entry),
    ),
  );
  writeWhole(join(generated, "patterns.ts"), entriesModule("patterns", "PatternEntry", entries(patterns)));
  writeWhole(join(generated, "pages.ts"), entriesModule("pages", "PageEntry", entries(pages)));
  writeWhole(join(generated, "case-files.ts"), caseFilesModule(files, await drawImages(files)));
  writeWhole(join(generated, "addresses.json"), addressesJson({ cases, patterns, pages }));
  writeWhole(join(generated, "glossary.ts"), glossaryModule(GLOSSARY));
  writeWhole(
    join(generated, "report-context.ts"),
    reportContextModule(
      cases.map(({ entry }) => entry.matter),
      GLOSSARY,
    ),
  );
  writeWhole(join(generated, "mechanisms.ts"), await mechanismsModule(content));
  console.log(`content: ${cases.length} cases, ${patterns.length} patterns, ${pages.length} pages compiled`);
}
