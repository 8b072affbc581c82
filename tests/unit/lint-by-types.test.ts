import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { ESLint } from "eslint";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WRONG_CODE } from "#tests/support/wrong-code.ts";

const PROJECT = resolve(import.meta.dirname, "../..");
const RULES = rulesOfTheCheck();

/** What the program of the check has no word for. */
const UNKNOWN = ["no-unsafe-class-instance-assignment", "no-unsafe-enum-assignment"];

type Rules = Readonly<Record<string, unknown>>;

interface Report {
  readonly diagnostics: readonly { readonly code: string; readonly filename: string }[];
}

let folder: string;
let found: readonly (readonly [file: string, rule: string])[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "seamark-lint-"));
  for (const file of ["tsconfig.json", ".oxlintrc.json"]) cpSync(join(PROJECT, file), join(folder, file));
  symlinkSync(join(PROJECT, "node_modules"), join(folder, "node_modules"), "junction");
  for (const [rule, code] of Object.entries(WRONG_CODE))
    writeFileSync(join(folder, `${rule}.ts`), `${code}\nexport {};\n`);
  const { diagnostics } = await lint();
  found = diagnostics.map(({ code, filename }) => [basename(filename, ".ts"), code]);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

async function lint(): Promise<Report> {
  const program = join(PROJECT, "node_modules/oxlint/bin/oxlint");
  const said = await new Promise<string>((settle) => {
    // It ends as one that has found something does.
    execFile(process.execPath, [program, "--format", "json"], { cwd: folder }, (_, stdout, stderr) => {
      settle(stdout + stderr);
    });
  });
  return JSON.parse(said) as Report;
}

/** What each rule is asked with: nothing, or its settings. */
function rulesOfTheCheck(): Rules {
  const text = readFileSync(join(PROJECT, ".oxlintrc.json"), "utf8");
  const { overrides } = JSON.parse(text) as { readonly overrides: readonly [{ readonly rules: Rules }] };
  return settingsOf(overrides[0].rules, "typescript/", "error");
}

function settingsOf(rules: Rules, prefix: string, severity: unknown): Rules {
  return Object.fromEntries(
    Object.entries(rules).map(([name, said]) => {
      const [asked, ...settings] = [said].flat();
      expect(asked).toBe(severity);
      return [name.replace(prefix, ""), settings];
    }),
  );
}

test("every rule has wrong code", () => {
  expect(Object.keys(WRONG_CODE).sort()).toEqual(Object.keys(RULES).sort());
});

test.each(Object.keys(WRONG_CODE))("%s is found", (rule) => {
  expect(found).toContainEqual([rule, `typescript(${rule})`]);
});

test("the check asks for the rules that all tests ask for once more, and as strictly", async () => {
  const eslint = new ESLint({ cwd: PROJECT, overrideConfigFile: join(PROJECT, "eslint.types.config.mjs") });
  const { rules } = (await eslint.calculateConfigForFile("core/result.ts")) as { readonly rules: Rules };
  const unknown = Object.fromEntries(UNKNOWN.map((name) => [name, []]));
  expect({ ...RULES, ...unknown }).toEqual(settingsOf(rules, "@typescript-eslint/", 2));
});
