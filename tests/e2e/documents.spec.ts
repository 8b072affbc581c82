import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser.ts";
import {
  addComponent,
  choose,
  dragFiles,
  inOutline,
  openCase,
  openSketch,
  saved,
  SAVED,
  sketches,
} from "#tests/support/workbench-page.ts";

const title = (page: Page) => page.getByLabel("Title of the sketch");

async function drawn(page: Page, name: string, component: string): Promise<void> {
  await title(page).fill(name);
  await title(page).press("Enter");
  await addComponent(page, component);
  await expect(page.getByText(SAVED)).toBeVisible();
}

test("every template opens as a sketch that raises a question", async ({ page }) => {
  await page.goto("/workbench");
  await expect(page.getByText("Where does it fail")).toBeVisible();
  const first = await sketches(page);
  const templates = first.getByRole("region", { name: "Begin with a template" }).getByRole("button");
  const names = await templates.allTextContents();
  expect(names.length).toBeGreaterThanOrEqual(8);
  await page.keyboard.press("Escape");
  for (const name of names) {
    const sheet = await sketches(page);
    await sheet.getByRole("button", { name: `Begin with ${name}` }).click();
    await expect(sheet).toBeHidden();
    await expect(title(page)).toHaveValue(name);
    await expect(page.locator(".react-flow__node").first()).toBeVisible();
    await expect(page.locator("#question")).toBeVisible();
  }
  const sheet = await sketches(page);
  await expect(sheet.getByRole("region", { name: "In this browser" }).getByRole("listitem")).toHaveCount(
    names.length,
  );
});

test("a published case is a way to begin, and the list of them is the published one", async ({ page }) => {
  await page.goto("/workbench");
  await expect(page.getByText("Where does it fail")).toBeVisible();
  const sheet = await sketches(page);
  const cases = sheet.getByRole("region", { name: "Begin with a published case" }).getByRole("button");
  const count = await cases.count();
  await cases.first().click();
  await expect(sheet).toBeHidden();
  await expect(page.getByRole("button", { name: "Take this answer" })).toBeVisible();
  const listed = await sketches(page);
  await expect(listed.getByText("From the case")).toHaveCount(1);
  await page.goto("/cases");
  await expect(page.getByText(count === 1 ? "1 case" : `${count} cases`).first()).toBeVisible();
});

