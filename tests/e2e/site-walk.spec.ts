import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import type { APIRequestContext } from "@playwright/test";

/** The pages of one part of the site at a time, so that they are walked side by side. */
const PARTS = ["cases", "patterns", "mechanisms", "figures", ""] as const;

async function pagesOf(request: APIRequestContext, part: string): Promise<readonly string[]> {
  const sitemap = await (await request.get("/sitemap.xml")).text();
  const paths = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address = ""]) => new URL(address).pathname,
  );
  const belongsTo = (path: string) => PARTS.find((one) => one !== "" && path.startsWith(`/${one}/`)) ?? "";
  return paths.filter((path) => belongsTo(path) === part);
}

for (const part of PARTS) {
  const name = part === "" ? "that are no part of a collection" : `under /${part}`;

  test(`The pages ${name} are without errors and pass the accessibility rules`, async ({ page, request }) => {
    test.setTimeout(240_000);
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(`${page.url()}: ${error.message}`));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) problems.push(`${page.url()}: ${message.text()}`);
    });
    for (const path of await pagesOf(request, part)) {
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
      for (const { id, nodes } of violations) {
        problems.push(`${path}: ${id} ${nodes.map(({ html }) => html).join(" ")}`);
      }
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (overflow > 0) problems.push(`${path} scrolls sideways`);
    }
    expect(problems).toEqual([]);
  });
}

test("No link within the site is dead, and every page is whole before a script has run", async ({
  request,
}) => {
  test.setTimeout(120_000);
  const problems: string[] = [];
  const asked = new Set<string>();
  const anchors = new Map<string, ReadonlySet<string>>();
  const linked: [page: string, path: string, anchor: string][] = [];
  const look = async (path: string) => {
    if (asked.has(path)) return;
    asked.add(path);
    const response = await request.get(path);
    if (!response.ok()) problems.push(`${path} answers ${response.status()}`);
    if (!(response.headers()["content-type"] ?? "").startsWith("text/html")) return;
    const html = await response.text();
    const whole = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "";
    // The workbench is an application; without scripts it says so.
    if (path.startsWith("/workbench")) return;
    if (!/<h1[\s>]/.test(whole)) problems.push(`${path} has no heading without scripts`);
    if (/<template id="[BSP]:/.test(html)) problems.push(`${path} waits for a script to show a part of it`);
    anchors.set(path, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = ""]) => id)));
    for (const [, href = ""] of html.matchAll(/<a\s[^>]*href="([^"]+)"/g)) {
      const url = new URL(href.replaceAll("&amp;", "&"), `http://here${path}`);
      if (url.hostname !== "here") continue;
      linked.push([path, url.pathname + url.search, decodeURIComponent(url.hash.slice(1))]);
    }
  };
  await look("/");
  for (const part of PARTS) for (const path of await pagesOf(request, part)) await look(path);
  const once = new Set(linked.map(([, path]) => path).filter((path) => !path.startsWith("/cases?")));
  for (const path of once) await look(path);
  for (const [page, path, anchor] of linked) {
    const places = anchors.get(path);
    if (anchor !== "" && places !== undefined && !places.has(anchor))
      problems.push(`${page} leads to ${path}#${anchor}`);
  }
  expect([...new Set(problems)]).toEqual([]);
});
