import { createHash } from "node:crypto";
import { IncomingMessage, type ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { hashInline, indexHashes } from "#server/http/inline-hashes.ts";
import { loggablePath } from "#server/http/loggable-path.ts";
import { createSecure } from "#server/http/secure.ts";
import { baseHeaders, pagePolicy, SCRIPT_POLICY } from "#server/http/security-headers.ts";

const sha = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const options = { isHttps: false, isDevelopment: false };

test("inline scripts and styles are hashed, those with an address are not", () => {
  const html = `<script src="/a.js"></script><script id="x">one()</script><style>p{}</style><script>one()</script>`;
  expect(hashInline(html)).toEqual({ scripts: [sha("one()")], styles: [sha("p{}")] });
});

test.each([["<script>"], ["<script "]])("%s that nobody closes takes no longer than it is", (text) => {
  expect(hashInline(text.repeat(100_000))).toEqual({ scripts: [], styles: [] });
});

test("a page is found by its path, and one the build did not make by its route", () => {
  const page = (name: string) => ({ scripts: [name], styles: [] });
  const index = indexHashes(
    new Map([
      ["/", page("home")],
      ["/cases/one", page("one")],
      ["/cases/[slug]", page("shell")],
      ["/_not-found", page("lost")],
      ["/_global-error", page("failed")],
    ]),
  );
  expect(index.find("/")).toEqual({
    hashes: { scripts: ["home", "failed"], styles: [] },
    isUnknownToBuild: false,
  });
  expect(index.find("/cases/one/").hashes.scripts).toEqual(["one", "failed"]);
  expect(index.find("/cases/other")).toEqual({
    hashes: { scripts: ["shell", "lost", "failed"], styles: [] },
    isUnknownToBuild: true,
  });
  expect(index.find("/nowhere").isUnknownToBuild).toBe(false);
  expect(index.find("/%E0%A4").hashes.scripts).toEqual(["lost", "failed"]);
});

test("the policy lets nothing inline run but what it names", () => {
  const policy = pagePolicy("abc", { scripts: [sha("one()")], styles: [] }, options);
  expect(policy).toContain(`script-src 'self' 'nonce-abc' ${sha("one()")};`);
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(policy).toContain("frame-ancestors 'none'");
});

test("a worker may load parts and fonts of the product and compile WebAssembly, and nothing else", () => {
  expect(SCRIPT_POLICY).toContain("script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'");
  expect(SCRIPT_POLICY).toContain("default-src 'none'");
  expect(SCRIPT_POLICY).not.toMatch(/'unsafe-(?:inline|eval)'|https?:|\*/);
});

test("a page behind a private link tells nobody where it is", () => {
  const secure = createSecure(options, indexHashes(new Map()));
  const policyOf = (url: string) => {
    const headers = new Map<string, unknown>();
    const request = new IncomingMessage(new Socket());
    request.url = url;
    secure(request, {
      setHeader: (name: string, value: unknown) => headers.set(name, value),
    } as unknown as ServerResponse);
    return headers.get("Referrer-Policy");
  };
  expect(policyOf("/situation/mine/abc?received")).toBe("no-referrer");
  expect(policyOf("/situation")).toBe("same-origin");
});

test("HSTS is only promised where people come by https", () => {
  expect(baseHeaders(options)).not.toHaveProperty("Strict-Transport-Security");
  expect(baseHeaders({ ...options, isHttps: true })).toHaveProperty("Strict-Transport-Security");
});

test.each([
  ["/cases/knight-order-router-2012?q=secret#x", "/cases/knight-order-router-2012"],
  ["/share/hV9cZ0aKQm2x7TtYp1s4Uw", "/share/:id"],
  ["/sessions/0193e4f2-7a51-7cc3-9d1e-2f0a6b1c4d5e/report", "/sessions/:id/report"],
  ["/people/canary@example.com", "/people/:id"],
  ["/d41d8cd98f00b204e9800998ecf8427e", "/:id"],
])("of %s only short words are logged", (url, logged) => {
  expect(loggablePath(url)).toBe(logged);
});
