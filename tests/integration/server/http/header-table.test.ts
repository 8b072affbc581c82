import { once } from "node:events";
import { readFileSync } from "node:fs";
import { request, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { indexHashes } from "#server/http/inline-hashes.ts";
import { createSecure } from "#server/http/secure.ts";
import { createWebServer } from "#server/http/web-server.ts";
import { startProduct, type Product } from "#tests/support/product.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/test-database.ts";

const BUILD = resolve(import.meta.dirname, "../../../../.next");
const readBuild = (file: string): unknown => JSON.parse(readFileSync(resolve(BUILD, file), "utf8"));

/** Every route of the build, and every address it made beforehand: one of each route is enough. */
function listPaths(): readonly string[] {
  const routes = Object.values(readBuild("app-path-routes-manifest.json") as Record<string, string>);
  const made = Object.keys((readBuild("prerender-manifest.json") as { routes: object }).routes);
  return routes.flatMap((route) => {
    if (route.startsWith("/_")) return [];
    if (!route.includes("[")) return [route];
    const pattern = new RegExp(`^${route.replaceAll(/\[[^\]]+\]/g, "[^/]+")}$`);
    const example = made.find((path) => pattern.test(path) && !path.includes("["));
    return [...(example === undefined ? [] : [example]), route.replaceAll(/\[[^\]]+\]/g, "no-such-thing")];
  });
}

let opened: TestDatabase;
let product: Product;

beforeAll(async () => {
  vi.stubEnv("LOG_LEVEL", "silent");
  opened = await createTestDatabase();
  product = await startProduct({ DATABASE_URL: opened.url, LOG_LEVEL: "silent" });
});
afterAll(async () => {
  await product.stop();
  await opened.drop();
});

const REQUIRED: readonly (readonly [name: string, value: RegExp])[] = [
  ["content-security-policy", /(?:^|; )frame-ancestors 'none'(?:;|$)/],
  ["x-content-type-options", /^nosniff$/],
  ["cross-origin-opener-policy", /^same-origin$/],
  ["cross-origin-resource-policy", /^same-origin$/],
];

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Not with fetch: it asks for an answer anew where `if-none-match` is set. */
async function answerTo(
  url: string,
  { method = "GET", headers = {}, body }: Asked,
): Promise<IncomingMessage> {
  const sent = request(url, { method, headers }).end(body);
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  await once(response.resume(), "end");
  return response;
}

const missingOf = ({ headers }: IncomingMessage): readonly string[] =>
  REQUIRED.flatMap(([name, value]) => (value.test(String(headers[name])) ? [] : [name]));

test("T25: every route, found, unchanged, unknown or not meant for the method, carries the four headers", async () => {
  const statuses: Record<number, number> = {};
  const missing: string[] = [];
  const ask = async (path: string, asked: Asked = {}): Promise<IncomingMessage> => {
    const response = await answerTo(`${product.url}${path}`, asked);
    const status = response.statusCode ?? 0;
    statuses[status] = (statuses[status] ?? 0) + 1;
    for (const name of missingOf(response))
      missing.push(`${asked.method ?? "GET"} ${path} ${status} ${name}`);
    return response;
  };
  const paths = listPaths();
  const untyped: string[] = [];
  for (const path of paths) {
    const found = await ask(path);
    if (found.statusCode === 200 && !found.headers["content-type"]) untyped.push(path);
    const { etag } = found.headers;
    if (etag !== undefined) await ask(path, { headers: { "if-none-match": etag } });
    await ask(path, { headers: { rsc: "1" } });
    await ask(`${path.replace(/\/$/, "")}/no-such-thing`);
    await ask(path, { method: "DELETE" });
    await ask(path, { method: "POST", body: "x" });
  }
  const home = await (await fetch(product.url)).text();
  const assets = [...home.matchAll(/\/_next\/static\/[^"'\\?]+\.(?:js|css|woff2)/g)].map(([path]) => path);
  for (const path of new Set(assets)) {
    const { etag } = (await ask(path)).headers;
    if (etag !== undefined) await ask(path, { headers: { "if-none-match": etag } });
  }
  console.log(
    JSON.stringify({
      id: "T25",
      paths: paths.length,
      assets: assets.length,
      statuses,
      missing: missing.length,
    }),
  );
  expect(missing).toEqual([]);
  expect(untyped).toEqual([]);
  for (const status of [200, 304, 404]) expect(statuses[status]).toBeGreaterThan(0);
}, 120_000);

test("T25: what breaks while it is answered carries them as well", async () => {
  const isHttps = false;
  const server = createWebServer({
    secure: createSecure({ isHttps, isDevelopment: false }, indexHashes(new Map())),
    handle: () => Promise.reject(new Error("a bug")),
    upgrade: () => undefined,
    readiness: () => Promise.resolve("ready"),
    hasTrustedProxy: false,
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  for (const path of new Set(["/", "/api/situations", "/_next/static/a.js", ...listPaths()])) {
    const response = await answerTo(`http://127.0.0.1:${port}${path}`, {});
    expect([path, response.statusCode, missingOf(response)]).toEqual([path, 500, []]);
  }
});
