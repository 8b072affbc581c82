import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser.ts";
import { openCase, takeDocumentedAnswers } from "#tests/support/workbench-page.ts";

/** What the person hears: the element that has the focus, by role and name. */
async function expectFocusOn(
  page: Page,
  role: "heading" | "button" | "textbox",
  name: RegExp,
): Promise<void> {
  await expect(page.getByRole(role, { name }).and(page.locator(":focus"))).toHaveCount(1);
}

/** Goes to a step from wherever the focus is, with nothing but the keyboard. */
async function goTo(page: Page, name: string, place: number): Promise<void> {
  const steps = page.getByRole("navigation", { name: "Steps of the session" });
  await steps.getByRole("button", { name: new RegExp(`^${name}\\b`) }).press("Enter");
  await expect(page.getByRole("status").first()).toHaveText(`Step ${place} of 7: ${name}.`);
  await expect(steps.locator("[aria-current=step]")).toHaveCount(1);
}

test("a session is heard from the fit to the findings", async ({ page }) => {
  await openCase(page);
  const heard = page.getByRole("status").first();

  await goTo(page, "Fit", 1);
  await expectFocusOn(page, "heading", /^Does this look structural\?$/);
  await page.getByRole("checkbox", { name: /^A control passed every audit/ }).press("Space");
  await expect(heard).toHaveText("This looks structural.");
  await expect(page.getByRole("button", { name: "Fit structural step 1 of 7" })).toBeVisible();

  await goTo(page, "Sketch", 2);
  await expectFocusOn(page, "heading", /^The sketch says what talks to what/);
  await page.getByRole("button", { name: "Go on to the seams" }).press("Enter");
  await expect(heard).toHaveText("Step 3 of 7: Seams.");
  await expectFocusOn(page, "heading", /^Between which two is an agreement missing\?$/);
  const likely = page.getByRole("region", { name: "Likely" }).getByRole("listitem").first();
  await likely.locator("summary").press("Enter");
  await likely.getByRole("button", { name: "Accept as a seam" }).press("Enter");
  await expect(heard).toHaveText(
    "Container daemon and Authorization plugin: accepted as a seam. Its sentence stands with the invariants.",
  );
  await expect(page.getByRole("button", { name: "Seams 1 seam step 3 of 7" })).toBeVisible();

  await goTo(page, "Questions", 4);
  await expectFocusOn(page, "heading", /\?$/);
  await takeDocumentedAnswers(page, 4);
  await expectFocusOn(page, "heading", /\?$/);
  await expect(page.getByRole("button", { name: /^Questions \d answers step 4 of 7$/ })).toBeVisible();

  await goTo(page, "Invariants", 5);
  await expectFocusOn(page, "heading", /^What must hold between them/);
  const seam = page.getByRole("article", { name: "Container daemon and Authorization plugin" });
  await expect(seam.getByRole("list", { name: /^Rung: / })).toBeVisible();
  await seam.getByRole("button", { name: "Say it in your own words" }).press("Enter");
  await expectFocusOn(page, "textbox", /^What must hold, as one sentence that can be checked$/);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("What was judged is what runs.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(heard).toHaveText("Your sentence stands. Undo takes it back.");
  await expectFocusOn(page, "button", /^Say it in your own words$/);
  await seam.getByRole("textbox", { name: "Owner: who keeps this agreement" }).press("T");
  await page.keyboard.press("Tab");

  await page.getByRole("button", { name: "Go on to the move" }).press("Enter");
  await expect(heard).toHaveText("Step 6 of 7: Move.");
  await expectFocusOn(page, "heading", /^What is missing, and what would change it\?$/);
  await page.getByRole("button", { name: "Try this move on a copy" }).first().press("Enter");
  await expectFocusOn(page, "heading", /^Capture the object once/);
  await page.keyboard.press("Escape");
  await expectFocusOn(page, "button", /^Try this move on a copy$/);

  await page.getByRole("button", { name: "Go on to the findings" }).press("Enter");
  await expectFocusOn(page, "heading", /^1 seam found\.$/);
  await expect(
    page.getByRole("article", { name: "Container daemon and Authorization plugin" }),
  ).toContainText("What was judged is what runs.");
  await expect(page.getByRole("article").first()).toContainText("Kept by T.");
  await page.getByRole("button", { name: "Walk the failure" }).press("Enter");
  await expectFocusOn(page, "heading", /^Walk the failure$/);
});
