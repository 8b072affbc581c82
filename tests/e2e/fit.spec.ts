import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser.ts";
import { saveFrom, openStep } from "#tests/support/workbench-page.ts";

const STEP = "Does this look structural?";
const CAUSE = "We know the cause and the fix is simple; it only has to be done.";
const CAME_BACK = "A fix held, and the next incident was right beside it: the same gap, another place.";

async function drawTwo(page: Page): Promise<void> {
  await page.goto("/workbench");
  await page.getByRole("button", { name: "Add a component" }).click();
  for (const name of ["Gate", "Till"]) {
    if (name === "Till") await page.keyboard.press("n");
    await expect(page.getByLabel("Name of the component")).toBeFocused();
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await expect(page.locator(".react-flow__node.selected")).toBeFocused();
  }
  await page.keyboard.press("c");
  await page.keyboard.type("ga");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-connection]")).toHaveCount(1);
}

async function violations(page: Page) {
  return (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [
    id,
    nodes.map(({ html }) => html),
  ]);
}

test("a new session asks whether this looks structural, and goes on whatever is said", async ({ page }) => {
  await drawTwo(page);
  const question = page.locator("#question");
  await expect(question).toHaveText(STEP);
  await page.getByRole("checkbox", { name: CAME_BACK }).press("Space");
  await expect(page.getByText("This looks structural", { exact: true })).toBeVisible();
  await expect(page.getByRole("status")).toHaveText("This looks structural.");
  await page.getByRole("button", { name: "Go on to the questions" }).press("Enter");
  await expect(question).not.toHaveText(STEP);
  await expect(question).toBeFocused();

  const step = page.getByRole("button", { name: /^Fit\b.*step 1 of 7/ });
  await expect(step).toHaveAccessibleName("Fit structural step 1 of 7");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(step).toHaveAccessibleName("Fit step 1 of 7");
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(step).toHaveAccessibleName("Fit structural step 1 of 7");
  await expect(page.getByText("Saved in this browser")).toBeVisible();
  await page.reload();
  await expect(step).toHaveAccessibleName("Fit structural step 1 of 7");
  await openStep(page, "Fit");
  await expect(page.getByText("This looks structural", { exact: true })).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`a poor fit says what would help instead and can end the session, in ${colorScheme} colours`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await drawTwo(page);
    await page.getByRole("checkbox", { name: CAUSE }).check();
    await expect(page.getByText("Make the fix, and add the test that would have caught it.")).toBeVisible();
    expect(await violations(page)).toEqual([]);

    await page.getByRole("button", { name: "End here" }).click();
    const question = page.locator("#question");
    await expect(question).toHaveText("A diagnosis is probably not what you need");
    await expect(question).toBeFocused();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Hand over the findings" }).click();
    const sheet = page.getByRole("dialog", { name: "Hand over" });
    const report = await saveFrom(page, sheet, "Markdown");
    await page.keyboard.press("Escape");
    expect(report).toContain("A poor fit");
    expect(report).toContain("Make the fix, and add the test that would have caught it.");

    await page.getByRole("button", { name: "Go on all the same" }).click();
    await expect(page.getByText("The session ended here")).toHaveCount(0);
  });
}

test("the signals are reasons of the candidates, and can be told before anything is drawn", async ({
  page,
}) => {
  await page.goto("/workbench");
  await openStep(page, "Fit");
  await page.getByRole("checkbox", { name: CAUSE }).check();
  await expect(page.getByRole("button", { name: "End here" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Go on all the same" })).toBeVisible();

  await page.goto("/workbench?case=plugin-approved-daemon-executed");
  await expect(page).toHaveURL(/\/workbench$/);
  await openStep(page, "Seams");
  const seam = page.getByRole("region", { name: "Likely" }).getByRole("listitem").first();
  await seam.locator("summary").click();
  await expect(seam).not.toContainText("the cause is known");
  await openStep(page, "Fit");
  await page.getByRole("checkbox", { name: CAUSE }).check();
  await openStep(page, "Seams");
  await seam.locator("summary").click();
  await expect(seam).toContainText("the cause is known, and the fix is simple");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test("the signals fit", async ({ page }) => {
    await page.goto("/workbench");
    await openStep(page, "Fit");
    await page.getByRole("checkbox", { name: CAUSE }).check();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
