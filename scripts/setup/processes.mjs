import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";

export const PROJECT = resolve(import.meta.dirname, "../..");
const BIN = join(PROJECT, "node_modules", ".bin");

/** Nothing reports to anybody, and programs that look for `node` find the installed one first. */
function environment(extra = {}) {
  const quiet = { NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" };
  return { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH ?? ""}`, ...quiet, ...extra };
}

export function installedNode() {
  const names = process.platform === "win32" ? ["node.exe", "node"] : ["node"];
  return names.map((name) => join(BIN, name)).find((file) => existsSync(file)) ?? process.execPath;
}

/** Runs a program to its end with its output on ours, and resolves to its exit code. */
function run(file, args, { env, ...options } = {}) {
  return new Promise((settle) => {
    const child = spawn(file, args, { cwd: PROJECT, stdio: "inherit", env: environment(env), ...options });
    child.once("error", () => settle(127));
    child.once("exit", (code, signal) => settle(signal ? 1 : code));
  });
}

/** Runs a program to its end with its output on our error output. */
export function runBeside(file, args, options = {}) {
  return run(file, args, { ...options, stdio: ["inherit", 2, 2] });
}

/** Runs a program to its end and keeps what it says for when it fails. */
export function runQuietly(file, args, { env, ...options } = {}) {
  return new Promise((settle) => {
    const stdio = ["ignore", "pipe", "pipe"];
    const child = spawn(file, args, { cwd: PROJECT, stdio, env: environment(env), ...options });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.once("error", (error) => settle({ code: 127, output: error.message }));
    child.once("close", (code) => settle({ code: code ?? 1, output }));
  });
}

/**
 * For programs that read files of whatever origin: MiB for what is new on the heap, which Node otherwise lets grow to
 * several times this before it looks what of it is still in use.
 */
export const SMALL_HEAP = ["--max-semi-space-size=8"];

export function runNode(args, options) {
  return run(installedNode(), args, options);
}

/** The program of an installed package, by the file that its manifest names. */
export function tool(file) {
  return join(PROJECT, "node_modules", file);
}

/** Starts the server and stays for its signals and exit code; should we be killed, the channel tells it. */
export function serve(mode) {
  return new Promise((settle) => {
    const env = environment({ NODE_ENV: mode });
    const stdio = ["inherit", "inherit", "inherit", "ipc"];
    const server = spawn(installedNode(), ["server/main.ts"], { cwd: PROJECT, stdio, env });
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
      process.on(signal, () => server.kill(signal === "SIGHUP" ? "SIGTERM" : signal));
    server.once("error", () => settle(127));
    server.once("exit", (code, signal) => settle(signal ? 1 : code));
  });
}
