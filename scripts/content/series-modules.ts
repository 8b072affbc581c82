import type { CaseMatter } from "../../core/series/case.schema.ts";
import type { GlossaryWord } from "../../core/series/glossary.schema.ts";
import type { CaseEntry } from "../../core/series/text-entry.ts";
import type { CaseFiles } from "./case-files.ts";
import type { CompiledText } from "./compile-text.ts";

/** A compiled body as a module of its own. */
export function bodyModule(code: string): string {
  return [
    "// @ts-nocheck: compiled from content by scripts/compile-content.ts",
    'import * as React from "react";',
    'import * as _jsx_runtime from "react/jsx-runtime";',
    'import type { SeriesBody } from "#components/site/series-body.ts";',
    `const compiled = (function () {\n${code}\n})();`,
    "export default compiled.default as SeriesBody;",
    "",
  ].join("\n");
}

/** The bodies of a collection, loaded when a page needs one. */
export function bodiesModule(folder: string, slugs: readonly string[]): string {
  return [
    'import type { SeriesBody } from "#components/site/series-body.ts";',
    "",
    "export const bodies: Readonly<Record<string, () => Promise<{ readonly default: SeriesBody }>>> = {",
    ...slugs.map((slug) => `  "${slug}": () => import("./${folder}/${slug}.ts"),`),
    "};",
    "",
  ].join("\n");
}

/** The entries of a collection, as they stand in lists. */
export function entriesModule(name: string, type: string, entries: readonly object[]): string {
  return [
    `import type { ${type} } from "#core/series/text-entry.ts";`,
    "",
    constant(name, `readonly ${type}[]`, entries),
  ].join("\n");
}

/** The texts without components, for feeds, downloads and machines. */
export function plainModule(texts: readonly CompiledText<{ readonly slug: string }>[]): string {
  return [
    'import type { PlainText } from "#core/series/text-entry.ts";',
    "",
    constant(
      "plain",
      "Readonly<Record<string, PlainText>>",
      Object.fromEntries(texts.map(({ entry, plain }) => [entry.matter.slug, plain])),
    ),
  ].join("\n");
}

/** What the pages of cases need besides entries and bodies. Incident files are read as they are, and not yet parsed. */
export function caseFilesModule(
  cases: readonly (readonly [CaseEntry, CaseFiles])[],
  images: Readonly<Record<string, string>>,
): string {
  const bySlug = <Value>(pick: (files: CaseFiles) => Value) =>
    Object.fromEntries(cases.map(([{ matter }, files]) => [matter.slug, pick(files)]));
  return [
    'import type { WalkStep } from "#core/architecture/walk.ts";',
    'import type { Move } from "#core/series/move.schema.ts";',
    ...cases.map(
      ([{ matter }], i) =>
        `import incident${i} from "#content/incidents/${matter.incident}.json" with { type: "json" };`,
    ),
    "",
    "export const incidents: Readonly<Record<string, unknown>> = {",
    ...cases.map(([{ matter }], i) => `  "${matter.slug}": incident${i},`),
    "};",
    "",
    "/** The steps in which each case is walked over its sketch. */",
    constant(
      "walks",
      "Readonly<Record<string, readonly WalkStep[]>>",
      bySlug(({ walk }) => walk),
    ),
    "/** The names of the social images in content/generated/social. */",
    constant("images", "Readonly<Record<string, string>>", images),
    constant(
      "moves",
      "Readonly<Record<string, Move>>",
      bySlug(({ move }) => move),
    ),
  ].join("\n");
}

export function glossaryModule(words: readonly GlossaryWord[]): string {
  return [
    'import type { GlossaryWord } from "#core/series/glossary.schema.ts";',
    "",
    constant("glossary", "readonly GlossaryWord[]", words),
  ].join("\n");
}

/** What a report takes from the series: small, because it is loaded where a report is made. */
export function reportContextModule(cases: readonly CaseMatter[], words: readonly GlossaryWord[]): string {
  return [
    'import type { ReportContext } from "#core/report/report.ts";',
    "",
    constant("reportContext", 'Omit<ReportContext, "origin">', {
      cases: cases.map(({ slug, title, mechanism, zone, dek }) => {
        return { slug, title, mechanism, zone, summary: dek };
      }),
      glossary: words.map(({ term, says }) => ({ word: term, meaning: says })),
    }),
  ].join("\n");
}

/** Which texts there are, for what is decided before any page is: redirects, and addresses that name nothing. */
export function addressesJson(
  collections: Readonly<Record<string, readonly CompiledText<Addressed>[]>>,
): string {
  const pick = (texts: readonly CompiledText<Addressed>[]) =>
    texts.map(({ entry: { matter } }) => ({ id: matter.id, slug: matter.slug }));
  return JSON.stringify(
    Object.fromEntries(Object.entries(collections).map(([name, texts]) => [name, pick(texts)])),
    null,
    2,
  );
}

interface Addressed {
  readonly slug: string;
  readonly id?: string;
}

function constant(name: string, type: string, value: unknown): string {
  return `export const ${name}: ${type} = ${JSON.stringify(value, null, 2)};\n`;
}
