import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser.ts";
import { openCase, openStep, takeDocumentedAnswers } from "#tests/support/workbench-page.ts";

const CASE = "/cases/plugin-approved-daemon-executed";

async function beginOnCase(page: Page): Promise<void> {
  await page.goto(CASE);
  await page.locator(".walked").scrollIntoViewIfNeeded();
  await page.getByRole("button", { name: "Walk the failure on the drawing" }).press("Enter");
  await expect(page.getByRole("heading", { name: "The failure, step by step" })).toBeFocused();
}

const lit = (page: Page) =>
  page
    .locator(".walked [data-component][data-lit]")
    .evaluateAll((all) => all.map((e) => e.getAttribute("data-component")));

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the steps of a case are an ordered list, each with its source or marked as an inference", async ({
    page,
  }) => {
    await page.goto(CASE);
    const steps = page.getByRole("region", { name: "How it failed, step by step" }).getByRole("listitem");
    await expect(steps).toHaveCount(12);
    for (const step of await steps.all())
      await expect(step).toContainText(/Source \d|We infer this; no source says it\./);
    await expect(steps.nth(1)).toContainText("As seen by Authorization plugin");
  });
});

test("a case is walked with the keyboard: each step is heard, and lights what it is about", async ({
  page,
}) => {
  await beginOnCase(page);
  const heard = page.locator(".step-player [aria-live=polite]");
  await expect(heard).toContainText("1 of 12");
  await page.keyboard.press("ArrowRight");
  await expect(heard).toContainText("2 of 12 · As seen by Authorization plugin");
  expect(await lit(page)).toEqual(["plugin", "policy"]);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(heard).toContainText("1 of 12");
  await expect(page.getByRole("button", { name: "Previous" })).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("End");
  await expect(heard).toContainText("12 of 12 · Where they part");
  await expect(page.locator(".walked [data-seam][data-lit]")).toHaveCount(1);
  expect((await new AxeBuilder({ page }).include(".step-player").analyze()).violations).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(page.locator(".step-player")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Walk the failure on the drawing" })).toBeFocused();
  expect(await lit(page)).toEqual([]);
});

test("nothing of the player is loaded before the drawing is near", async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 300 });
  await page.goto(CASE);
  await page.waitForLoadState("networkidle");
  await expect(page.getByRole("button", { name: "Walk the failure on the drawing" })).toHaveCount(0);
  await page.locator(".walked").scrollIntoViewIfNeeded();
  await expect(page.getByRole("button", { name: "Walk the failure on the drawing" })).toHaveCount(1);
});

test("a finding is walked over the canvas, and leads back to the findings", async ({ page }) => {
  await openCase(page);
  await takeDocumentedAnswers(page, 6);
  await openStep(page, "Findings");
  await page.getByRole("button", { name: "Walk the failure" }).press("Enter");
  const player = page.getByRole("region", { name: "Walk the failure" });
  await expect(player.getByRole("heading")).toBeFocused();
  await expect(player).toContainText("From the sketch");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(player).toContainText("As seen by Container daemon");
  await expect(page.locator('.sketch-node[data-lit="true"]')).toHaveCount(1);
  await page.keyboard.press("End");
  await expect(player).toContainText("Where they part");
  await expect(page.locator('.sketch-node[data-lit="true"]')).toHaveCount(2);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: "Back to the findings" }).press("Enter");
  await expect(page.locator("#question")).toBeFocused();
  await expect(page.locator("#question")).toHaveText("1 seam found.");
});

test.describe("on a phone by night, with little motion", () => {
  test.use({ viewport: { width: 320, height: 640 }, colorScheme: "dark" });

  test("both walks fit and are accessible", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await beginOnCase(page);
    await page.getByRole("button", { name: "Next" }).click();
    await expect(page.locator(".walked [data-component=plugin]")).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect((await new AxeBuilder({ page }).include(".walked").analyze()).violations).toEqual([]);

    await openCase(page);
    await takeDocumentedAnswers(page, 4);
    await openStep(page, "Findings");
    await page.getByRole("button", { name: "Walk the failure" }).click();
    await expect(page.getByRole("group", { name: "What the walk passes" })).toBeVisible();
    const panel = page.getByRole("region", { name: "Session" });
    expect(await panel.evaluate((e) => e.scrollWidth - e.clientWidth)).toBe(0);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
});
