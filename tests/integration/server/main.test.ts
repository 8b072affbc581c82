import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { PgBoss } from "pg-boss";
import { expect, onTestFinished, test } from "vitest";
import { DELIVERY } from "#server/jobs/queues.ts";
import { freePort, spawnProduct, startProduct } from "#tests/support/product.ts";
import { createGuestDatabase, createTestDatabase, runIn } from "#tests/support/test-database.ts";

interface Door {
  readonly url: string;
  readonly open: () => Promise<void>;
  readonly close: () => void;
}

/** Passes connections on to a database while it is open, always at the same address. */
async function doorTo(url: string): Promise<Door> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  const through = new URL(url);
  through.port = `${await freePort()}`;
  const pass = (near: Socket): void => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
    }
    near.pipe(far).pipe(near);
  };
  const open = async (): Promise<void> => {
    server = createServer(pass).listen(Number(through.port), "127.0.0.1");
    await once(server, "listening");
  };
  const close = (): void => {
    server?.close();
    for (const socket of sockets) socket.destroy();
  };
  await open();
  return { url: through.href, open, close };
}

/** Runs the product until it gives up by itself. */
async function refusal(variables: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const product = spawnProduct(variables);
  await once(product.child, "close");
  return { code: product.child.exitCode, output: product.output() };
}

test.each([
  [
    { PORT: "ninety" },
    /^PORT must be a whole number from 0 to 65535, and it is "ninety": correct it or unset it\.\n$/,
  ],
  [{ DATABASE_URL: "sqlite:///tmp/x" }, /^DATABASE_URL is not a PostgreSQL address: .*\n$/],
  [
    { DATABASE_URL: "postgresql://u:hunter2@127.0.0.1:1/db" },
    /^No PostgreSQL answers at 127\.0\.0\.1:1 .*\n$/,
  ],
  [
    { DATABASE_URL: "", DATA_FOLDER: "package.json" },
    /^The private PostgreSQL cannot keep its data in \S*package\.json\/postgres \(ENOTDIR\): .*\n$/,
  ],
  [
    { SECRET_KEY: "too short" },
    /^SECRET_KEY must be at least 32 characters, .*: correct it or unset it\.\n$/,
  ],
])("a wrong configuration is one sentence and exit code 78: %o", async (variables, sentence) => {
  const { code, output } = await refusal(variables);
  expect(output).toMatch(sentence);
  expect(output).not.toContain("hunter2");
  expect(code).toBe(78);
});

test.each([
  {
    missing: "the right to create schemas",
    sql: "SELECT",
    sentence: /^The user \S+ may not create schemas in .* run GRANT CREATE ON DATABASE \S+ TO \S+\.$/,
  },
  {
    missing: "a right to the job queue that another user has set up",
    sql: "CREATE SCHEMA pgboss; CREATE TABLE pgboss.version ()",
    sentence: /^PostgreSQL at \S+ denies the user .* \(permission denied for schema pgboss\): .*\.$/,
  },
])("a user without $missing is one sentence and exit code 78", async ({ sql, sentence }) => {
  const { url, ownerUrl, user, drop } = await createGuestDatabase();
  onTestFinished(drop);
  await runIn(ownerUrl, `GRANT CREATE ON SCHEMA public TO ${user}; ${sql}`);
  const { code, output } = await refusal({ DATABASE_URL: url });
  expect(output.trimEnd()).toMatch(sentence);
  expect(code).toBe(78);
});

test("what the sentence about missing rights says to run is enough to start", async () => {
  const { url, ownerUrl, drop } = await createGuestDatabase();
  onTestFinished(drop);
  const { output } = await refusal({ DATABASE_URL: url });
  await runIn(ownerUrl, / run (GRANT .*)\.\n$/.exec(output)?.[1] ?? "");
  const product = await startProduct({ DATABASE_URL: url });
  expect(await product.stop()).toBe(0);
});

test("a port somebody else has is one sentence and exit code 78", async () => {
  const { url, drop } = await createTestDatabase();
  onTestFinished(drop);
  const port = await freePort();
  const other = createServer().listen(port, "127.0.0.1");
  onTestFinished(() => void other.close());
  const { code, output } = await refusal({ DATABASE_URL: url, PORT: `${port}` });
  expect(output).toContain(`Cannot listen on 127.0.0.1:${port} (another program listens there)`);
  expect(code).toBe(78);
});

