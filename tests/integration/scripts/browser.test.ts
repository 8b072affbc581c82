import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";

const BROWSER = pathToFileURL(join(import.meta.dirname, "../../../scripts/setup/browser.mjs")).href;

/** Installs a browser as root where there is none, no download can be had, and `apt-get` is a script. */
async function install(aptGet: (browser: string) => string): Promise<{ stdout: string; stderr: string }> {
  const folder = mkdtempSync(join(tmpdir(), "seamark-browser-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const browser = join(folder, "chromium");
  writeFileSync(join(folder, "apt-get"), `#!/bin/sh\n${aptGet(browser)}\n`);
  chmodSync(join(folder, "apt-get"), 0o755);
  const script = `const { installBrowser } = await import(${JSON.stringify(BROWSER)});
    process.getuid = () => 0;
    console.log(await installBrowser([${JSON.stringify(browser)}]));`;
  const env = {
    NODE_ENV: "test" as const,
    PATH: `${folder}:${process.env["PATH"] ?? ""}`,
    PLAYWRIGHT_BROWSERS_PATH: folder,
    PLAYWRIGHT_DOWNLOAD_HOST: "http://127.0.0.1:1",
  };
  return promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], { env });
}

test("a browser comes with the system's package where there is no download", async () => {
  const { stdout, stderr } = await install(
    (browser) => `case "$*" in install*chromium) touch ${browser};; esac`,
  );
  expect([stdout, stderr]).toEqual(["0\n", ""]);
});

test("where no browser can be had, one sentence says why and what to do", async () => {
  const { stdout, stderr } = await install(() => "echo E: No such package; echo E: More; exit 100");
  expect(stdout).toMatch(
    /^The tests need a browser and none could be installed \(No such package; .*ECONNREFUSED.*\): install Chromium.*\n$/,
  );
  expect(stderr).toBe("");
});
