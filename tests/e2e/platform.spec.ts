import { expect, test } from "#tests/support/browser.ts";

const ALWAYS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

test.describe("every response", () => {
  const paths = [
    "/",
    "/no-such-page",
    "/_next/static/no-such-file.js",
    "/healthz",
    "/readyz",
    "/api/none",
    "/%E0%A4",
  ];
  for (const path of paths)
    test(`${path} carries the security headers`, async ({ request }) => {
      const response = await request.get(path, { maxRedirects: 0 });
      const headers = response.headers();
      expect(headers).toMatchObject(ALWAYS);
      expect(headers["permissions-policy"]).toContain("camera=()");
      expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
      expect(headers["content-security-policy"]).not.toMatch(/script-src[^;]*'unsafe-/);
      expect(headers["x-powered-by"]).toBeUndefined();
    });
});

// Browsers ask for an icon by themselves.
test.use({ expectedOnConsole: /favicon\.ico/ });

test("the pages run under their policy without a violation", async ({ page, request }) => {
  test.setTimeout(90_000);
  const visited = new Set<string>();
  const waiting = ["/"];
  for (let path = waiting.shift(); path !== undefined && visited.size < 40; path = waiting.shift()) {
    visited.add(path);
    const { headers } = await request.head(path).then((response) => ({ headers: response.headers() }));
    if (!headers["content-type"]?.includes("text/html")) continue;
    await page.goto(path);
    const links = page.locator("a[href^='/']");
    for (const href of await links.evaluateAll((all) =>
      all.map((link) => link.getAttribute("href") ?? "/"),
    )) {
      const target = new URL(href, page.url()).pathname;
      if (!visited.has(target) && !waiting.includes(target)) waiting.push(target);
    }
  }
  expect(visited.size).toBeGreaterThan(0);
});

test("a page becomes interactive under its policy", async ({ page }) => {
  await page.goto("/");
  await page.waitForFunction(
    () => Object.keys(document.body).some((key) => key.startsWith("__react")) || "next" in window,
  );
});

test.describe("an inline script that was not built", () => {
  test.use({ expectedOnConsole: /Content Security Policy|favicon\.ico/ });
  test("does not run", async ({ page }) => {
    await page.route("/", async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(
        "</body>",
        "<script>window.injected = true</script></body>",
      );
      await route.fulfill({ response, body });
    });
    const violation = page.waitForEvent("console", (message) =>
      message.text().includes("Content Security Policy"),
    );
    await page.goto("/");
    await violation;
    expect(await page.evaluate(() => "injected" in window)).toBe(false);
  });
});

test.describe("an unknown address", () => {
  test.use({ expectedOnConsole: /status of 404/ });
  test("answers 404 with a page that breaks no policy", async ({ page }) => {
    const response = await page.goto("/no-such-page");
    expect(response?.status()).toBe(404);
  });
});

test("health is answered as JSON and is never cached", async ({ request }) => {
  const alive = await request.get("/healthz");
  expect(await alive.json()).toEqual({ status: "alive" });
  const ready = await request.get("/readyz");
  expect(await ready.json()).toEqual({ status: "ready" });
  expect(ready.headers()["cache-control"]).toBe("no-store");
});

test("the scripts and styles of a page come as small as the build made them", async ({ request }) => {
  const page = await (await request.get("/")).text();
  const [style] = /\/_next\/static\/[^"]+\.css/.exec(page) ?? [];
  const [script] = /\/_next\/static\/[^"]+\.js/.exec(page) ?? [];
  for (const path of [style, script]) {
    const response = await request.get(path ?? "", { headers: { "accept-encoding": "br" } });
    expect(response.headers()).toMatchObject({ "content-encoding": "br", vary: "Accept-Encoding" });
    expect(response.headers()["cache-control"]).toContain("immutable");
    expect(Number(response.headers()["content-length"])).toBeLessThan((await response.body()).length / 2);
    const tag = response.headers()["etag"] ?? "";
    const again = await request.get(path ?? "", {
      headers: { "accept-encoding": "br", "if-none-match": tag },
    });
    expect(again.status()).toBe(304);
  }
});
