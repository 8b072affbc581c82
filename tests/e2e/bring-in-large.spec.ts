import type { Page } from "@playwright/test";
import { begin, bringIn, sheet } from "#tests/support/bring-in-page.ts";
import { expect, test } from "#tests/support/browser.ts";
import { addComponent, inOutline, saved, SAVED } from "#tests/support/workbench-page.ts";

function mermaid(boxes: number): string {
  const lines = Array.from({ length: boxes }, (_, i) => [
    `n${i}[Box ${i}]`,
    `n${i} --> n${(i * 7 + 1) % boxes}`,
  ]);
  return ["flowchart LR", ...lines.flat()].join("\n");
}

/** Everything that the page asks of workers about merges is kept from them, and can be let through or made to fail. */
async function holdMerges(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const held: { readonly worker: Worker; readonly pass: () => void }[] = [];
    const ended = new Set<Worker>();
    const own = Object.getOwnPropertyDescriptors(Worker.prototype);
    const post = own.postMessage.value as (this: Worker, message: unknown) => void;
    const end = own.terminate.value as (this: Worker) => void;
    Worker.prototype.postMessage = function (this: Worker, message: unknown) {
      if (typeof message !== "object" || message === null || !("merge" in message)) post.call(this, message);
      else held.push({ worker: this, pass: () => post.call(this, message) });
    };
    Worker.prototype.terminate = function (this: Worker) {
      ended.add(this);
      end.call(this);
    };
    Object.assign(window, { held, ended });
  });
}

interface Held {
  readonly held: { readonly worker: Worker; readonly pass: () => void }[];
  readonly ended: Set<Worker>;
}

/** A file with so many boxes is being compared with the open sketch, for as long as the test lets it. */
async function compareLarge(page: Page, boxes: number): Promise<void> {
  await holdMerges(page);
  await begin(page);
  await addComponent(page, "Ledger");
  await bringIn(page, { name: "large.mmd", text: mermaid(boxes) });
  await expect(sheet(page).getByText("Comparing it with what is there…")).toBeVisible();
}

test("what would come of it is found by the worker alone, and can be given up while it looks", async ({
  page,
}) => {
  await compareLarge(page, 600);
  await expect(sheet(page).getByRole("button", { name: "Bring it in" })).toBeDisabled();
  await expect(sheet(page).getByText(/^New: /)).toBeHidden();
  await sheet(page).getByRole("button", { name: "Cancel" }).click();
  await expect(sheet(page)).toBeHidden();
  const areEnded = await page.evaluate(() => {
    const { held, ended } = window as unknown as Held;
    return held.map(({ worker }) => ended.has(worker));
  });
  expect(areEnded).toEqual([true]);
  await expect(inOutline(page, "Ledger")).toBeVisible();
  await expect(inOutline(page, "Box")).toHaveCount(0);
});

test("what falls over while it looks leaves the sketch as it was, and what was read can go elsewhere", async ({
  page,
}) => {
  await compareLarge(page, 20);
  await page.evaluate(() =>
    (window as unknown as Held).held.forEach(({ worker }) => worker.dispatchEvent(new ErrorEvent("error"))),
  );
  await expect(sheet(page).getByRole("alert")).toContainText("It cannot be brought in here");
  await expect(sheet(page).getByRole("alert")).toContainText("Your sketch is as it was.");
  await expect(sheet(page).getByRole("button", { name: "Bring it in" })).toBeDisabled();
  await sheet(page).getByRole("radio", { name: "A sketch of its own" }).check();
  await sheet(page).getByRole("button", { name: "Open as a new sketch" }).click();
  await expect(sheet(page)).toBeHidden();
  await expect(inOutline(page, "Box 19")).toBeVisible();
  await expect(inOutline(page, "Ledger")).toHaveCount(0);
});

test("a large sketch comes in as one step, and into the outline bit by bit", async ({ page }) => {
  test.setTimeout(90_000);
  await compareLarge(page, 600);
  await expect(page.locator("[data-outline]")).toHaveCount(1);
  await page.evaluate(() => {
    const { held } = window as unknown as Held;
    held.forEach(({ pass }) => pass());
    const batches: number[] = [];
    Object.assign(window, { batches });
    new MutationObserver((records) => {
      const added = records.flatMap(({ addedNodes }) => [...addedNodes]);
      const items = added.filter((node) => node instanceof Element && node.querySelector("[data-outline]"));
      if (items.length > 0) batches.push(items.length);
    }).observe(document.querySelector("section[aria-label=Outline]") ?? document, {
      childList: true,
      subtree: true,
    });
  });
  await expect(sheet(page).getByText("New: 600 components, 600 connections")).toBeVisible();
  await sheet(page).getByRole("button", { name: "Bring it in" }).click();
  await expect(sheet(page)).toBeHidden();
  await expect(page.locator("[data-outline]")).toHaveCount(601);
  const batches = await page.evaluate(() => (window as unknown as { batches: number[] }).batches);
  expect(Math.max(...batches)).toBeLessThanOrEqual(100);
  await expect(page.getByText(SAVED)).toBeVisible();
  const { architecture } = JSON.parse(await saved(page, "Save backup")) as {
    readonly architecture: { readonly components: readonly unknown[] };
  };
  expect(architecture.components).toHaveLength(601);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator("[data-outline]")).toHaveCount(1);
  await expect(inOutline(page, "Ledger")).toBeVisible();
});
