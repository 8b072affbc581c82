import type { Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import * as Y from "yjs";
import { createSessionStore } from "#live/session-store.ts";
import { expect, test } from "#tests/support/browser.ts";
import {
  choose,
  inOutline,
  openBackup,
  openCase,
  openSketch,
  saved,
  SAVED,
} from "#tests/support/workbench-page.ts";

async function addComponent(page: Page, name: string, add: () => Promise<void>): Promise<void> {
  await add();
  await expect(page.getByLabel("Name of the component")).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await expect(inOutline(page, name)).toBeVisible();
}

async function drawCheckout(page: Page): Promise<void> {
  await page.goto("/workbench");
  await page.getByLabel("Title of the sketch").fill("Checkout");
  await addComponent(page, "Till", () => page.getByRole("button", { name: "Add a component" }).click());
  await expect(page.getByText(SAVED)).toBeVisible();
}

/** What the first version of the database held of a sketch, as bytes. */
function oldSketch(): number[] {
  const doc = new Y.Doc();
  createSessionStore(doc).dispatch(
    { type: "set-title", title: "Of old" },
    { type: "add-component", id: "till", name: "Till", kind: "service", at: [0, 0] },
  );
  return [...Y.encodeStateAsUpdate(doc)];
}

test("a sketch deleted in one tab and worked on in another is kept whole", async ({ page, context }) => {
  await drawCheckout(page);
  const other = await context.newPage();
  await other.goto("/workbench");
  await expect(inOutline(other, "Till")).toBeVisible();
  await choose(other, "Delete this sketch");
  await expect(other.getByLabel("Title of the sketch")).toHaveValue("Untitled sketch");
  await other.close();

  await addComponent(page, "Ledger", () => page.keyboard.press("n"));
  await expect(page.getByText(SAVED)).toBeVisible();
  await page.reload();
  await expect(inOutline(page, "Till")).toBeVisible();
  await expect(inOutline(page, "Ledger")).toBeVisible();
});

test("a sketch that could not be read is not thrown away as an empty one", async ({ page }) => {
  await drawCheckout(page);
  await page.addInitScript(() => {
    const real = Object.getOwnPropertyDescriptor(IDBIndex.prototype, "getAll") ?? {};
    IDBIndex.prototype.getAll = () => {
      Object.defineProperty(IDBIndex.prototype, "getAll", real);
      throw new DOMException("the disk does not answer");
    };
  });
  await page.reload();
  await expect(page.getByText("the disk does not answer").first()).toBeVisible();
  await choose(page, "New sketch");
  await openSketch(page, /^(Checkout|Untitled sketch)/);
  await expect(inOutline(page, "Till")).toBeVisible();
});

test("sketches of the first version of the database are all there after the change to the second", async ({
  page,
}) => {
  // A page of this origin that opens no database.
  await page.goto("/cases");
  await page.evaluate(async (update) => {
    const opening = indexedDB.open("seamark", 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore("sessions", { keyPath: "id" });
      opening.result.createObjectStore("updates", { autoIncrement: true }).createIndex("session", "session");
    };
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const transaction = opening.result.transaction(["sessions", "updates"], "readwrite");
    const openedAt = "2026-01-01T00:00:00.000Z";
    transaction
      .objectStore("sessions")
      .put({ id: "session-old", title: "Of old", origin: null, openedAt, isEdited: true });
    transaction.objectStore("updates").add({ session: "session-old", update: Uint8Array.from(update) });
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    opening.result.close();
  }, oldSketch());
  await page.goto("/workbench");
  await expect(page.getByLabel("Title of the sketch")).toHaveValue("Of old");
  await expect(inOutline(page, "Till")).toBeVisible();
  await addComponent(page, "Ledger", () => page.keyboard.press("n"));
  await expect(page.getByText(SAVED)).toBeVisible();
  await page.reload();
  await expect(inOutline(page, "Till")).toBeVisible();
  await expect(inOutline(page, "Ledger")).toBeVisible();
});

test("a database that the browser closed is opened again", async ({ page }) => {
  await page.addInitScript(() => {
    const real = indexedDB.open.bind(indexedDB);
    indexedDB.open = (name: string, version?: number) => {
      const request = real(name, version);
      request.addEventListener("success", () => Object.assign(globalThis, { kept: request.result }));
      return request;
    };
  });
  await drawCheckout(page);
  await page.evaluate(() => (globalThis as unknown as { readonly kept: IDBDatabase }).kept.close());
  await addComponent(page, "Ledger", () => page.keyboard.press("n"));
  await expect(page.getByText(SAVED)).toBeVisible();
  await page.reload();
  await expect(inOutline(page, "Ledger")).toBeVisible();
});

test("where nothing can be kept it is said, and a backup can be saved and comes back", async ({ page }) => {
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException("denied", "SecurityError");
    };
  });
  await page.goto("/workbench");
  const alert = page.getByRole("alert").filter({ hasText: "Not saved" });
  await expect(alert).toHaveText("Not saved: this browser does not let this page keep data");
  await addComponent(page, "Till", () => page.keyboard.press("n"));
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save a backup file" }).click();
  const backup = await readFile(await (await waiting).path(), "utf8");
  expect(backup).toContain('"name": "Till"');
  await choose(page, "New sketch");
  await expect(inOutline(page, "Till")).toHaveCount(0);
  await openBackup(page, backup);
  await expect(inOutline(page, "Till")).toBeVisible();
});

