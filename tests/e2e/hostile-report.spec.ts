import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Page, TestInfo } from "@playwright/test";
import { reportDocument } from "#core/report/blocks/compose.ts";
import { renderHtml } from "#core/report/render-html.ts";
import { renderMarkdown } from "#core/report/render-markdown.ts";
import { expect, test } from "#tests/support/browser.ts";
import { HOSTILE, hostileReport } from "#tests/support/hostile-report.ts";
import { markdownPage } from "#tests/support/markdown-page.ts";
import { hostileSession, reportOn } from "#tests/support/reports.ts";

const AT_ONCE = 26;
/** What leaves a trace that cannot be overlooked where it runs. */
const RUNS = [
  "<script>window.__ran = true</script>",
  "<img src=x onerror='window.__ran = true'>",
  '"><svg onload="window.__ran = true">',
  "![x](https://evil.example/pixel.gif)",
  '<iframe srcdoc="<script>parent.__ran = true</script>"></iframe>',
];

/** Every hostile text at every place of some report, and many of them in one that the product composed itself. */
const DOCUMENTS = [
  reportDocument(reportOn(hostileSession([...RUNS, ...HOSTILE]))),
  ...HOSTILE.filter((_, i) => i % AT_ONCE === 0).map((text, i) =>
    hostileReport(RUNS[i % RUNS.length] ?? "", [
      text,
      ...RUNS,
      ...HOSTILE.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
    ]),
  ),
];

/** Opens pages as files, each told with what it did besides being shown. */
async function opener(page: Page, info: TestInfo): Promise<(html: string) => Promise<readonly string[]>> {
  let done: string[] = [];
  const file = info.outputPath("report.html");
  const address = pathToFileURL(file).href;
  page.on("dialog", (dialog) => {
    done.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.url() !== address) done.push(`request ${request.url()}`);
  });
  // Nothing leaves the machine, even where something tries to.
  await page.route(/^https?:/, (route) => route.abort());
  return async (html) => {
    done = [];
    await writeFile(file, html);
    await page.goto(address);
    await page.keyboard.press("Tab");
    return (await page.evaluate(() => "__ran" in window)) ? [...done, "a script ran"] : done;
  };
}

test("reports with texts of people who mean no good run and fetch nothing, also without their policy", async ({
  page,
}, info) => {
  test.setTimeout(120_000);
  const open = await opener(page, info);
  for (const report of DOCUMENTS) {
    const html = renderHtml(report);
    const bare = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
    expect(bare.length).toBeLessThan(html.length);
    expect(await open(html)).toEqual([]);
    expect(await open(bare)).toEqual([]);
  }
});

test("as Markdown they run and fetch nothing in a reader that lets all markup through", async ({
  page,
}, info) => {
  test.setTimeout(120_000);
  const open = await opener(page, info);
  for (const report of DOCUMENTS) expect(await open(markdownPage(renderMarkdown(report)))).toEqual([]);
});

test.describe("such a reader", () => {
  test.use({ expectedOnConsole: /Failed to load resource/ });

  test("shows what runs and fetches", async ({ page }, info) => {
    const open = await opener(page, info);
    const done = await open(markdownPage(RUNS.join("\n\n")));
    expect(done).toContain("a script ran");
    expect(done).toContain("request https://evil.example/pixel.gif");
  });
});
