import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const PROJECT = resolve(import.meta.dirname, "../..");
const AREAS = [
  ...["architecture", "fit", "diagnosis", "mechanisms", "document", "diagram"],
  ...["simulation", "series", "intake", "triage", "interchange", "evaluation", "report"],
];

/** A tree with every folder the rules speak of. */
const CLEAN = [
  ...AREAS.map((area) => `core/${area}/base.ts`),
  ...[
    "core/result.ts",
    "live/base.ts",
    "reports/base.ts",
    "server/base.ts",
    "server/repositories/base.ts",
    "tests/base.ts",
  ],
  ...["app/base.ts", "components/canvas/base.ts", "components/ui/base.ts"],
];
const PRODUCTION = ["zod", "react", "yjs", "@prisma/client"];

/** For each rule: files that break it and what they import. */
const VIOLATIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "core-is-pure": { "core/architecture/impure.ts": "react" },
  "interchange-uses-pure-parsers-only": { "core/interchange/impure.ts": "react" },
  "drawings-of-runs-use-scales-only": { "core/simulation/draw-impure.ts": "react" },
  "core-parses-in-schema-files": { "core/architecture/parsing.ts": "zod" },
  "core-access-looks-down-only": { "core/access/up.ts": "../fit/base.ts" },
  "core-engagements-looks-down-only": { "core/engagements/up.ts": "../fit/base.ts" },
  "core-architecture-looks-down-only": { "core/architecture/up.ts": "../diagnosis/base.ts" },
  "core-delivery-looks-down-only": { "core/delivery/up.ts": "../fit/base.ts" },
  "core-fit-looks-down-only": { "core/fit/up.ts": "../intake/base.ts" },
  "core-diagnosis-looks-down-only": { "core/diagnosis/up.ts": "../mechanisms/base.ts" },
  "core-mechanisms-looks-down-only": { "core/mechanisms/up.ts": "../report/base.ts" },
  "core-document-looks-down-only": { "core/document/up.ts": "../diagnosis/base.ts" },
  "core-diagram-looks-down-only": { "core/diagram/up.ts": "../document/base.ts" },
  "core-simulation-looks-down-only": { "core/simulation/up.ts": "../architecture/base.ts" },
  "core-series-looks-down-only": { "core/series/up.ts": "../diagnosis/base.ts" },
  "core-intake-looks-down-only": { "core/intake/up.ts": "../diagnosis/base.ts" },
  "core-triage-looks-down-only": { "core/triage/up.ts": "../diagnosis/base.ts" },
  "core-interchange-looks-down-only": { "core/interchange/up.ts": "../report/base.ts" },
  "core-evaluation-looks-down-only": { "core/evaluation/up.ts": "../mechanisms/base.ts" },
  "core-report-looks-down-only": { "core/report/up.ts": "../simulation/base.ts" },
  "live-is-isomorphic": { "live/impure.ts": "zod" },
  "report-files-are-made-anywhere": { "reports/impure.ts": "../live/base.ts" },
  "components-reach-no-server": {
    "components/canvas/near.ts": "./between.ts",
    "components/canvas/between.ts": "../../server/base.ts",
  },
  "features-do-not-import-features": { "components/findings/other.ts": "../canvas/base.ts" },
  "ui-kit-knows-no-domain": { "components/ui/wise.ts": "../../core/result.ts" },
  "server-is-headless": { "server/drawing.ts": "../components/canvas/base.ts" },
  "prisma-only-in-db-and-repositories": { "server/services/querying.ts": "@prisma/client" },
  "app-uses-services-not-repositories": { "app/querying.ts": "../server/repositories/base.ts" },
  "nobody-imports-app": { "server/composing.ts": "../app/base.ts" },
  "no-circular": { "server/egg.ts": "./hen.ts" },
  "nobody-imports-tests": { "server/tested.ts": "../tests/base.ts" },
  "no-dev-dependency-in-production": { "server/developing.ts": "vitest" },
  "no-unresolvable": { "server/mistyped.ts": "./nowhere.ts" },
};

interface Report {
  readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] };
}

let folder: string;
let clean: Report;
let broken: Report;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "seamark-boundaries-"));
  for (const file of ["tsconfig.json", ".dependency-cruiser.mjs"])
    cpSync(join(PROJECT, file), join(folder, file));
  const listed = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, "1.0.0"]));
  plant(
    "package.json",
    JSON.stringify({ dependencies: listed(PRODUCTION), devDependencies: listed(["vitest"]) }),
  );
  for (const name of [...PRODUCTION, "vitest"]) {
    plant(`node_modules/${name}/package.json`, JSON.stringify({ name, main: "index.js" }));
    plant(`node_modules/${name}/index.js`, "module.exports = {};");
  }
  for (const file of CLEAN) plant(file, "export const base = 1;\n");
  plant("server/egg.ts", "export const egg = 1;\n");
  plant("server/hen.ts", 'import "./egg.ts";\n');
  clean = await cruise();
  for (const files of Object.values(VIOLATIONS))
    for (const [file, target] of Object.entries(files)) plant(file, `import ${JSON.stringify(target)};\n`);
  broken = await cruise();
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

function plant(file: string, content: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
}

function cruise(): Promise<Report> {
  const program = join(PROJECT, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
  const folders = ["app", "core", "components", "live", "reports", "server", "tests"];
  const args = [program, ...folders, "--config", ".dependency-cruiser.mjs", "--output-type", "json"];
  return new Promise((settle, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      if (stdout === "") reject(new Error(stderr, { cause: error }));
      else settle((JSON.parse(stdout) as { summary: Report }).summary);
    });
  });
}

test("a tree that keeps the rules has no violation", () => {
  expect(clean.violations).toEqual([]);
});

test("every rule has a planted violation", () => {
  const rules = broken.ruleSetUsed.forbidden.map(({ name }) => name);
  expect(Object.keys(VIOLATIONS).sort()).toEqual(rules.sort());
});

test.each(Object.entries(VIOLATIONS))("%s fires", (rule, files) => {
  const offenders = broken.violations.filter((violation) => violation.rule.name === rule);
  expect(offenders.map(({ from }) => from)).toEqual(expect.arrayContaining(Object.keys(files)));
});

test("no rule fires where another was broken, except where both are", () => {
  const alsoBroken: Record<string, string> = { "server/composing.ts": "server-is-headless" };
  const planted = Object.entries(VIOLATIONS).flatMap(([rule, files]) =>
    Object.keys(files).map((file) => `${rule} ${file}`),
  );
  const both = Object.entries(alsoBroken).map(([file, rule]) => `${rule} ${file}`);
  const fired = broken.violations.map(({ rule, from }) => `${rule.name} ${from}`);
  expect([...new Set(fired)].sort()).toEqual([...planted, ...both].sort());
});
