import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
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

const missingOf = ({ headers }: Response): readonly string[] =>
  REQUIRED.flatMap(([name, value]) => (value.test(headers.get(name) ?? "") ? [] : [name]));

test("T25: every route, found, unchanged, unknown or not meant for the method, carries the four headers", async () => {
  const statuses: Record<number, number> = {};
  const missing: string[] = [];
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(`${product.url}${path}`, { redirect: "manual", ...init });
    await response.arrayBuffer();
    statuses[response.status] = (statuses[response.status] ?? 0) + 1;
    for (const name of missingOf(response))
      missing.push(`${init.method ?? "GET"} ${path} ${response.status} ${name}`);
    return response;
  };
  const paths = listPaths();
  const untyped: string[] = [];
  for (const path of paths) {
    const found = await ask(path);
    if (found.status === 200 && !found.headers.has("content-type")) untyped.push(path);
    const etag = found.headers.get("etag");
    if (etag !== null) await ask(path, { headers: { "if-none-match": etag } });
    await ask(path, { headers: { rsc: "1" } });
    await ask(`${path.replace(/\/$/, "")}/no-such-thing`);
    await ask(path, { method: "DELETE" });
    await ask(path, { method: "POST", body: "x" });
  }
  const home = await (await fetch(product.url)).text();
  const assets = [...home.matchAll(/\/_next\/static\/[^"'\\?]+\.(?:js|css|woff2)/g)].map(([path]) => path);
  for (const path of new Set(assets)) {
    const etag = (await ask(path)).headers.get("etag");
    if (etag !== null) await ask(path, { headers: { "if-none-match": etag } });
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
});

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
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    expect([path, response.status, missingOf(response)]).toEqual([path, 500, []]);
  }
});
