import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser.ts";
import { handOver } from "#tests/support/workbench-page.ts";
import { FORMATS, openLarge, save } from "#tests/support/hand-over-page.ts";

test("what is being made is given up at a press, and the page stays as quick as it was", async ({ page }) => {
  test.setTimeout(120_000);
  await openLarge(page, 200);
  const sheet = await handOver(page);
  const [, { name }] = FORMATS[0]!;
  const button = sheet.getByRole("button", { name: `Save as ${name}`, exact: true });
  await button.click();
  await sheet.getByRole("button", { name: `Cancel the ${name} file` }).click();
  await expect(button).toBeVisible();
  await expect(button).toBeFocused();

  const watch = await watchFrames(page);
  await expect(sheet.locator("iframe")).toBeVisible({ timeout: 30_000 });
  const preview = await watch();
  const began = performance.now();
  const { bytes } = await save(page, sheet, name);
  const took = Math.round(performance.now() - began);
  console.info(`The preview of 200 components: ${preview}`);
  console.info(`${name} of 200 components: ${bytes.length} bytes in ${took} ms: ${await watch()}`);
});

/** Looks at the time between two frames of the page; what is returned says what it was since it was last asked. */
async function watchFrames(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const gaps: number[] = [];
    Object.assign(window, { gaps });
    let before = performance.now();
    const look = (now: number) => {
      gaps.push(now - before);
      before = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  return async () => {
    const gaps = await page.evaluate(() => (window as unknown as { gaps: number[] }).gaps.splice(0));
    const sorted = gaps.toSorted((a, b) => a - b).map(Math.round);
    return `longest time between two frames ${sorted.at(-1)} ms, median ${sorted[sorted.length >> 1]} ms`;
  };
}
