import { AxeBuilder } from "@axe-core/playwright";
import { begin, bringIn, compose, sheet, title } from "#tests/support/bring-in-page.ts";
import { expect, test } from "#tests/support/browser.ts";
import { addComponent, dragFiles, inOutline } from "#tests/support/workbench-page.ts";

test("the keyboard alone brings a file in, narrows what is in it, and comes back to the sketch", async ({
  page,
}) => {
  await begin(page);
  await addComponent(page, "Ledger");
  const file = page.getByRole("button", { name: "File", exact: true });
  await file.focus();
  const chooser = page.waitForEvent("filechooser");
  await file.press("Enter");
  const item = page.getByRole("menuitem", { name: "Bring in…" });
  await expect(item).toBeVisible();
  await page.keyboard.press("ArrowDown");
  while (!(await item.evaluate((one) => one === document.activeElement)))
    await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await (
    await chooser
  ).setFiles({ name: compose.name, mimeType: "text/yaml", buffer: Buffer.from(compose.text) });
  await expect(sheet(page).getByRole("radio", { name: /^Into/ })).toBeChecked();
  await sheet(page).getByPlaceholder("A name, a file, a line").focus();
  await page.keyboard.type("db");
  await expect(sheet(page).getByRole("region", { name: "Components" }).getByRole("listitem")).toHaveCount(1);
  await sheet(page).getByRole("button", { name: "Bring it in" }).press("Enter");
  await expect(sheet(page)).toBeHidden();
  await expect(inOutline(page, "web")).toBeVisible();
});

test("what was read is heard, and whoever chooses another format stays at the choice", async ({ page }) => {
  await begin(page);
  await bringIn(page, compose);
  await expect(
    sheet(page).getByRole("status").filter({ hasText: "Read: 3 components, 2 connections, no boundaries." }),
  ).toBeAttached();
  const format = sheet(page).getByLabel("Read as");
  await format.focus();
  await format.selectOption("mermaid");
  await expect(sheet(page).getByRole("alert")).toContainText("It could not be read.");
  await expect(format).toBeFocused();
  await expect(format).toHaveValue("mermaid");
  await format.selectOption("docker-compose");
  await expect(sheet(page).getByRole("button", { name: "Open as a new sketch" })).toBeVisible();
  await expect(format).toBeFocused();
});

test("whoever opens a new sketch with the keyboard is back at the menu, above that sketch", async ({
  page,
}) => {
  await begin(page);
  await bringIn(page, compose);
  await sheet(page).getByRole("button", { name: "Open as a new sketch" }).press("Enter");
  await expect(sheet(page)).toBeHidden();
  await expect(title(page)).toHaveValue("shop");
  await expect(page.getByRole("button", { name: "File", exact: true })).toBeFocused();
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("the sheet has nothing that axe objects to", async ({ page }) => {
      await begin(page);
      await addComponent(page, "api");
      await bringIn(page, compose);
      await expect(
        sheet(page).getByText("3 components, 2 connections, no boundaries", { exact: true }),
      ).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await page.screenshot({ path: `test-results/bring-in-${colorScheme}.png` });
    });
  });
}

test.describe("on a narrow phone", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test("the sheet takes the whole screen and nothing is cut off", async ({ page }) => {
    await begin(page);
    await dragFiles(page, [compose]);
    await expect(
      sheet(page).getByText("3 components, 2 connections, no boundaries", { exact: true }),
    ).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const inner = sheet(page).locator("> div");
    expect(await inner.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
    await page.screenshot({ path: "test-results/bring-in-320.png" });
  });
});
