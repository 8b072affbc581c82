import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";

const REDIS = pathToFileURL(join(import.meta.dirname, "../../../scripts/setup/redis.mjs")).href;

/** Installs Redis where there is none and `apt-get` is a script. */
async function install(aptGet: (redis: string) => string, { user = 0, named = "" } = {}): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "seamark-redis-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "apt-get"), `#!/bin/sh\n${aptGet(join(folder, "redis-server"))}\n`);
  chmodSync(join(folder, "apt-get"), 0o755);
  const script = `const { installRedis } = await import(${JSON.stringify(REDIS)});
    process.getuid = () => ${user};
    console.log(await installRedis([${JSON.stringify(folder)}]));`;
  const env = {
    NODE_ENV: "test" as const,
    PATH: `${folder}:${process.env["PATH"] ?? ""}`,
    REDIS_SERVER: named,
  };
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], {
    env,
  });
  return stdout.trim();
}

test("Redis comes with the system's package", async () => {
  expect(await install((redis) => `case "$*" in install*redis-server) touch ${redis};; esac`)).toBe("0");
});

test.each([
  [{}, /^The tests need a Redis and none could be installed \(No such package\): install it.*REDIS_SERVER/],
  [{ user: 1000 }, /\(only root can install packages\): install it/],
  [{ named: "/nowhere/redis-server" }, /^REDIS_SERVER names \/nowhere\/redis-server, which is not there/],
])("where no Redis can be had, one sentence says why and what to do: %o", async (options, sentence) => {
  expect(await install(() => "echo E: No such package; exit 100", options)).toMatch(sentence);
});
