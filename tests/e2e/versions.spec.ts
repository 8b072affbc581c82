import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser.ts";
import {
  addComponent,
  choose,
  inOutline,
  openCase,
  saved,
  SAVED,
  takeDocumentedAnswers,
} from "#tests/support/workbench-page.ts";

const title = (page: Page) => page.getByLabel("Title of the sketch");

async function versions(page: Page): Promise<Locator> {
  await choose(page, "Versions…");
  const sheet = page.getByRole("dialog", { name: "Versions" });
  await expect(sheet).toBeVisible();
  return sheet;
}

async function keepAs(page: Page, name: string): Promise<void> {
  const sheet = await versions(page);
  await sheet.getByLabel("Keep the sketch as it is now, under the name").fill(name);
  await sheet.getByRole("button", { name: "Keep this version" }).press("Enter");
  await expect(sheet.getByRole("button", { name: new RegExp(name) })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
}

async function drawCheckout(page: Page): Promise<void> {
  await page.goto("/workbench");
  await expect(page.getByText("Where does it fail")).toBeVisible();
  await title(page).fill("Checkout");
  await title(page).press("Enter");
  await addComponent(page, "Till");
  await expect(page.getByText(SAVED)).toBeVisible();
}

test("a named version is compared with now and gone back to, and undo brings back what was", async ({
  page,
}) => {
  await drawCheckout(page);
  await keepAs(page, "Before the review");
  const then = await saved(page, "Save backup");
  await addComponent(page, "Ledger");
  await page.getByLabel("Name", { exact: true }).fill("General ledger");
  await title(page).fill("Checkout, reviewed");
  await title(page).press("Enter");
  const now = await saved(page, "Save backup");

  const sheet = await versions(page);
  const row = sheet.getByRole("button", { name: /Before the review/ });
  await row.press("Enter");
  await expect(row).toHaveAttribute("aria-expanded", "true");
  await expect(sheet.getByText("The component “General ledger” was added.")).toBeVisible();
  await expect(
    sheet.getByText("The title is “Checkout, reviewed” now, instead of “Checkout”."),
  ).toBeVisible();
  await sheet.getByRole("button", { name: "Go back to this version" }).press("Enter");
  await expect(sheet).toBeHidden();
  await expect(page.getByRole("status")).toContainText("The sketch is as it was then.");
  await expect(inOutline(page, "General ledger")).toHaveCount(0);
  expect(await saved(page, "Save backup")).toBe(then);

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(inOutline(page, "General ledger")).toBeVisible();
  expect(await saved(page, "Save backup")).toBe(now);
  await page.getByRole("button", { name: "Redo" }).click();
  expect(await saved(page, "Save backup")).toBe(then);

  await expect(page.getByText(SAVED)).toBeVisible();
  await page.reload();
  await expect(title(page)).toHaveValue("Checkout");
  const later = await versions(page);
  await later.getByRole("button", { name: /Before going back/ }).click();
  await later.getByRole("button", { name: "Go back to this version" }).click();
  expect(await saved(page, "Save backup")).toBe(now);
});

test("what was opened is kept by itself, and two versions are compared with each other", async ({ page }) => {
  await openCase(page);
  await takeDocumentedAnswers(page, 1);
  await keepAs(page, "First answer");
  await takeDocumentedAnswers(page, 2);
  await keepAs(page, "Three answers");
  const sheet = await versions(page);
  await expect(sheet.getByRole("button", { name: /As it was opened.*no answers/ })).toBeVisible();
  await sheet.getByRole("button", { name: /Three answers/ }).click();
  await expect(sheet.getByText("They say the same.")).toBeVisible();
  await sheet.getByLabel("Compared with").selectOption({ label: await labelOf(sheet, "First answer") });
  await expect(sheet.getByText("That one is the earlier. Since then:")).toBeVisible();
  await expect(sheet.getByText("Answered 2")).toBeVisible();
  await sheet.getByLabel("Compared with").selectOption({ label: await labelOf(sheet, "As it was opened") });
  await expect(sheet.getByText("Answered 3")).toBeVisible();
});

async function labelOf(sheet: Locator, name: string): Promise<string> {
  const labels = await sheet.getByRole("option").allTextContents();
  return labels.find((label) => label.includes(name)) ?? name;
}

test("a spell of work is kept by itself, and a version is given a name and loses it", async ({ page }) => {
  await page.clock.install();
  await drawCheckout(page);
  await page.clock.fastForward("11:00");
  await addComponent(page, "Ledger");
  const sheet = await versions(page);
  const row = sheet.getByRole("button", { name: /After a spell of work/ });
  await row.first().click();
  await sheet.getByLabel("Its name, which keeps it for good").fill("The good one");
  await sheet.getByRole("button", { name: "Name it" }).click();
  await expect(sheet.getByRole("button", { name: /The good one/ })).toBeVisible();
  await sheet.getByLabel("Its name, which keeps it for good").fill("");
  await sheet.getByRole("button", { name: "Name it" }).click();
  await expect(sheet.getByRole("button", { name: /The good one/ })).toHaveCount(0);
});

test("the versions go with a sketch that is deleted, and come back with it", async ({ page }) => {
  await drawCheckout(page);
  await keepAs(page, "Before the review");
  await choose(page, "Delete this sketch");
  await expect(title(page)).toHaveValue("Untitled sketch");
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(title(page)).toHaveValue("Checkout");
  const sheet = await versions(page);
  await expect(sheet.getByRole("button", { name: /Before the review/ })).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the sheet of versions is accessible in its ${colorScheme} colours`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openCase(page);
    await takeDocumentedAnswers(page, 2);
    const sheet = await versions(page);
    await sheet.getByRole("button", { name: /As it was opened/ }).click();
    await expect(sheet.getByText("Answered 2")).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}

test.describe("on a narrow phone", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test("versions are kept, compared and gone back to", async ({ page }) => {
    await openCase(page);
    await takeDocumentedAnswers(page, 2);
    const sheet = await versions(page);
    await sheet.getByRole("button", { name: /As it was opened/ }).click();
    await expect(sheet.getByText("Answered 2")).toBeVisible();
    const isCut = await sheet.evaluate((element) =>
      [element, ...element.querySelectorAll("*")].some((part) => part.scrollWidth > 321),
    );
    expect(isCut).toBe(false);
    await sheet.getByRole("button", { name: "Go back to this version" }).click();
    await expect(page.getByText("Answers so far")).toHaveCount(0);
  });
});