test("a sketch is renamed, copied, deleted and brought back, with the keyboard alone", async ({ page }) => {
  await page.goto("/workbench");
  await drawn(page, "Checkout", "Till");
  await page.getByRole("button", { name: "Sketches", exact: true }).press("Enter");
  const sheet = page.getByRole("dialog", { name: "Sketches" });
  await expect(sheet.getByText("1 component", { exact: true })).toBeVisible();

  await sheet.getByRole("button", { name: "Duplicate Checkout" }).press("Enter");
  await expect(sheet.getByRole("button", { name: "Open Copy of Checkout" })).toBeVisible();
  await sheet.getByRole("button", { name: "Rename Copy of Checkout" }).press("Enter");
  await expect(sheet.getByLabel("New name of Copy of Checkout")).toBeFocused();
  await page.keyboard.type("Given up");
  await page.keyboard.press("Escape");
  await expect(sheet.getByRole("button", { name: "Rename Copy of Checkout" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Till, second try");
  await page.keyboard.press("Enter");
  await expect(sheet.getByRole("button", { name: "Rename Till, second try" })).toBeFocused();

  await sheet.getByRole("button", { name: "Delete Till, second try" }).press("Enter");
  const bringBack = sheet.getByRole("button", { name: "Bring back Till, second try" });
  await expect(bringBack).toBeFocused();
  await page.keyboard.press("Enter");
  const opens = sheet.getByRole("button", { name: "Open Till, second try" });
  await expect(opens).toBeVisible();
  await opens.press("Enter");
  await expect(title(page)).toHaveValue("Till, second try");
  await expect(inOutline(page, "Till")).toBeVisible();
  await page.reload();
  await expect(title(page)).toHaveValue("Till, second try");
});

test("the open sketch is renamed in the list, and undo takes it back", async ({ page }) => {
  await page.goto("/workbench");
  await drawn(page, "Checkout", "Till");
  const sheet = await sketches(page);
  await sheet.getByRole("button", { name: "Rename Checkout" }).click();
  await page.keyboard.type("Payment");
  await page.keyboard.press("Enter");
  await expect(sheet.getByRole("button", { name: "Payment, open now" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(title(page)).toHaveValue("Payment");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(title(page)).toHaveValue("Checkout");
});

test("the sketch on the table is deleted without a question, and taken back whole", async ({ page }) => {
  await page.goto("/workbench");
  await drawn(page, "Checkout", "Till");
  const backup = await saved(page, "Save backup");
  await choose(page, "Delete this sketch");
  await expect(page.getByRole("alert").filter({ hasText: "“Checkout” is deleted." })).toBeVisible();
  await expect(title(page)).toHaveValue("Untitled sketch");
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(title(page)).toHaveValue("Checkout");
  expect(await saved(page, "Save backup")).toBe(backup);
});

test("what was deleted a while ago is gone, and so is what was removed for good", async ({ page }) => {
  await page.clock.install({ time: new Date("2026-03-01T10:00:00") });
  await page.goto("/workbench");
  await drawn(page, "Checkout", "Till");
  await choose(page, "Delete this sketch");
  await drawn(page, "Payment", "Ledger");
  await choose(page, "Delete this sketch");
  const sheet = await sketches(page);
  await sheet.getByRole("button", { name: "Remove for good: Payment" }).click();
  await expect(sheet.getByText("Payment")).toHaveCount(0);
  await expect(sheet.getByRole("button", { name: "Bring back Checkout" })).toBeVisible();
  await page.clock.setSystemTime(new Date("2026-04-02T10:00:00"));
  await page.reload();
  const later = await sketches(page);
  await expect(later.getByRole("region", { name: "In this browser" })).toBeVisible();
  await expect(later.getByText("Deleted lately")).toHaveCount(0);
});

test("a deletion that is taken back is taken back in the other tab as well", async ({ page, context }) => {
  await page.goto("/workbench");
  await drawn(page, "Checkout", "Till");
  const other = await context.newPage();
  await other.goto("/workbench");
  await expect(title(other)).toHaveValue("Checkout");
  await choose(page, "Delete this sketch");
  await expect(other.getByText("deleted in another tab")).toBeVisible();
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(other.getByText("deleted in another tab")).toBeHidden();
  await expect(other.getByText(SAVED)).toBeVisible();
});

test("a file let go over the workbench opens beside what is there", async ({ page }) => {
  await page.goto("/workbench");
  await drawn(page, "Checkout", "Till");
  const text = (await saved(page, "Save backup")).replaceAll("Checkout", "From a file");
  await dragFiles(page, [{ name: "other.seamark.json", text }]);
  await expect(title(page)).toHaveValue("From a file");
  await openSketch(page, "Checkout");
  await expect(inOutline(page, "Till")).toBeVisible();
});

test("a backup that is none is refused in plain words, and nothing is changed", async ({ page }) => {
  await page.goto("/workbench");
  await drawn(page, "Checkout", "Till");
  const alert = page.getByRole("alert").filter({ hasText: "Nothing was changed." });
  await dragFiles(page, [{ name: "cut.seamark.json", text: '{"format": "seamark.session/1", "archi' }]);
  await expect(alert).toContainText("cut.seamark.json could not be opened: it is not JSON");
  await expect(title(page)).toHaveValue("Checkout");
  await expect(inOutline(page, "Till")).toBeVisible();
});

test("a list that cannot be read says so instead of looking empty", async ({ page }) => {
  await page.goto("/workbench");
  await drawn(page, "Checkout", "Till");
  await page.evaluate(() => {
    IDBObjectStore.prototype.getAll = () => {
      throw new DOMException("the disk does not answer");
    };
  });
  const sheet = await sketches(page);
  await expect(
    sheet.getByText("The list could not be read, so there may be more: the disk does not answer."),
  ).toBeVisible();
  await expect(sheet.getByRole("button", { name: "Checkout, open now" })).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the sheet of sketches is accessible in its ${colorScheme} colours`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openCase(page);
    await choose(page, "New sketch");
    await drawn(page, "Checkout", "Till");
    await choose(page, "Delete this sketch");
    const sheet = await sketches(page);
    await expect(sheet.getByRole("button", { name: "Bring back Checkout" })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}

test.describe("on a narrow phone", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test("the sheet takes the whole screen and nothing is cut off", async ({ page }) => {
    await openCase(page);
    const sheet = await sketches(page);
    const box = await sheet.boundingBox();
    expect(box?.width).toBe(320);
    const isCut = await sheet.evaluate((element) =>
      [element, ...element.querySelectorAll("*")].some((part) => part.scrollWidth > 321),
    );
    expect(isCut).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
