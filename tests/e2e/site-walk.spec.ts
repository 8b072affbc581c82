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

interface Looked {
  readonly problems: readonly string[];
  readonly ids: ReadonlySet<string>;
  /** Where it leads within the site: path with query, and place. */
  readonly links: readonly (readonly [path: string, anchor: string])[];
}

/** What a page is before a script has run; null for what is no page. */
async function lookAt(request: APIRequestContext, path: string): Promise<Looked | null> {
  const response = await request.get(path);
  const problems = response.ok() ? [] : [`${path} answers ${response.status()}`];
  if (!(response.headers()["content-type"] ?? "").startsWith("text/html")) {
    return { problems, ids: new Set(), links: [] };
  }
  // The workbench is an application; without scripts it says so.
  if (path.startsWith("/workbench")) return null;
  const html = await response.text();
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "";
  if (!/<h1[\s>]/.test(main)) problems.push(`${path} has no heading without scripts`);
  if (/<template id="[BSP]:/.test(html)) problems.push(`${path} waits for a script to show a part of it`);
  const hrefs = [...html.matchAll(/<a\s[^>]*href="([^"]+)"/g)].map(([, href = ""]) =>
    href.replaceAll("&amp;", "&"),
  );
  return {
    problems,
    ids: new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = ""]) => id)),
    links: hrefs
      .map((href) => new URL(href, `http://here${path}`))
      .filter(({ hostname }) => hostname === "here")
      .map((url) => [url.pathname + url.search, decodeURIComponent(url.hash.slice(1))] as const),
  };
}

test("No link within the site is dead, and every page is whole before a script has run", async ({
  request,
}) => {
  test.setTimeout(120_000);
  const looked = new Map<string, Looked | null>();
  const look = async (path: string) => {
    if (!looked.has(path)) looked.set(path, await lookAt(request, path));
  };
  for (const part of PARTS) for (const path of await pagesOf(request, part)) await look(path);
  const pages = [...looked];
  // Every combination of facets has an address; those that pages show are enough.
  const linked = pages
    .flatMap(([, page]) => page?.links ?? [])
    .filter(([path]) => !path.startsWith("/cases?"));
  for (const [path] of linked) await look(path);
  const problems = [...looked.values()].flatMap((page) => page?.problems ?? []);
  for (const [path, anchor] of linked) {
    const page = looked.get(path);
    if (anchor !== "" && page?.ids.has(anchor) === false) problems.push(`a link leads to ${path}#${anchor}`);
  }
  expect([...new Set(problems)]).toEqual([]);
});
