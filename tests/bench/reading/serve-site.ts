import { freePort } from "#tests/support/product.ts";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export const PROJECT = resolve(import.meta.dirname, "../../..");
const NEXT = "node_modules/next/dist/bin/next";

interface Packages {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, string>>;
}

/** A whole application of Next, to be built and served as it would be published. */
export interface Site {
  readonly files: Readonly<Record<string, string>>;
  /** Packages of its own, by exact version; null builds it with those of the project. */
  readonly packages: Packages | null;
  /** The page to look at. */
  readonly path: string;
}

export interface ServedSite {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Writes the site into a folder that is removed when it is stopped, brings its packages, builds and starts it. */
export async function serveSite(name: string, { files, packages, path }: Site): Promise<ServedSite> {
  // Below the project, for there the empty page finds the very packages that the product is built with.
  const place = join(PROJECT, ".data", "bench");
  mkdirSync(place, { recursive: true });
  const folder = mkdtempSync(join(place, `${name}-`));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const manifest = { name, private: true, type: "module", ...packages };
    for (const [file, text] of Object.entries({ "package.json": JSON.stringify(manifest), ...files })) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    if (packages !== null)
      run(folder, "npm", ["install", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"]);
    const next = join(packages === null ? PROJECT : folder, NEXT);
    run(folder, process.execPath, [next, "build"]);
    const server = await startNext(folder, next);
    return {
      url: `${server.origin}${path}`,
      stop: async () => {
        await server.stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

const environment: NodeJS.ProcessEnv = {
  ...process.env,
  NODE_ENV: "production",
  NEXT_TELEMETRY_DISABLED: "1",
};

function run(folder: string, program: string, args: readonly string[]): void {
  const isShellNeeded = process.platform === "win32";
  const result = spawnSync(program, args, {
    cwd: folder,
    encoding: "utf8",
    shell: isShellNeeded,
    env: environment,
  });
  if (result.status !== 0)
    throw new Error(`${program} ${args.join(" ")} failed in ${folder}:\n${result.stdout}${result.stderr}`);
}

async function startNext(
  folder: string,
  next: string,
): Promise<{ readonly origin: string; readonly stop: () => Promise<void> }> {
  const port = await freePort();
  const args = [next, "start", "--port", String(port), "--hostname", "127.0.0.1"];
  const server = spawn(process.execPath, args, { cwd: folder, env: environment, stdio: "ignore" });
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill("SIGTERM");
    await once(server, "exit");
  };
  const origin = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (server.exitCode !== null) break;
    if ((await fetch(origin).catch(() => undefined)) !== undefined) return { origin, stop };
    await sleep(100);
  }
  await stop();
  throw new Error(`next start does not answer in ${folder}`);
}
