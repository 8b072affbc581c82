import type { Page } from "@playwright/test";
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

export async function choose(page: Page, item: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: "Sketches" }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

export async function saved(page: Page, item: string): Promise<string> {
  const waiting = page.waitForEvent("download");
  await choose(page, item);
  return readFile(await (await waiting).path(), "utf8");
}

export async function openBackup(page: Page, text: string): Promise<void> {
  const buffer = Buffer.from(text);
  await page
    .getByLabel("Backup file")
    .setInputFiles({ name: "b.json", mimeType: "application/json", buffer });
}
