/** Compiles content into content/generated: one module per case, a typed index of all of them, and the mechanisms' sketches. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseIncident, type Incident } from "../core/architecture/incident.schema.ts";
import { describeProblems } from "../core/architecture/input-problem.schema.ts";
import type { WalkStep } from "../core/architecture/walk.ts";
import { parseWalk } from "../core/series/walk.schema.ts";
import { compileCase, type CompiledCase } from "./content/compile-case.ts";
import { mechanismsModule } from "./content/mechanisms-module.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const casesFolder = join(root, "content/cases");
const generated = join(root, "content/generated");
const cache = join(generated, ".cache");
const lockfile = readFileSync(join(root, "package-lock.json"));
const pipeline = ["scripts/compile-content.ts", ...listed("scripts/content"), ...listed("core/series")].map(
  (path) => readFileSync(join(root, path)),
);

function listed(folder: string): readonly string[] {
  return readdirSync(join(root, folder))
    .sort()
    .map((name) => `${folder}/${name}`);
}

/** Whole or not at all: a reader never sees half a file, and an interrupted run leaves the old one. */
function writeWhole(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}

async function compiled(name: string): Promise<CompiledCase> {
  const source = readFileSync(join(casesFolder, name), "utf8");
  const hash = createHash("sha256").update(lockfile);
  for (const part of [...pipeline, source]) hash.update("\0").update(part);
  const cached = join(cache, `${hash.digest("hex")}.json`);
  try {
    return JSON.parse(readFileSync(cached, "utf8")) as CompiledCase;
  } catch {
    const result = await compileCase(`content/cases/${name}`, source);
    writeWhole(cached, JSON.stringify(result));
    return result;
  }
}

function incidentOf({ matter }: CompiledCase["entry"]): Incident {
  const file = `content/incidents/${matter.incident}.json`;
  const incident = parseIncident(JSON.parse(readFileSync(join(root, file), "utf8")));
  if (!incident.ok) throw new Error(`${file}: ${describeProblems(incident.error)}`);
  const { zone, mechanism, failureClass } = incident.value.documented;
  if (zone !== matter.zone || mechanism !== matter.mechanism || failureClass !== matter.failureClass) {
    throw new Error(`${matter.slug}: zone, mechanism or failure class differ from ${file}`);
  }
  return incident.value;
}

/** The steps of a case that can be walked; none where it has no such file. */
function walkOf({ matter }: CompiledCase["entry"], { architecture }: Incident): readonly WalkStep[] {
  const file = `content/cases/${matter.slug}.walk.json`;
  if (!existsSync(join(root, file))) return [];
  const input: unknown = JSON.parse(readFileSync(join(root, file), "utf8"));
  const sources = matter.sources.map(({ key }) => key);
  const walk = parseWalk(input, architecture, sources);
  if (!walk.ok) throw new Error(`${file}: ${describeProblems(walk.error)}`);
  return walk.value;
}

function bodyModule(code: string): string {
  return [
    "// @ts-nocheck: compiled from content/cases by scripts/compile-content.ts",
    'import * as React from "react";',
    'import * as _jsx_runtime from "react/jsx-runtime";',
    'import type { CaseBody } from "#components/site/case-body.ts";',
    `const compiled = (function () {\n${code}\n})();`,
    "export default compiled.default as CaseBody;",
    "",
  ].join("\n");
}

function indexModule(
  cases: readonly CompiledCase[],
  walks: ReadonlyMap<string, readonly WalkStep[]>,
): string {
  const slugs = cases.map(({ entry }) => entry.matter.slug);
  return [
    'import type { CaseBody } from "#components/site/case-body.ts";',
    'import type { CaseEntry } from "#core/series/case-entry.ts";',
    'import type { WalkStep } from "#core/architecture/walk.ts";',
    ...cases.map(
      ({ entry }, i) =>
        `import incident${i} from "#content/incidents/${entry.matter.incident}.json" with { type: "json" };`,
    ),
    "",
    `export const cases: readonly CaseEntry[] = ${JSON.stringify(
      cases.map(({ entry }) => entry),
      null,
      2,
    )};`,
    "",
    "/** The bodies, loaded when a page needs one. */",
    "export const bodies: Readonly<Record<string, () => Promise<{ readonly default: CaseBody }>>> = {",
    ...slugs.map((slug) => `  "${slug}": () => import("./cases/${slug}.ts"),`),
    "};",
    "",
    "/** The steps in which each case is walked over its sketch. */",
    `export const walks: Readonly<Record<string, readonly WalkStep[]>> = ${JSON.stringify(
      Object.fromEntries(walks),
      null,
      2,
    )};`,
    "",
    "/** The incident files that the cases read, not yet parsed. */",
    "export const incidents: Readonly<Record<string, unknown>> = {",
    ...slugs.map((slug, i) => `  "${slug}": incident${i},`),
    "};",
    "",
  ].join("\n");
}

function requireUnique(values: readonly string[], what: string): void {
  const twice = values.find((value, i) => values.indexOf(value) !== i);
  if (twice !== undefined) throw new Error(`two cases have the ${what} ${twice}`);
}

async function main(): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const names = readdirSync(casesFolder)
    .filter((name) => name.endsWith(".mdx"))
    .sort();
  const cases: CompiledCase[] = [];
  const walks = new Map<string, readonly WalkStep[]>();
  for (const name of names) {
    const one = await compiled(name);
    if (`${one.entry.matter.slug}.mdx` !== name) throw new Error(`${name}: the file is named after the slug`);
    walks.set(one.entry.matter.slug, walkOf(one.entry, incidentOf(one.entry)));
    cases.push(one);
  }
  cases.sort((a, b) => (a.entry.matter.id < b.entry.matter.id ? -1 : 1));
  requireUnique(
    cases.map(({ entry }) => entry.matter.id),
    "id",
  );
  rmSync(join(generated, "cases"), { recursive: true, force: true });
  mkdirSync(join(generated, "cases"), { recursive: true });
  for (const { entry, code } of cases) {
    writeWhole(join(generated, "cases", `${entry.matter.slug}.ts`), bodyModule(code));
  }
  writeWhole(join(generated, "series.ts"), indexModule(cases, walks));
  writeWhole(join(generated, "mechanisms.ts"), mechanismsModule(join(root, "content")));
  console.log(`content: ${cases.length} ${cases.length === 1 ? "case" : "cases"} compiled`);
}

await main();
