import { AxeBuilder } from "@axe-core/playwright";
import type { Locator } from "@playwright/test";
import { expect, test } from "#tests/support/browser.ts";
import {
  choose,
  handedOver,
  openBackup,
  openCase,
  openStep,
  openSketch,
  saved,
  SAVED,
  takeDocumentedAnswers,
} from "#tests/support/workbench-page.ts";

const INVARIANT = /For every API request that Container daemon acts on/;

async function placeOf(locator: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const { x, y } = (await locator.boundingBox()) ?? { x: 0, y: 0 };
  return { x, y };
}

test("the documented answers of a case lead to its invariant, and the work leaves and comes back the same", async ({
  page,
}) => {
  await openCase(page);
  await takeDocumentedAnswers(page);
  await openStep(page, "Invariants");
  const seam = page.getByRole("article", { name: "Container daemon and Authorization plugin" });
  await expect(seam).toContainText(INVARIANT);

  const report = await handedOver(page, "Markdown");
  expect(report).toContain("### Seam 1: Container daemon and Authorization plugin");
  expect(report).toMatch(INVARIANT);
  expect(report).toContain("evidence: the published record");

  const backup = await saved(page, "Save backup");
  await choose(page, "New sketch");
  await expect(page.getByLabel("Title of the sketch")).toHaveValue("Untitled sketch");
  await openBackup(page, backup);
  await openStep(page, "Invariants");
  await expect(page.getByRole("article").first()).toContainText(INVARIANT);
  expect(await saved(page, "Save backup")).toBe(backup);
});

test("a reload keeps what was answered, and an earlier sketch stays in reach", async ({ page }) => {
  await openCase(page);
  await takeDocumentedAnswers(page, 3);
  await expect(page.getByText(SAVED)).toBeVisible();
  const backup = await saved(page, "Save backup");
  await page.reload();
  await expect(page.getByText("Answers so far")).toBeVisible();
  expect(await saved(page, "Save backup")).toBe(backup);

  await choose(page, "New sketch");
  await page.getByRole("button", { name: "Add a component" }).click();
  await expect(page.getByLabel("Name of the component")).toBeFocused();
  await page.keyboard.type("Till");
  await page.keyboard.press("Enter");
  await expect(page.getByText(SAVED)).toBeVisible();
  await openSketch(page, /authorization plugin/i);
  await expect(page.getByText("Answers so far")).toBeVisible();
  expect(await saved(page, "Save backup")).toBe(backup);
});

test("what is being typed survives a reload, and a blank name is no name", async ({ page }) => {
  await page.goto("/workbench");
  await page.getByRole("button", { name: "Add a component" }).click();
  await expect(page.getByLabel("Name of the component")).toBeFocused();
  await page.keyboard.type("Till");
  await page.reload();
  const outline = page.getByRole("region", { name: "Outline" });
  await outline.getByRole("button", { name: /^Till/ }).click();
  await page.getByLabel("Name", { exact: true }).fill("Tiller");
  await page.reload();
  await expect(outline.getByRole("button", { name: /^Tiller/ })).toBeVisible();

  const title = page.getByLabel("Title of the sketch");
  await title.fill("Half a tit");
  await page.reload();
  await expect(title).toHaveValue("Half a tit");
  await title.fill("  ");
  await title.press("Enter");
  await expect(title).toHaveValue("Half a tit");
});

test("evidence that is not yet part of an answer survives a reload", async ({ page }) => {
  await openCase(page);
  await page.getByText("Answered by").click();
  const evidence = page.getByLabel("What you know it from");
  await evidence.fill("the runbook");
  await page.reload();
  await page.getByText("Answered by").click();
  await expect(evidence).toHaveValue("the runbook");
});

test("findings are handed over as JSON, and open again as the same session", async ({ page }) => {
  await openCase(page);
  await takeDocumentedAnswers(page, 2);
  const backup = await saved(page, "Save backup");
  const findings = await handedOver(page, "JSON");
  await choose(page, "New sketch");
  await expect(page.getByLabel("Title of the sketch")).toHaveValue("Untitled sketch");
  await openBackup(page, findings);
  await expect(page.getByText("Answers so far")).toBeVisible();
  expect(await saved(page, "Save backup")).toBe(backup);
  expect(await handedOver(page, "JSON")).toBe(findings);
});

test("a seam is suspected until something was answered about it, and found from then on", async ({
  page,
}) => {
  await openCase(page);
  await expect(page.getByText("1 seam suspected from the sketch alone")).toBeVisible();
  await expect(page.getByText("1 seam found")).toHaveCount(0);
  await takeDocumentedAnswers(page, 2);
  await expect(page.getByText("1 seam found")).toBeVisible();
});

test("an answer can be undone, done again, changed and taken back", async ({ page }) => {
  await openCase(page);
  const question = page.locator("#question");
  const first = (await question.textContent()) ?? "";
  await page.getByRole("button", { name: "Nobody knows" }).click();
  await expect(question).not.toHaveText(first);
  await expect(question).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(question).toHaveText(first);
  await page.getByRole("button", { name: "Redo" }).click();
  await page.getByText("Answers so far").click();
  await page.getByText("Change", { exact: true }).click();
  await page.locator("details[open] details[open] select").selectOption("Not asked");
  await expect(question).toHaveText(first);
});

