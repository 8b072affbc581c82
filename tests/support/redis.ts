import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { createClient } from "@redis/client";
import { freePort } from "./product.ts";

/** A Redis of its own that keeps nothing on disk, at an address that stays when it is killed and started again. */
export interface TestRedis {
  readonly url: string;
  readonly port: number;
  readonly start: () => Promise<void>;
  readonly kill: () => Promise<void>;
  /** Forgets everything, as an operator may make it. */
  readonly flush: () => Promise<void>;
  readonly keys: () => Promise<readonly string[]>;
}

export async function startRedis(): Promise<TestRedis> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const settings = ["--port", `${port}`, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
    child = spawn(process.env["REDIS_SERVER"] ?? "redis-server", settings, { stdio: "ignore" });
    await untilItAnswers(url);
  };
  await start();
  return {
    url,
    port,
    start,
    kill: async () => {
      if (child?.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
    flush: async () => {
      await withClient(url, (client) => client.flushAll());
    },
    keys: () => withClient(url, (client) => client.keys("*")),
  };
}

async function untilItAnswers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answer = await withClient(url, (client) => client.ping()).catch(() => undefined);
    if (answer !== undefined) return;
    await sleep(50);
  }
  throw new Error("redis-server did not start: is REDIS_SERVER, or redis-server on the PATH, one?");
}

function connectOnce(url: string) {
  const client = createClient({ url, socket: { reconnectStrategy: false } });
  client.on("error", () => undefined);
  return client.connect();
}

async function withClient<T>(
  url: string,
  work: (client: Awaited<ReturnType<typeof connectOnce>>) => Promise<T>,
): Promise<T> {
  const client = await connectOnce(url);
  try {
    return await work(client);
  } finally {
    client.destroy();
  }
}
