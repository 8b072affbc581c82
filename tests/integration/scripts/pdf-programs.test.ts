import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";

const MODULE = pathToFileURL(join(import.meta.dirname, "../../../scripts/setup/pdf-programs.mjs")).href;

/** Installs what reads PDF files where there is nothing and `apt-get` is a script. */
async function install(aptGet: (folder: string) => string, user = 0): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "seamark-pdf-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "apt-get"), `#!/bin/sh\n${aptGet(folder)}\n`);
  chmodSync(join(folder, "apt-get"), 0o755);
  const script = `const { installPdfPrograms } = await import(${JSON.stringify(MODULE)});
    process.getuid = () => ${user};
    console.log(await installPdfPrograms([${JSON.stringify(folder)}]));`;
  const env = { NODE_ENV: "test" as const, PATH: `${folder}:${process.env["PATH"] ?? ""}` };
  const args = ["--input-type=module", "-e", script];
  return (await promisify(execFile)(process.execPath, args, { env })).stdout.trim();
}

test("what reads PDF files comes with the system's packages", async () => {
  const aptGet = (folder: string) =>
    `case "$*" in install*qpdf) touch ${folder}/qpdf;; install*poppler-utils) touch ${folder}/pdftotext ${folder}/pdfinfo;; esac`;
  expect(await install(aptGet)).toBe("0");
});

test("where it cannot be had, one sentence says why and what to do", async () => {
  const sentence =
    /^The tests read PDF files with .*which could not be installed \((.*)\): install qpdf and poppler-utils/;
  expect(sentence.exec(await install(() => "echo E: No such package; exit 100"))?.[1]).toBe(
    "No such package",
  );
  expect(sentence.exec(await install(() => "", 1000))?.[1]).toBe("only root can install packages");
});
