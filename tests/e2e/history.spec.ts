import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser.ts";
import { handedOver, openStep } from "#tests/support/workbench-page.ts";

const CASE = "/workbench?case=plugin-approved-daemon-executed";

async function openCase(page: Page): Promise<void> {
  await page.goto(CASE);
  await expect(page).toHaveURL(/\/workbench$/);
  await expect(page.getByText("Saved in this browser")).toBeVisible();
  await openStep(page, "Fit");
}

function sectionOf(page: Page): Locator {
  return page
    .getByRole("region", { name: "Session" })
    .locator("details")
    .filter({ has: page.locator("summary", { hasText: "What happened here before?" }) });
}

interface Told {
  readonly kind: string;
  readonly text: string;
  readonly date: string;
  readonly about: readonly string[];
}

async function tell(section: Locator, { kind, text, date, about }: Told): Promise<void> {
  await section.getByRole("button", { name: "Tell what happened" }).click();
  await section.getByRole("radio", { name: kind }).check();
  await section.getByLabel("What happened, in a sentence").fill(text);
  await section.getByLabel("When, as far as you know").fill(date);
  for (const name of about) await section.getByRole("checkbox", { name, exact: true }).check();
}

async function violations(page: Page) {
  return (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [
    id,
    nodes.map(({ html }) => html),
  ]);
}

const BOTH = ["Container daemon", "Authorization plugin"];

test("an incident, its fix and the incident again at one place are reasons of the candidate there", async ({
  page,
}) => {
  await openCase(page);
  const section = sectionOf(page);
  await section.locator("summary").first().click();
  const keep = section.getByRole("button", { name: "Keep it" });
  await tell(section, {
    kind: "Something failed",
    text: "A request was allowed that should not have been.",
    date: "2018-07",
    about: BOTH,
  });
  await keep.click();
  await tell(section, {
    kind: "A fix was made",
    text: "The body is sent along.",
    date: "2019-01",
    about: BOTH,
  });
  await section.getByLabel("What it covered").fill("the request that was found");
  await section.getByLabel("What it left open").fill("a body of another length");
  await keep.click();
  await tell(section, {
    kind: "Something failed",
    text: "It was allowed again.",
    date: "2024-07-23",
    about: BOTH,
  });
  await section.getByRole("combobox").first().selectOption("Failed");
  await section.getByRole("combobox").nth(1).selectOption("Worked");
  await keep.click();
  await expect(section.getByRole("listitem")).toHaveCount(3);

  await openStep(page, "Invariants");
  const seam = page.getByRole("article", { name: "Container daemon and Authorization plugin" });
  await seam.getByText("What speaks for it").first().click();
  await expect(seam.locator("summary", { hasText: "Proxy fix" })).toContainText("1");
  await expect(seam).toContainText("trouble came back here (2024-07-23) after a fix (2019-01)");
  await expect(seam).toContainText("an incident touched both sides (2018-07, 2024-07-23)");

  const report = await handedOver(page, "Markdown");
  expect(report).toContain("trouble came back here (2024-07-23) after a fix (2019-01)");
  expect(report).toContain("It left open: a body of another length.");

  await openStep(page, "Fit");
  await section.locator("summary").first().click();
  await section.getByRole("button", { name: /^Delete .*It was allowed again/ }).click();
  await expect(page.getByRole("status").first()).toContainText("deleted. Undo brings it back.");
  await openStep(page, "Invariants");
  await seam.getByText("What speaks for it").first().click();
  await expect(seam).not.toContainText("trouble came back here");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(seam).toContainText("trouble came back here (2024-07-23)");
  await expect(page.getByText("Saved in this browser")).toBeVisible();
  await page.reload();
  await openStep(page, "Fit");
  await expect(sectionOf(page).locator("summary").first()).toContainText("3");
});

test("an entry is told with the keyboard alone, and one that says too little is refused with its reasons", async ({
  page,
}) => {
  await openCase(page);
  const section = sectionOf(page);
  await section.locator("summary").first().press("Enter");
  await section.getByRole("button", { name: "Tell what happened" }).press("Enter");
  await expect(section.getByRole("radio", { name: "Something failed" })).toBeFocused();
  await section.getByRole("button", { name: "Keep it" }).press("Enter");
  const text = section.getByLabel("What happened, in a sentence");
  await expect(text).toBeFocused();
  await expect(text).toHaveAccessibleDescription("Say in a sentence what happened.");
  await page.keyboard.type("It stood still.");
  await page.keyboard.press("Tab");
  await page.keyboard.type("last year");
  await page.keyboard.press("Enter");
  await expect(section.getByText("Write the date as 2024, 2024-07 or 2024-07-19.")).toBeVisible();
  await expect(section.getByLabel("When, as far as you know")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("2024");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await section.getByLabel("When, as far as you know").press("Enter");
  await expect(section.getByRole("listitem")).toHaveCount(1);
  await expect(section.locator("summary").first()).toBeFocused();
});

test("what is being told survives a reload and can be changed later", async ({ page }) => {
  await openCase(page);
  await sectionOf(page).locator("summary").first().click();
  await tell(sectionOf(page), {
    kind: "A fix was made",
    text: "Half a sen",
    date: "2024",
    about: ["Image registry"],
  });
  await page.reload();
  const text = sectionOf(page).getByLabel("What happened, in a sentence");
  await expect(text).toHaveValue("Half a sen");
  await text.fill("Half a sentence was enough.");
  await sectionOf(page).getByRole("button", { name: "Keep it" }).click();
  await sectionOf(page).getByRole("button", { name: /^Edit/ }).click();
  await text.fill("A whole sentence was needed.");
  await sectionOf(page).getByRole("button", { name: "Keep it" }).click();
  await expect(sectionOf(page).getByRole("listitem")).toHaveCount(1);
  await expect(sectionOf(page).getByRole("listitem")).toContainText("A whole sentence was needed.");
});

test("a component's inspector tells what happened there, and there alone", async ({ page }) => {
  await openCase(page);
  const outline = page.getByRole("region", { name: "Outline" });
  await outline.getByRole("button", { name: /^Container daemon/ }).click();
  await outline.locator("summary", { hasText: "What happened here" }).click();
  await outline.getByRole("button", { name: "Tell what happened" }).click();
  await expect(outline.getByRole("checkbox", { name: "Container daemon", exact: true })).toBeChecked();
  await outline.getByLabel("What happened, in a sentence").fill("It stopped.");
  await outline.getByLabel("When, as far as you know").fill("2024-02");
  await outline.getByRole("button", { name: "Keep it" }).click();
  await expect(outline.locator("summary", { hasText: "What happened here" })).toContainText("1");
  await outline.getByRole("button", { name: /^Authorization plugin/ }).click();
  await expect(outline.locator("summary", { hasText: "What happened here" })).toContainText("0");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the history is accessible in its ${colorScheme} colours, and fits a phone`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openCase(page);
    const section = sectionOf(page);
    await section.locator("summary").first().click();
    await tell(section, { kind: "Something failed", text: "It stopped.", date: "2024", about: BOTH });
    await section.getByRole("button", { name: "Keep it" }).click();
    await section.getByRole("button", { name: "Tell what happened" }).click();
    await section.getByRole("button", { name: "Keep it" }).click();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
}
