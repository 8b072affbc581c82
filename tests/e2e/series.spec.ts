import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";

const CASE = "/cases/plugin-approved-daemon-executed";
const MECHANISM = "/mechanisms/evaluated-not-executed";
const PAGES = [
  "/",
  "/cases",
  "/cases?q=daemon&zone=authorization",
  CASE,
  "/method",
  "/mechanisms",
  MECHANISM,
  "/mechanisms/unsafe-failover",
  "/report-an-error",
  "/report-an-error?text=SF-0001&version=1.0.0&part=claim",
  "/no-such-place",
];

/** Errors of the page itself; a page that is looked at on its own may lead to parts that are not there. */
function collectErrors(page: Page): readonly string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
      errors.push(message.text());
    }
  });
  return errors;
}

for (const path of PAGES) {
  test(`${path} passes the accessibility rules by day and by night`, async ({ page }) => {
    test.setTimeout(90_000);
    const errors = collectErrors(page);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${colorScheme} ${id} ${nodes.map(({ html }) => html).join(" ")}`),
      ).toEqual([]);
    }
    expect(errors).toEqual([]);
  });
}

test("No page scrolls sideways at 320 pixels", async ({ page, request }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 320, height: 700 });
  const sitemap = await (await request.get("/sitemap.xml")).text();
  const published = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address = ""]) => new URL(address).pathname,
  );
  for (const path of new Set([...PAGES, ...published])) {
    await page.goto(path);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});

test("A visitor goes from the front page to a case and into the workbench", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Approved without its body" }).click();
  await expect(page).toHaveURL(CASE);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Approved without its body");
  await expect(page.getByRole("img", { name: /^Shared container host/ })).toBeVisible();
  await expect(page.getByRole("link", { name: "Open in the workbench" })).toHaveAttribute(
    "href",
    "/workbench?case=plugin-approved-daemon-executed",
  );
});

test("A reader goes from a claim to its source and back", async ({ page }) => {
  await page.goto(CASE);
  const citation = page.locator("#cite-1");
  await citation.click();
  const source = page.locator((await citation.getAttribute("href")) ?? "");
  await expect(source).toBeInViewport();
  await source.getByRole("link", { name: "Back to mention 1" }).click();
  await expect(page.locator("#cite-1")).toBeInViewport();
});

test("A keyboard user skips to the text and scrolls the drawing", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(CASE);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the text" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#main$/);
  const drawing = page.getByRole("group", { name: /^Drawing: Shared/ });
  await drawing.focus();
  const before = await drawing.evaluate((element) => element.scrollLeft);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => drawing.evaluate((element) => element.scrollLeft)).toBeGreaterThan(before);
});

test("A reader of a case goes on to its mechanism, and from there to others", async ({ page }) => {
  await page.goto(CASE);
  await page.getByRole("link", { name: "evaluated not executed" }).click();
  await expect(page).toHaveURL(MECHANISM);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "What is judged is not what is carried out",
  );
  await expect(page.getByRole("img", { name: /Infrastructure that is changed/ })).toBeVisible();
  await expect(page.getByRole("link", { name: "Approved without its body" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Mechanisms" }).click();
  await expect(page).toHaveURL("/mechanisms");
  await page.getByRole("link", { name: "A way around the enforcer" }).click();
  await expect(page).toHaveURL("/mechanisms/bypass-path");
});

test("Every mechanism has its page, linked from the index", async ({ page, request }) => {
  await page.goto("/mechanisms");
  const links = page.getByRole("main").locator('a[href^="/mechanisms/"]');
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  expect(addresses).toHaveLength(24);
  for (const address of addresses) expect((await request.get(address)).status(), address).toBe(200);
});

test("The workbench finds the incident file of a case", async ({ request }) => {
  const response = await request.get(`${CASE}/incident.json`);
  expect(response.status()).toBe(200);
  expect(await response.json()).toMatchObject({
    id: "docker-authz-2024",
    architecture: { format: "seamark.architecture/1" },
    documented: { zone: "authorization" },
  });
});

test("An unknown address is a 404 with a way out, at the first hit", async ({ page, request }) => {
  expect((await request.get("/cases/no-such-case/incident.json")).status()).toBe(404);
  expect((await request.get("/cases/no-such-case")).status()).toBe(404);
  expect((await request.get("/mechanisms/no-such-mechanism")).status()).toBe(404);
  const response = await page.goto("/no-such-place");
  expect(response?.status()).toBe(404);
  await page.getByRole("link", { name: "Go to the cases" }).click();
  await expect(page).toHaveURL("/cases");
});

test("A visitor sees what is found while typing, and can go back to it by its address", async ({ page }) => {
  await page.goto("/search");
  await page.getByRole("searchbox").pressSequentially("stampede");
  await expect(page.getByRole("status")).toContainText("found for “stampede”");
  await expect(page).toHaveURL("/search?q=stampede");
  const found = await page.getByRole("main").getByRole("listitem").allTextContents();
  await page.reload();
  expect(await page.getByRole("main").getByRole("listitem").allTextContents()).toEqual(found);
});

test("A case is found by its number, and by nothing else that looks like one", async ({ page, request }) => {
  await page.goto("/cases/SF-0001");
  await expect(page).toHaveURL(CASE);
  expect((await request.get("/cases/SF-9999")).status()).toBe(404);
});

test("The feeds name every case, and the corrections have their own", async ({ request }) => {
  const count = async (path: string, mark: RegExp) =>
    (await (await request.get(path)).text()).match(mark)?.length ?? 0;
  const sitemap = await count("/sitemap.xml", /\/cases\/[a-z]/g);
  expect(sitemap).toBeGreaterThan(16);
  expect(await count("/feed.xml", /<item>/g)).toBe(sitemap);
  expect(await count("/atom.xml", /<entry>/g)).toBe(sitemap);
  expect((await (await request.get("/feed.json")).json()) as { items: unknown[] }).toHaveProperty(
    "items.length",
    sitemap,
  );
  expect((await request.get("/corrections.xml")).status()).toBe(200);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("A visitor searches the cases and narrows them by what they are", async ({ page }) => {
    await page.goto("/cases");
    await page.getByRole("searchbox").fill("digest");
    await page.getByRole("button", { name: "Search" }).click();
    await page
      .getByRole("navigation", { name: "Cases by kind" })
      .getByRole("link", { name: "authorization" })
      .click();
    await expect(page.getByRole("heading", { name: "zone: authorization · with “digest”" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Approved without its body" })).toBeVisible();
    await page.goto("/cases?zone=resilience&trigger=crafted-request");
    await expect(page.getByText("No published case is all of this at once.")).toBeVisible();
    await page.goto("/cases?zone=resilience&q=plugin+daemon");
    await page.getByRole("link", { name: /^Look among all cases/ }).click();
    await expect(page.getByRole("link", { name: "Approved without its body" })).toBeVisible();
    await page.goto("/cases?q=zzzzqq");
    await expect(page.getByText("No case has these words")).toBeVisible();
  });

  test("A visitor searches everything", async ({ page }) => {
    await page.goto("/search");
    await page.getByRole("searchbox").fill("retry");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("link", { name: "Attempts that multiply" })).toBeVisible();
    await page.goto("/search?q=zzzzqq");
    await expect(page.getByText("nothing found for “zzzzqq”")).toBeVisible();
  });

  test("A reader finds on every case what was involved, its move on both drawings, and how to take it away", async ({
    page,
  }) => {
    await page.goto(CASE);
    await expect(page.getByRole("img", { name: "As it was built" })).toBeVisible();
    await expect(page.getByRole("img", { name: "With the move made" })).toBeVisible();
    await expect(page.getByRole("table", { name: "The same failure, replayed on both" })).toBeVisible();
    for (const name of ["as Markdown", "as JSON", "BibTeX", "CSL-JSON", "RIS"]) {
      await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
    }
    await expect(page.getByRole("link", { name: "Report an error in “The contradiction”" })).toHaveAttribute(
      "href",
      /^\/report-an-error\?text=SF-0001&version=\d+\.\d+\.\d+&part=contradiction$/,
    );
  });

  test("A reader reads what a mechanism asks and what every answer weighs", async ({ page }) => {
    await page.goto(MECHANISM);
    await expect(page.getByRole("img", { name: /Infrastructure that is changed/ })).toBeVisible();
    const table = page.getByRole("table", { name: /^What happens to “change”/ });
    await expect(table.getByRole("row").filter({ hasText: "It is cut short" })).toContainText("+1.6");
    await expect(page.getByRole("heading", { name: "Where it happened" })).toBeVisible();
  });

  test("A reader reads a whole case, and its drawing begins at the seam", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(CASE);
    const drawing = page.getByRole("group", { name: /^Drawing: Shared/ });
    await drawing.scrollIntoViewIfNeeded();
    await expect(drawing.locator("[data-seam]")).toBeInViewport({ ratio: 0.9 });
    await expect(page.getByRole("heading", { name: "What would falsify this reading" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Sources" })).toBeVisible();
  });

  test("An unknown case is a whole page all the same", async ({ page }) => {
    expect((await page.goto("/cases/no-such-case"))?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This place is not on the chart.");
    await expect(page.getByRole("banner")).toHaveCount(1);
  });
});
