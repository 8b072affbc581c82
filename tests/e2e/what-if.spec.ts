import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser.ts";
import {
  handedOver,
  openCase,
  openStep,
  saved,
  takeDocumentedAnswers,
} from "#tests/support/workbench-page.ts";

async function openMoves(page: Page): Promise<void> {
  await openCase(page);
  await takeDocumentedAnswers(page);
  await openStep(page, "Move");
}

const tryIt = (page: Page) => page.getByRole("button", { name: "Try this move on a copy" }).first();

test("a structural move is tried on a copy, before and after side by side, and the sketch stays as it is", async ({
  page,
}) => {
  await openMoves(page);
  const before = await saved(page, "Save backup");
  await tryIt(page).press("Enter");
  const dialog = page.getByRole("dialog", { name: /^Capture the object once/ });
  await expect(dialog.getByText("New store: Captured API request")).toBeVisible();
  const [was, is] = await dialog.locator("svg").all();
  const placesIn = (svg: typeof was, id: string) =>
    svg?.locator(`[data-component=${id}] .chart-component`).first().getAttribute("d");
  expect(await placesIn(was, "plugin")).toBe(await placesIn(is, "plugin"));
  await expect(was!.locator("[data-component=captured]")).toHaveCount(0);
  await expect(is!.locator(".chart-marked [data-component=captured]")).toHaveCount(1);
  await expect(was!.locator("[data-seam]")).toHaveCount(1);
  await expect(dialog.getByRole("region", { name: "What becomes of this seam" })).toContainText(
    /It was 9\d %, and is \d+ % on the copy/,
  );
  await expect(
    dialog.getByRole("region", { name: "Where the contradiction goes next" }).getByRole("listitem"),
  ).not.toHaveCount(0);
  expect((await new AxeBuilder({ page }).include("dialog").analyze()).violations).toEqual([]);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(tryIt(page)).toBeFocused();
  expect(await saved(page, "Save backup")).toBe(before);
  expect(await handedOver(page, "Markdown")).toContain("Tried on a copy");
});

test("a move is taken over into the sketch as one edit, and undone as one", async ({ page }) => {
  await openMoves(page);
  const before = await saved(page, "Save backup");
  await tryIt(page).click();
  await page.getByRole("button", { name: "Take this over into the sketch" }).press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("status").first()).toContainText("Undo takes all of it back.");
  await expect(page.locator("#question")).toBeFocused();
  await expect(
    page.getByRole("region", { name: "Outline" }).getByRole("button", { name: /^Captured API request/ }),
  ).toBeVisible();
  await expect(page.getByRole("article", { name: "Container daemon and Authorization plugin" })).toHaveCount(
    0,
  );
  const after = await saved(page, "Save backup");
  expect(after).toContain("The move was taken over: Capture the object once");
  await page.getByRole("button", { name: "Undo" }).click();
  expect(await saved(page, "Save backup")).toBe(before);
  await page.getByRole("button", { name: "Redo" }).click();
  expect(await saved(page, "Save backup")).toBe(after);
});

test("what is to become of the contradiction is decided, told in the report, and undone", async ({
  page,
}) => {
  await openMoves(page);
  const before = await saved(page, "Save backup");
  const seam = page.getByRole("article", { name: "Container daemon and Authorization plugin" });
  const choice = seam.getByRole("group", { name: "What is to become of it" }).first();
  await expect(choice.getByRole("radio", { name: "Not decided yet" })).toBeChecked();
  await choice.getByRole("radio", { name: /^Reframe it/ }).check();
  await choice
    .getByLabel("What the requirement stands for instead")
    .fill("“Every request” means “every one that changes something”");
  await page.keyboard.press("Tab");
  expect((await new AxeBuilder({ page }).include("article").analyze()).violations).toEqual([]);
  expect(await handedOver(page, "Markdown")).toContain(
    "To be reframed, as was decided: one requirement stands for something else. The reason given: “Every request” means “every one that changes something”.",
  );
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(choice.getByLabel("What the requirement stands for instead")).toHaveValue("");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(choice.getByRole("radio", { name: "Not decided yet" })).toBeChecked();
  expect(await saved(page, "Save backup")).toBe(before);
});

test.describe("on a phone by night", () => {
  test.use({ viewport: { width: 320, height: 640 }, colorScheme: "dark" });

  test("the two drawings stand below each other and everything can be reached", async ({ page }) => {
    await openMoves(page);
    await tryIt(page).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText("New store: Captured API request")).toBeVisible();
    expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    expect((await new AxeBuilder({ page }).include("dialog").analyze()).violations).toEqual([]);
    await page.getByRole("button", { name: "Leave the sketch as it is" }).click();
    await expect(dialog).toHaveCount(0);
  });
});
