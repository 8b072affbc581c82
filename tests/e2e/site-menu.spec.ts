import { expect, test } from "@playwright/test";

test.use({ viewport: { width: 360, height: 640 } });

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a visitor with a phone finds in the menu what the header has no room for", async ({ page }) => {
    await page.goto("/");
    const header = page.getByRole("navigation", { name: "Main" });
    await expect(header.getByRole("link")).toHaveText(["Cases", "Search"]);
    await header.getByText("Menu").click();
    await header.getByRole("link", { name: "Glossary" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Glossary");
    await expect(header.getByRole("link", { name: "Glossary" })).toBeHidden();
  });
});

test("the menu closes when one of its links is taken, and with Escape", async ({ page }) => {
  await page.goto("/essay", { waitUntil: "networkidle" });
  const header = page.getByRole("navigation", { name: "Main" });
  const menu = header.getByText("Menu");
  await menu.press("Enter");
  await header.getByRole("link", { name: "Figures" }).focus();
  await page.keyboard.press("Escape");
  await expect(menu).toBeFocused();
  await expect(header.getByRole("link", { name: "Figures" })).toBeHidden();
  await menu.press("Enter");
  await header.getByRole("link", { name: "Figures" }).click();
  await expect(page).toHaveURL("/figures");
  await expect(header.getByRole("link", { name: "Figures" })).toBeHidden();
});
