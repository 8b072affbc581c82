import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const PROJECT = resolve(import.meta.dirname, "../..");

/** The product as a process of its own, as an operator runs it. */
export interface Product {
  readonly url: string;
  readonly child: ChildProcess;
  /** All it wrote so far, logs and sentences. */
  readonly output: () => string;
  /** Ends it as an operator would and resolves to its exit code. */
  readonly stop: () => Promise<number | null>;
}

type Variables = Readonly<Record<string, string>>;

/** Spawns server/main.ts and does not wait for anything. */
export function spawnProduct(variables: Variables): Omit<Product, "url"> {
  const child = spawn(process.execPath, [join(PROJECT, "server/main.ts")], {
    cwd: PROJECT,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...variables },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => void (output += chunk.toString()));
  const stop = async (): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGTERM");
      await once(child, "exit");
    }
    return child.exitCode;
  };
  return { child, output: () => output, stop };
}

/** Starts the product on a free port and waits until it is ready. */
export async function startProduct(variables: Variables): Promise<Product> {
  const port = await freePort();
  const product = spawnProduct({ PORT: `${port}`, ...variables });
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (product.child.exitCode !== null) break;
    const response = await fetch(`${url}/readyz`).catch(() => undefined);
    if (response?.ok) return { ...product, url };
    await sleep(100);
  }
  await product.stop();
  throw new Error(`The product did not become ready:\n${product.output()}`);
}

export function freePort(): Promise<number> {
  return new Promise((settle) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => settle(port));
    });
  });
}
