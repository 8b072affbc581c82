import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { sessionFromSketch } from "#core/document/new-session.ts";
import { writeSession } from "#core/interchange/session-json.ts";
import { REPORT_FORMATS, type ReportFormat } from "#reports/report-formats.ts";
import { expect } from "./browser.ts";
import { randomScene } from "./scenes.ts";
import { openBackup, SAVED } from "./workbench-page.ts";

/** Every format that a report is made in. */
export const FORMATS = Object.entries(REPORT_FORMATS) as [
  ReportFormat,
  (typeof REPORT_FORMATS)[ReportFormat],
][];

export interface Saved {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly sha256: string;
}

/** Presses “Save” beside a file and waits until it is there. */
export async function save(page: Page, sheet: Locator, name: string): Promise<Saved> {
  const waiting = page.waitForEvent("download", { timeout: 60_000 });
  await sheet.getByRole("button", { name: new RegExp(`^Save (?:again )?as ${escaped(name)}$`) }).click();
  const download = await waiting;
  const bytes = await readFile(await download.path());
  return {
    fileName: download.suggestedFilename(),
    bytes,
    sha256: sha256Of(bytes),
  };
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

export async function close(page: Page, sheet: Locator): Promise<void> {
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
}

/** A sketch of so many components on the table. */
export async function openLarge(page: Page, components: number): Promise<void> {
  await page.goto("/workbench");
  await expect(page.getByText(SAVED)).toBeVisible();
  await openBackup(page, writeSession(sessionFromSketch(randomScene(components), null, {})));
  await expect(page.getByText(`Component ${components - 1}`).first()).toBeAttached();
}

/** What axe finds on the page; the report in its frame is looked at elsewhere. */
export async function violations(page: Page) {
  return (await new AxeBuilder({ page }).exclude("iframe").analyze()).violations;
}