test("a backup that is none is refused with its reason, and nothing is lost", async ({ page }) => {
  await openCase(page);
  await openBackup(page, '{"format":"seamark.session/1","architecture":{"format":7}}');
  const refusal = page.getByRole("alert").filter({ hasText: "could not be opened" });
  await expect(refusal).toContainText(
    'at /architecture/format: "seamark.architecture/1" must stand here, and it is 7',
  );
  await expect(page.getByLabel("Title of the sketch")).toHaveValue(/authorization plugin/i);
});

test("a sketch is drawn with the keyboard alone", async ({ page }) => {
  await page.goto("/workbench");
  await expect(page.getByText("Where does it fail")).toBeVisible();
  const heard = page.getByRole("status");
  for (const name of ["Gate", "Till"]) {
    await page.keyboard.press("n");
    await expect(page.getByLabel("Name of the component")).toBeFocused();
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await expect(heard).toContainText(`Named ${name}`);
    await expect(page.locator(".react-flow__node.selected")).toBeFocused();
  }
  await page.keyboard.press("F2");
  await expect(page.getByLabel("Name of the component")).toBeFocused();
  await page.keyboard.type("Ledger");
  await page.keyboard.press("Enter");
  await expect(heard).toContainText("Named Ledger");
  await expect(page.locator(".react-flow__node.selected")).toBeFocused();
  await page.keyboard.press("c");
  await page.keyboard.type("ga");
  await page.keyboard.press("Enter");
  await expect(heard).toContainText("Connected Ledger to Gate");

  const outline = page.getByRole("region", { name: "Outline" });
  await outline.getByRole("button", { name: /^Gate/ }).press("Enter");
  await page.keyboard.press("s");
  await page.keyboard.press("Enter");
  await expect(heard).toContainText("Seam marked between Gate and Ledger");
  await expect(page.locator("[data-seam]")).toHaveCount(1);
  await outline.getByRole("button", { name: /^Ledger/ }).press("Enter");
  await page.keyboard.press("Delete");
  await expect(page.locator("[data-seam]")).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(page.locator("[data-seam]")).toHaveCount(1);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the workbench is accessible in its ${colorScheme} colours`, async ({ page }) => {
    const violations = async () =>
      (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [
        id,
        nodes.map(({ html }) => html),
      ]);
    await page.emulateMedia({ colorScheme });
    await page.goto("/workbench");
    await expect(page.getByText("Where does it fail")).toBeVisible();
    expect(await violations()).toEqual([]);
    await openCase(page);
    await takeDocumentedAnswers(page, 4);
    await page
      .getByRole("region", { name: "Outline" })
      .getByRole("button", { name: /^Container daemon/ })
      .click();
    for (const summary of await page.locator("summary:visible").all()) await summary.click();
    expect(await violations()).toEqual([]);
  });
}

for (const step of ["Seams", "Invariants", "Move"]) {
  test(`the step ${step} is accessible with everything in it open`, async ({ page }) => {
    await openCase(page);
    await takeDocumentedAnswers(page, 4);
    await openStep(page, step);
    const panel = page.getByRole("region", { name: "Session" });
    await panel
      .locator("details")
      .evaluateAll((all) => all.forEach((details) => details.toggleAttribute("open", true)));
    const { violations } = await new AxeBuilder({ page }).include("[aria-label=Session]").analyze();
    expect(violations).toEqual([]);
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test("one part is shown at a time and nothing is cut off", async ({ page }) => {
    await openCase(page);
    for (const part of ["Session", "Sketch", "Outline"]) {
      await page.getByRole("button", { name: part, exact: true }).click();
      await expect(page.getByRole("region", { name: part })).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
  });
});

test("a sketch is drawn with the pointer, and a drag is one step to undo", async ({ page }) => {
  await page.goto("/workbench");
  await expect(page.getByText("Where does it fail")).toBeVisible();
  const nodes = page.locator(".react-flow__node");
  for (const [name, x] of [
    ["Gate", 250],
    ["Till", 500],
  ] as const) {
    await page.locator(".sketch-canvas").dblclick({ position: { x: x - 150, y: 300 } });
    await expect(page.getByLabel("Name of the component")).toBeFocused();
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await expect(nodes.filter({ hasText: name })).toHaveCount(1);
  }
  const gate = nodes.filter({ hasText: "Gate" });
  const till = nodes.filter({ hasText: "Till" });
  const goal = await placeOf(till);
  await gate.hover();
  await gate.locator(".sketch-source").hover();
  await page.mouse.down();
  await page.mouse.move(goal.x + 60, goal.y + 30, { steps: 8 });
  await page.mouse.up();
  await expect(page.locator("[data-connection]")).toHaveCount(1);
  await page.getByLabel("What travels on it").fill("order");
  await page.getByLabel("What travels on it").press("Enter");
  await expect(page.locator(".sketch-label")).toHaveText("order");

  const before = await placeOf(till);
  await till.hover();
  await page.mouse.down();
  await page.mouse.move(before.x + 100, before.y + 150, { steps: 8 });
  await page.mouse.up();
  expect((await placeOf(till)).y).toBeGreaterThan(before.y + 50);
  await page.keyboard.press("Control+z");
  await expect.poll(() => placeOf(till)).toEqual(before);
  await expect(page.locator(".sketch-label")).toHaveText("order");

  await gate.click();
  await till.click({ modifiers: ["Shift"] });
  await page.getByRole("button", { name: "Mark seam" }).first().click();
  await expect(page.locator("[data-seam]")).toHaveCount(1);
});
