import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "#tests/support/browser.ts";
import { openCase, saved, SAVED, takeDocumentedAnswers } from "#tests/support/workbench-page.ts";

test("a dismissed seam stays away whatever is answered, and comes back when it is brought back", async ({
  page,
}) => {
  await openCase(page);
  const seam = page.getByRole("article").filter({ hasText: "Container daemon and Authorization plugin" });
  await seam.getByRole("button", { name: "Dismiss" }).first().click();
  const why = seam.getByLabel("Why it is no seam, if you want to say");
  await expect(why).toBeFocused();
  await why.fill("the plugin is *not* in use");
  await seam.getByRole("button", { name: /^Dismiss (it|everything)/ }).click();
  await expect(seam).toHaveCount(0);
  const dismissed = page.locator("summary", { hasText: "Dismissed" });
  await expect(dismissed).toBeFocused();

  await takeDocumentedAnswers(page, 3);
  await expect(page.getByText(SAVED)).toBeVisible();
  await page.reload();
  await expect(page.getByText("Answers so far")).toBeVisible();
  await expect(seam).toHaveCount(0);
  const report = await saved(page, "Findings as Markdown");
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