test("without its database the product lives, says it is not ready in time, and recovers", async () => {
  const { url, drop } = await createTestDatabase();
  onTestFinished(drop);
  const door = await doorTo(url);
  const product = await startProduct({ DATABASE_URL: door.url });
  onTestFinished(() => product.stop().then(() => undefined));
  door.close();
  const startedAt = performance.now();
  const ready = await fetch(`${product.url}/readyz`);
  expect(performance.now() - startedAt).toBeLessThan(2000);
  expect(ready.status).toBe(503);
  expect(await ready.json()).toEqual({ status: "database-unreachable" });
  expect((await fetch(`${product.url}/healthz`)).status).toBe(200);
  expect((await fetch(product.url)).status).toBe(200);
  await door.open();
  onTestFinished(door.close);
  await expect.poll(async () => (await fetch(`${product.url}/readyz`)).status, { timeout: 5000 }).toBe(200);
});

test("a signal lets the request that runs finish, and then the process ends well", async () => {
  const { url, drop } = await createTestDatabase();
  onTestFinished(drop);
  const product = await startProduct({ DATABASE_URL: url });
  const half = connect(Number(new URL(product.url).port), "127.0.0.1");
  half.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\n");
  let answer = "";
  half.on("data", (chunk: Buffer) => void (answer += chunk.toString()));
  await sleep(200);
  product.child.kill("SIGTERM");
  await sleep(200);
  half.write("\r\n");
  await once(half, "close");
  expect(answer).toContain("200 OK");
  expect(await product.stop()).toBe(0);
});

test("a signal ends everything within ten seconds, though a request hangs and a job comes", async () => {
  const { url, drop } = await createTestDatabase();
  onTestFinished(drop);
  const product = await startProduct({ DATABASE_URL: url });
  const boss = await new PgBoss({ connectionString: url, supervise: false, schedule: false }).start();
  onTestFinished(() => boss.stop({ graceful: false }));
  const hanging = connect(Number(new URL(product.url).port), "127.0.0.1");
  hanging.write("POST /api/situations HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{");
  onTestFinished(() => void hanging.destroy());
  await sleep(200);
  const startedAt = performance.now();
  const stopped = product.stop();
  await sleep(200);
  await boss.send(DELIVERY, { messageId: randomUUID(), traceparent: null });
  expect(await stopped).toBe(0);
  expect(performance.now() - startedAt).toBeLessThan(10_000);
  expect(await boss.findJobs(DELIVERY)).toMatchObject([{ state: "created" }]);
});

test("an upgrade nobody serves is answered, and so is a request line with an absolute address", async () => {
  const { url, drop } = await createTestDatabase();
  onTestFinished(drop);
  const product = await startProduct({ DATABASE_URL: url });
  onTestFinished(() => product.stop().then(() => undefined));
  const upgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\n";
  expect(await say(product.url, `GET /anything HTTP/1.1\r\nHost: x\r\n${upgrade}\r\n`)).toMatch(
    /^HTTP\/1\.1 404/,
  );
  expect(await say(product.url, `GET http://a/ HTTP/1.1\r\nHost: x\r\n${upgrade}\r\n`)).toMatch(
    /^HTTP\/1\.1 400/,
  );
  expect(await say(product.url, "GET http://a/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).toMatch(
    / 400 /,
  );
  expect(await say(product.url, "TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).toMatch(
    / 405 [^]*\r\nAllow: GET, HEAD, /,
  );
});

test("a request is logged with its trace, without its query, and a stranger's trace is only linked to", async () => {
  const { url, drop } = await createTestDatabase();
  onTestFinished(drop);
  const product = await startProduct({ DATABASE_URL: url });
  const stranger = "0af7651916cd43dd8448eb211c80319c";
  await fetch(`${product.url}/canary@example.com?mail=canary@example.com`, {
    headers: { traceparent: `00-${stranger}-b7ad6b7169203331-01`, "user-agent": "canary" },
  });
  await product.stop();
  const lines = product
    .output()
    .split("\n")
    .filter((line) => line.startsWith("{"));
  const logged = lines
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .find((line) => line["link.trace_id"]);
  expect(logged).toMatchObject({
    "service.name": "seamark",
    "event.name": "http.request",
    "http.request.method": "GET",
    "url.path": "/:id",
    "http.response.status_code": 404,
    "link.trace_id": stranger,
  });
  expect(logged?.["trace_id"]).toMatch(/^[0-9a-f]{32}$/);
  expect(logged?.["trace_id"]).not.toBe(stranger);
  expect(product.output()).not.toContain("canary");
});

async function say(url: string, request: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.end(request);
  let answer = "";
  socket.on("data", (chunk: Buffer) => void (answer += chunk.toString()));
  await once(socket, "close");
  return answer;
}

test("a secret that can be kept nowhere is one sentence and exit code 78", async () => {
  const { url, drop } = await createTestDatabase();
  onTestFinished(drop);
  const { code, output } = await refusal({ DATABASE_URL: url, DATA_FOLDER: "package.json" });
  expect(output).toMatch(
    /^The secret of this installation cannot be kept in \S+package\.json \(\w+\): .*\n$/,
  );
  expect(code).toBe(78);
});