test("a sketch that could not be saved stays in reach while another is open, and is saved once it can be", async ({
  page,
}) => {
  await drawCheckout(page);
  await page.evaluate(() => {
    const real = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, "add") ?? {};
    IDBObjectStore.prototype.add = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    Object.assign(globalThis, { mend: () => Object.defineProperty(IDBObjectStore.prototype, "add", real) });
  });
  await addComponent(page, "Ledger", () => page.keyboard.press("n"));
  await expect(page.getByRole("alert").filter({ hasText: "no room left" })).toBeVisible();
  await choose(page, "New sketch");
  await expect(inOutline(page, "Ledger")).toHaveCount(0);
  await openSketch(page, "Checkout");
  await expect(inOutline(page, "Ledger")).toBeVisible();
  await page.evaluate(() => (globalThis as unknown as { readonly mend: () => void }).mend());
  await expect(page.getByText(SAVED)).toBeVisible({ timeout: 10_000 });
  await page.reload();
  await expect(inOutline(page, "Ledger")).toBeVisible();
});

test("versions that nobody named make room for the work", async ({ page }) => {
  await drawCheckout(page);
  await addComponent(page, "Ledger", () => page.keyboard.press("n"));
  await choose(page, "Versions…");
  const sheet = page.getByRole("dialog", { name: "Versions" });
  await sheet.getByLabel("Keep the sketch as it is now, under the name").fill("Named");
  await sheet.getByRole("button", { name: "Keep this version" }).click();
  await expect(sheet.getByRole("button", { name: /Named/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByLabel("Title of the sketch").fill("Checkout, later");
  await expect(page.getByText(SAVED)).toBeVisible();
  await page.reload();
  await expect(page.locator(".react-flow__node").first()).toBeVisible();
  await addComponent(page, "Vault", () => page.keyboard.press("n"));
  await choose(page, "Versions…");
  await expect(sheet.getByRole("button", { name: /no answers/ })).toHaveCount(2);
  await page.keyboard.press("Escape");
  await expect(page.getByText(SAVED)).toBeVisible();

  await page.evaluate(() => {
    const real = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, "add") ?? {};
    IDBObjectStore.prototype.add = () => {
      Object.defineProperty(IDBObjectStore.prototype, "add", real);
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await page.getByLabel("Title of the sketch").fill("Made room");
  await expect(page.getByText(SAVED)).toBeVisible();
  await choose(page, "Versions…");
  await expect(sheet.getByRole("button", { name: /no answers/ })).toHaveCount(1);
  await expect(sheet.getByRole("button", { name: /Named/ })).toBeVisible();
});

test("two tabs with the same sketch show the same", async ({ page, context }) => {
  await openCase(page);
  const other = await context.newPage();
  await other.goto("/workbench");
  await expect(other.getByLabel("Title of the sketch")).toHaveValue(/authorization plugin/i);
  await page.getByRole("button", { name: "Nobody knows" }).click();
  await expect(other.getByText("Answers so far")).toBeVisible();
});

test("a sketch that another tab deleted says so, and its next change keeps all of it", async ({
  page,
  context,
}) => {
  await openCase(page);
  const other = await context.newPage();
  await other.goto("/workbench");
  await expect(other.getByText(SAVED)).toBeVisible();
  page.on("dialog", (dialog) => void dialog.accept());
  await choose(page, /^Delete this sketch/);
  await expect(other.getByText("deleted in another tab")).toBeVisible();
  await page.close();

  await other.getByRole("button", { name: "Take this answer" }).click();
  await expect(other.getByText(SAVED)).toBeVisible();
  const backup = await saved(other, "Save backup");
  await other.reload();
  await expect(other.getByText("Answers so far")).toBeVisible();
  expect(await saved(other, "Save backup")).toBe(backup);
});

test("what cannot be saved is said, with its reason", async ({ page }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await page.goto("/workbench");
  await page.getByRole("button", { name: "Add a component" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Not saved" })).toContainText("no room left");
});
