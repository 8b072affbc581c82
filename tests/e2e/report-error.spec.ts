import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser.ts";

const CASE = "/cases/plugin-approved-daemon-executed";
const ABOUT_CLAIM = "/report-an-error?text=SF-0001&version=1.0.0&part=claim";
const RECEIPT = /\/report-an-error\/received\/[0-9A-Z-]{34}$/;
const WRONG = "The plugin is not asked at all\nwhen the body is empty.";

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

async function expectNoOverflow(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}

/** Next has an alert of its own on every page. */
function noticeOn(page: Page): Locator {
  return page.getByRole("alert").filter({ has: page.getByRole("heading") });
}

function send(page: Page): Promise<void> {
  return page.getByRole("button", { name: "Send the report" }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("A reader goes from a part of a case to the form, and on to a receipt", async ({ page }) => {
      await page.goto(CASE);
      await page.getByRole("link", { name: "Report an error in “The absent layer”" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Report an error");
      await expect(page.getByText("SF-0001, version 1.0.0, “The absent layer”")).toBeVisible();
      await expect(page.getByRole("link", { name: "Approved without its body" })).toHaveAttribute(
        "href",
        `${CASE}#absent-layer`,
      );
      await expect(page.getByLabel("Which text is it about?")).toHaveCount(0);
      await expect(page.getByText("It is kept for 12 months")).toBeVisible();
      await page.getByLabel("What is wrong?").fill(WRONG);
      await page.getByLabel("A public source for it").fill("https://example.org/record");
      await page.getByLabel("E-mail address").fill("ada@example.org");
      await send(page);
      await expect(page).toHaveURL(RECEIPT);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your report is stored");
      await expect(page.locator("main")).not.toContainText(/plugin is not asked|example\.org/);
      const receipt = await page.reload();
      expect(receipt?.headers()["cache-control"]).toContain("no-store");
      await page.getByRole("link", { name: "Back to “Approved without its body”" }).click();
      await expect(page).toHaveURL(CASE);
    });
  });

  test.describe(`refused, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled, expectedOnConsole: /status of 422/ });

    test("A reader is told everything that is missing, and loses nothing", async ({ page }) => {
      await page.goto(ABOUT_CLAIM);
      await page.getByLabel("What should it say?").fill("It is asked,\nand shown no body.");
      await page.getByLabel("A public source for it").fill("http://example.org");
      await page.getByLabel("E-mail address").fill("ada@example");
      const [response] = await Promise.all([
        page.waitForResponse((answer) => answer.request().method() === "POST"),
        send(page),
      ]);
      expect(response.status()).toBe(422);
      await expect(noticeOn(page)).toContainText("Some answers need another look");
      await expect(noticeOn(page).getByRole("link")).toHaveCount(3);
      await expect(page.getByText("SF-0001, version 1.0.0, “The claim”")).toBeVisible();
      await expect(page.getByLabel("What should it say?")).toHaveValue("It is asked,\nand shown no body.");
      await expect(page.getByLabel("A public source for it")).toHaveValue("http://example.org");
      const wrong = page.getByLabel("What is wrong?");
      await expect(wrong).toHaveAttribute("aria-invalid", "true");
      await expect(wrong).toHaveAccessibleDescription(/Please say what is wrong/);
      if (javaScriptEnabled) {
        await expect(noticeOn(page)).toBeFocused();
        await expectAccessible(page);
      }
      await wrong.fill(WRONG);
      await page.getByLabel("A public source for it").fill("https://example.org");
      await page.getByLabel("E-mail address").fill("");
      await send(page);
      await expect(page).toHaveURL(RECEIPT);
    });
  });
}

test.describe("the text it is about", () => {
  test.use({ javaScriptEnabled: false, expectedOnConsole: /status of 422/ });

  for (const address of ["/report-an-error", "/report-an-error?text=SF-9999&version=banana&part=nowhere"])
    test(`${address} asks which text it is about`, async ({ page }) => {
      await page.goto(address);
      const which = page.getByLabel("Which text is it about?");
      await expect(which).toHaveValue(address.includes("SF-9999") ? "SF-9999" : "");
      await which.fill("");
      await page.getByLabel("What is wrong?").fill(WRONG);
      await send(page);
      await expect(which).toHaveAccessibleDescription(/Please say which text it is about/);
      await expect(page.getByLabel("What is wrong?")).toHaveValue(WRONG);
      await which.fill("The one about the container daemon");
      await send(page);
      await expect(page).toHaveURL(RECEIPT);
      await expect(page.getByRole("link", { name: /^Back to/ })).toHaveCount(0);
    });

  test("A part of a pattern is named as one of a case is", async ({ page }) => {
    await page.goto("/patterns/canonical-object-binding");
    await page.getByRole("link", { name: "Report an error in “Valid when”" }).click();
    await expect(page.getByText(/^SP-\d{4}, version \d+\.\d+\.\d+, “Valid when”$/)).toBeVisible();
    await expect(page.locator("main a[href='/patterns/canonical-object-binding#valid-when']")).toBeVisible();
  });

  test("A version that is not the one published is said to be outdated", async ({ page }) => {
    await page.goto("/report-an-error?text=SF-0001&version=0.9.0&part=claim");
    await expect(page.getByText(/SF-0001, version 0\.9\.0/)).toBeVisible();
    await expect(page.getByText(/It is at version \d+\.\d+\.\d+ now/)).toBeVisible();
  });
});

test.describe("a caller who sends too many", () => {
  // The address of nobody else in these tests: the others are not limited by it.
  test.use({
    javaScriptEnabled: false,
    extraHTTPHeaders: { "x-forwarded-for": "203.0.113.90" },
    expectedOnConsole: /status of 429/,
  });

  test("is told so and how long to wait, and keeps what was typed", async ({ page, request }) => {
    const form = { text: "SF-0001", wrong: WRONG };
    const post = () =>
      request.post("/report-an-error", { form: { ...form, key: crypto.randomUUID() }, maxRedirects: 0 });
    const sent = await Promise.all(Array.from({ length: 12 }, post));
    expect(new Set(sent.map((response) => response.status()))).toEqual(new Set([303, 429]));
    await page.goto(ABOUT_CLAIM);
    await page.getByLabel("What is wrong?").fill(WRONG);
    const [response] = await Promise.all([
      page.waitForResponse((answer) => answer.request().method() === "POST"),
      send(page),
    ]);
    expect(response.status()).toBe(429);
    expect(Number(response.headers()["retry-after"])).toBeGreaterThan(0);
    await expect(noticeOn(page)).toContainText("Too many reports came from your network");
    await expect(noticeOn(page)).toContainText(/send it again in (a second|\d+ seconds)/);
    await expect(page.getByLabel("What is wrong?")).toHaveValue(WRONG);
  });
});

test("The same form posted twice leads to the same receipt", async ({ request }) => {
  const form = { text: "SF-0001", wrong: WRONG, key: crypto.randomUUID() };
  const post = () => request.post("/report-an-error", { form, maxRedirects: 0 });
  const [first, second] = await Promise.all([post(), post()]);
  expect([first.status(), second.status()]).toEqual([303, 303]);
  expect(first.headers()["location"]).toMatch(RECEIPT);
  expect(second.headers()["location"]).toBe(first.headers()["location"]);
});

test("A page of another site cannot send the form, and the form still knows its text", async ({
  request,
}) => {
  const form = { text: "SF-0001", wrong: WRONG, key: crypto.randomUUID() };
  const headers = { origin: "https://elsewhere.example" };
  const response = await request.post(ABOUT_CLAIM, { form, headers });
  expect(response.status()).toBe(403);
  const page = await response.text();
  expect(page).toContain("This did not come from our own form");
  expect(page).toContain("Approved without its body");
  expect(page).not.toContain("when the body is empty");
});

test.describe("a reference nobody received", () => {
  test.use({ expectedOnConsole: /404/, javaScriptEnabled: false });

  test("It is answered with 404 and a way back", async ({ page }) => {
    const response = await page.goto("/report-an-error/received/0000-0000-0000-0000-0000-0000-0000");
    expect(response?.status()).toBe(404);
    await page.getByRole("link", { name: "Back to the form" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Report an error");
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`Form and receipt are accessible and fit 320 pixels, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 700 });
    for (const address of ["/report-an-error", ABOUT_CLAIM]) {
      await page.goto(address);
      await expectAccessible(page);
      await expectNoOverflow(page);
    }
    await page.getByLabel("What is wrong?").fill(WRONG);
    await send(page);
    await expect(page).toHaveURL(RECEIPT);
    await expectAccessible(page);
    await expectNoOverflow(page);
  });
}
