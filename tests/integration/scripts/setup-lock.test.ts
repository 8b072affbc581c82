import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";

const STAMPS = pathToFileURL(join(import.meta.dirname, "../../../scripts/setup/stamps.mjs")).href;

/** Whether another process gets the lock within some seconds. */
function getsLock(file: string): Promise<boolean> {
  const script = `const { withSetupLock } = await import(${JSON.stringify(STAMPS)});
    await withSetupLock(() => console.log("in"), ${JSON.stringify(file)});`;
  return new Promise((settle) => {
    execFile(process.execPath, ["--input-type=module", "-e", script], { timeout: 3000 }, (_, out) =>
      settle(out.endsWith("in\n")),
    );
  });
}

function lockLeftBy(pid: number, secondsAgo: number): string {
  const folder = mkdtempSync(join(tmpdir(), "seamark-lock-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "setup.lock");
  writeFileSync(file, `${pid}`);
  const then = new Date(Date.now() - secondsAgo * 1000);
  utimesSync(file, then, then);
  return file;
}

const NOBODY = 4_194_305;

test.each([
  ["of a process that works", process.pid, 0, false],
  ["of a process that is gone", NOBODY, 0, true],
  ["whose number another process has by now", process.pid, 60, true],
  ["that was cut off before it said whose it is", 0, 60, true],
])("the setup waits for a lock %s only while that makes sense", async (_, pid, secondsAgo, gets) => {
  expect(await getsLock(lockLeftBy(pid, secondsAgo))).toBe(gets);
});

test("a folder that cannot be written is one sentence", async () => {
  const steps = STAMPS.replace("stamps.mjs", "steps.mjs");
  const file = join(lockLeftBy(NOBODY, 0), "setup.lock");
  const script = `const { prepare } = await import(${JSON.stringify(steps)});
    console.log(await prepare([], ${JSON.stringify(file)}));`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script]);
  expect(stdout).toMatch(/^\/.* cannot be used \(E[A-Z]+\): this user must be able to write/);
});
