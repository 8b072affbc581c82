import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";

const MODULE = pathToFileURL(join(import.meta.dirname, "../../../scripts/setup/spreadsheet.mjs")).href;

/** Installs a spreadsheet where there is none and `apt-get` is a script. */
async function install(aptGet: (folder: string) => string, user = 0): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "seamark-spreadsheet-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "apt-get"), `#!/bin/sh\n${aptGet(folder)}\n`);
  chmodSync(join(folder, "apt-get"), 0o755);
  const script = `const { installSpreadsheet } = await import(${JSON.stringify(MODULE)});
    process.getuid = () => ${user};
    console.log(await installSpreadsheet([${JSON.stringify(folder)}]));`;
  const env = { NODE_ENV: "test" as const, PATH: `${folder}:${process.env["PATH"] ?? ""}` };
  const args = ["--input-type=module", "-e", script];
  return (await promisify(execFile)(process.execPath, args, { env })).stdout.trim();
}

test("a spreadsheet comes with the system's packages", async () => {
  const aptGet = (folder: string) => `case "$*" in install*libreoffice-calc) touch ${folder}/localc;; esac`;
  expect(await install(aptGet)).toBe("0");
});

test("where none can be had, one sentence says why and what to do", async () => {
  const sentence =
    /^The tests open files with a spreadsheet, which could not be installed \((.*)\): install LibreOffice Calc, on Debian with apt-get install -y libreoffice-calc as root\.$/;
  expect(sentence.exec(await install(() => "echo E: No such package; exit 100"))?.[1]).toBe(
    "No such package",
  );
  expect(sentence.exec(await install(() => "", 1000))?.[1]).toBe("only root can install packages");
});
