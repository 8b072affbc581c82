import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser.ts";
import {
  openCase,
  openStep,
  handedOver,
  SAVED,
  takeDocumentedAnswers,
} from "#tests/support/workbench-page.ts";

test("a dismissed seam stays away whatever is answered, and comes back when it is brought back", async ({
  page,
}) => {
  await openCase(page);
  await openStep(page, "Seams");
  const seam = page
    .getByRole("region", { name: "Likely" })
    .getByRole("listitem")
    .filter({ hasText: "Container daemon and Authorization plugin" });
  await seam.locator("summary").click();
  await seam.getByRole("button", { name: "Dismiss" }).first().click();
  const why = seam.getByLabel("Why it is no seam, if you want to say");
  await expect(why).toBeFocused();
  await why.fill("the plugin is *not* in use");
  await seam.getByRole("button", { name: /^Dismiss (it|everything)/ }).click();
  await expect(seam).toHaveCount(0);
  const dismissed = page.locator("summary", { hasText: "Dismissed" });
  await expect(dismissed).toBeFocused();

  await openStep(page, "Questions");
  await takeDocumentedAnswers(page, 3);
  await expect(page.getByText(SAVED)).toBeVisible();
  await page.reload();
  await expect(page.getByText("Answers so far")).toBeVisible();
  await openStep(page, "Seams");
  await expect(seam).toHaveCount(0);
  const report = await handedOver(page, "Markdown");
  expect(report).toContain("## Dismissed");
  expect(report).toContain("the plugin is \\*not\\* in use");

  await dismissed.click();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: "Bring back" }).click();
  await expect(seam).toHaveCount(1);
  await expect(dismissed).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(seam).toHaveCount(0);
});

test("a question that somebody else could answer is kept with whom to ask, and answered where it is kept", async ({
  page,
}) => {
  await openCase(page);
  const question = page.locator("#question");
  for (let i = 0; i < 2; i += 1) {
    const text = (await question.textContent()) ?? "";
    await page.getByRole("button", { name: "Somebody else knows" }).click();
    await page.getByLabel("Who knows: a name or a role").fill("the platform team");
    await page.getByRole("button", { name: "Ask them later" }).click();
    await expect(question).not.toHaveText(text);
    await expect(question).toBeFocused();
  }
  await expect(page.getByText(SAVED)).toBeVisible();
  await page.reload();
  await page.locator("summary", { hasText: "To be asked" }).click();
  const theirs = page.getByRole("region", { name: "To be asked of the platform team" });
  const asked = theirs.locator("summary");
  await expect(asked).toHaveCount(2);
  const report = await handedOver(page, "Markdown");
  expect(report).toContain(`| ${(await asked.first().textContent()) ?? ""} | the platform team |`);

  await asked.first().click();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await theirs.getByRole("button", { name: "Nobody knows" }).click();
  await expect(page.locator("summary", { hasText: "To be asked" })).toBeFocused();
  await page.getByText("Answers so far").click();
  await expect(page.getByText("(you, from the platform team)")).toBeVisible();
  await asked.first().click();
  await theirs.getByRole("button", { name: "Take back" }).click();
  await expect(theirs).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator("summary", { hasText: "To be asked" })).toBeVisible();
});

test("what one person can answer about one element stays together until it is answered", async ({ page }) => {
  await openCase(page);
  const question = page.locator("#question");
  const more = page.locator("summary", { hasText: "While you are at it" });
  await expect(more).toHaveText(/about Container daemon and .+: [123] more/);
  await expect(page.getByRole("button", { name: "Nobody knows" })).toHaveCount(1);
  await more.press("Enter");
  const others = page.locator("details", { has: more }).getByRole("heading");
  const texts = await others.allTextContents();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByRole("button", { name: "Nobody knows" }).first().click();
  await expect(question).toHaveText(texts[0] ?? "");
  await expect(question).toBeFocused();
  await expect(others).toHaveText(texts.slice(1));
  await page.getByRole("button", { name: "Nobody knows" }).last().click();
  await expect(others).toHaveText(texts.slice(1, -1));
  for (const text of texts.slice(0, -1)) {
    await expect(question).toHaveText(text);
    await page.getByRole("button", { name: "Nobody knows" }).first().click();
  }
  await expect(page.locator("summary", { hasText: "Answers so far" })).toContainText(`${texts.length + 1}`);
  await expect(question).not.toHaveText(texts.at(-2) ?? "");
  await expect(page.getByRole("button", { name: "Nobody knows" })).toHaveCount(1);
});

async function fits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  const panel = page.getByRole("region", { name: "Session" });
  expect(await panel.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
}

test.describe("on a phone by night", () => {
  test.use({ viewport: { width: 320, height: 640 }, colorScheme: "dark" });

  test("every form that opens in place fits and is accessible", async ({ page }) => {
    await openCase(page);
    const referral = page.getByLabel("Who knows: a name or a role");
    await page.getByRole("button", { name: "Somebody else knows" }).click();
    await referral.fill("the platform team");
    await referral.press("Enter");
    await page.locator("summary", { hasText: "To be asked" }).click();
    await page
      .getByRole("region", { name: /^To be asked of/ })
      .locator("summary")
      .click();
    await page.locator("summary", { hasText: "While you are at it" }).click();
    await page.getByRole("button", { name: "Somebody else knows" }).first().click();
    await fits(page);
    await openStep(page, "Seams");
    await page.locator("summary", { hasText: "Container daemon and Authorization plugin" }).first().click();
    await page.getByRole("button", { name: "Dismiss" }).first().click();
    await page.locator("summary", { hasText: "Mark a seam by hand" }).click();
    await fits(page);
  });
});
