import type { Locator, Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { expect } from "./browser.ts";

const CASE = "/workbench?case=plugin-approved-daemon-executed";
export const SAVED = "Saved in this browser";

export async function openCase(page: Page): Promise<void> {
  await page.goto(CASE);
  await expect(page.getByLabel("Title of the sketch")).toHaveValue(/authorization plugin/i);
  await expect(page).toHaveURL(/\/workbench$/);
  await expect(page.getByText(SAVED)).toBeVisible();
}

/** Opens a step of the session by its name. */
export async function openStep(page: Page, name: string): Promise<void> {
  const steps = page.getByRole("navigation", { name: "Steps of the session" });
  const step = steps.getByRole("button", { name: new RegExp(`^${name}\\b.*step \\d`) });
  await step.click();
  await expect(step).toHaveAttribute("aria-current", "step");
  await expect(page.locator("#question")).toBeFocused();
}

export async function takeDocumentedAnswers(page: Page, most = 40): Promise<void> {
  const question = page.locator("#question");
  const take = page.getByRole("button", { name: "Take this answer" });
  const skip = page.getByRole("button", { name: "Skip" });
  for (let i = 0; i < most; i += 1) {
    const before = await question.textContent();
    if (await take.isVisible()) await take.click();
    else if (await skip.isVisible()) await skip.click();
    else return;
    await expect(question).not.toHaveText(before ?? "");
  }
}

/** Chooses what can be done with the sketch on the table as a whole. */
export async function choose(page: Page, item: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: "File", exact: true }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

/** The sheet with all sketches of this browser, opened. */
export async function sketches(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Sketches", exact: true }).click();
  const sheet = page.getByRole("dialog", { name: "Sketches" });
  await expect(sheet).toBeVisible();
  return sheet;
}

/** Opens another sketch of this browser. */
export async function openSketch(page: Page, title: string | RegExp): Promise<void> {
  const sheet = await sketches(page);
  await sheet
    .getByRole("button", { name: /^Open / })
    .filter({ hasText: title })
    .first()
    .click();
  await expect(sheet).toBeHidden();
}

export function inOutline(page: Page, name: string): Locator {
  return page.getByRole("region", { name: "Outline" }).getByRole("button", { name: new RegExp(`^${name}`) });
}

/** Adds a component with its key, wherever the focus was. */
export async function addComponent(page: Page, name: string): Promise<void> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await page.keyboard.press("n");
  await expect(page.getByLabel("Name of the component")).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await expect(inOutline(page, name)).toBeVisible();
}

export async function saved(page: Page, item: string): Promise<string> {
  const waiting = page.waitForEvent("download");
  await choose(page, item);
  return readFile(await (await waiting).path(), "utf8");
}

/** The sheet on which findings and the sketch are handed over, opened. */
export async function handOver(page: Page): Promise<Locator> {
  await choose(page, "Hand over…");
  const sheet = page.getByRole("dialog", { name: "Hand over" });
  await expect(sheet.getByLabel("Title", { exact: true })).toBeVisible();
  return sheet;
}

/** A file saved from the open sheet, as text. */
export async function saveFrom(page: Page, sheet: Locator, format: string): Promise<string> {
  const waiting = page.waitForEvent("download");
  await sheet.getByRole("button", { name: `Save as ${format}`, exact: true }).click();
  return readFile(await (await waiting).path(), "utf8");
}

/** The findings, handed over in a format of texts. */
export async function handedOver(page: Page, format: "Markdown" | "JSON"): Promise<string> {
  const sheet = await handOver(page);
  const text = await saveFrom(page, sheet, format);
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  return text;
}

export async function openBackup(page: Page, text: string): Promise<void> {
  const buffer = Buffer.from(text);
  await page
    .getByLabel("Backup file")
    .setInputFiles({ name: "b.json", mimeType: "application/json", buffer });
}

/** A drag from the file manager, as the page sees it. */
export async function dragFiles(
  page: Page,
  files: readonly { readonly name: string; readonly text: string }[],
) {
  const data = await page.evaluateHandle((dragged) => {
    const transfer = new DataTransfer();
    for (const { name, text } of dragged) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  const over = page.locator(".workbench").first();
  await over.dispatchEvent("dragenter", { dataTransfer: data });
  await expect(page.getByText("Let go to open it")).toBeVisible();
  await over.dispatchEvent("drop", { dataTransfer: data });
  await expect(page.getByText("Let go to open it")).toBeHidden();
}
