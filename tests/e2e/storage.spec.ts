import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser.ts";
import { choose, inOutline, openSketch, SAVED } from "#tests/support/workbench-page.ts";

async function addComponent(page: Page, name: string, add: () => Promise<void>): Promise<void> {
  await add();
  await expect(page.getByLabel("Name of the component")).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await expect(inOutline(page, name)).toBeVisible();
}

async function drawCheckout(page: Page): Promise<void> {
  await page.goto("/workbench");
  await page.getByLabel("Title of the sketch").fill("Checkout");
  await addComponent(page, "Till", () => page.getByRole("button", { name: "Add a component" }).click());
  await expect(page.getByText(SAVED)).toBeVisible();
}

test("a sketch deleted in one tab and worked on in another is kept whole", async ({ page, context }) => {
  await drawCheckout(page);
  const other = await context.newPage();
  await other.goto("/workbench");
  await expect(inOutline(other, "Till")).toBeVisible();
  await choose(other, "Delete this sketch");
  await expect(other.getByLabel("Title of the sketch")).toHaveValue("Untitled sketch");
  await other.close();

  await addComponent(page, "Ledger", () => page.keyboard.press("n"));
  await expect(page.getByText(SAVED)).toBeVisible();
  await page.reload();
  await expect(inOutline(page, "Till")).toBeVisible();
  await expect(inOutline(page, "Ledger")).toBeVisible();
});

test("a sketch that could not be read is not thrown away as an empty one", async ({ page }) => {
  await drawCheckout(page);
  await page.addInitScript(() => {
    const real = Object.getOwnPropertyDescriptor(IDBIndex.prototype, "getAll") ?? {};
    IDBIndex.prototype.getAll = () => {
      Object.defineProperty(IDBIndex.prototype, "getAll", real);
      throw new DOMException("the disk does not answer");
    };
  });
  await page.reload();
  await expect(page.getByText("the disk does not answer").first()).toBeVisible();
  await choose(page, "New sketch");
  await openSketch(page, /^(Checkout|Untitled sketch)/);
  await expect(inOutline(page, "Till")).toBeVisible();
});
