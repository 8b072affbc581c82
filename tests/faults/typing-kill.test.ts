import { chromium, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { seededRandom } from "#core/simulation/random.ts";
import { parseSession } from "#core/document/parse-session.ts";
import type { Session } from "#core/document/session.schema.ts";
import { toSession } from "#live/to-session.ts";
import { startProduct, type Product } from "#tests/support/product.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/test-database.ts";

const KILLS = 50;
const SEED = Number(process.env["SEED"] ?? 4);
/** What may be lost of the typing, at most. */
const MOST_LOST_MS = 500;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

let database: TestDatabase;
let product: Product;
let browser: Browser;

beforeAll(async () => {
  database = await createTestDatabase();
  product = await startProduct({ DATABASE_URL: database.url, LOG_LEVEL: "warn" });
  const { CHROMIUM: executablePath } = process.env;
  browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
});

afterAll(async () => {
  await browser.close();
  await product.stop();
  await database.drop();
});

/** What lies in the browser's database of the sketch that was opened last. */
async function storedSession(page: Page): Promise<Session> {
  const updates = await page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error("no reason"));
      });
    const db = await settled(indexedDB.open("seamark"));
    const stores = db.transaction(["sessions", "updates"]);
    const records = (await settled(stores.objectStore("sessions").getAll())) as {
      readonly id: string;
      readonly openedAt: string;
    }[];
    const [last] = records.sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
    const stored = (await settled(
      stores
        .objectStore("updates")
        .index("session")
        .getAll(last?.id ?? ""),
    )) as {
      readonly update: Uint8Array;
    }[];
    db.close();
    return stored.map(({ update }) => [...update]);
  });
  const doc = new Y.Doc();
  updates.forEach((update) => Y.applyUpdate(doc, Uint8Array.from(update)));
  return toSession(doc);
}

/** Ends the tab without a word to the page: its process is gone in the middle of whatever it did. */
async function kill(context: BrowserContext, page: Page): Promise<void> {
  const devtools = await context.newCDPSession(page);
  const isCrashed = page.waitForEvent("crash");
  void devtools.send("Page.crash").catch(() => undefined);
  await isCrashed;
  await page.close();
}

interface Typed {
  readonly text: string;
  /** How much of it was typed long enough before the end to be there. */
  readonly owed: number;
}

/** Types on for as long as the tab lives. */
async function typeUntilKilled(context: BrowserContext, page: Page, random: () => number): Promise<Typed> {
  const end = sleep(200 + random() * 1_600);
  const typedAt: number[] = [];
  let text = "";
  const life = new AbortController();
  const typing = (async () => {
    while (!life.signal.aborted && text.length < 60) {
      const letter = LETTERS[Math.floor(random() * LETTERS.length)] ?? "a";
      // Whether the page still gets it is not known before the answer.
      text += letter;
      await page.keyboard.press(letter);
      typedAt.push(performance.now());
      await sleep(random() * 30);
    }
  })().catch(() => undefined);
  await end;
  const killedAt = performance.now();
  await kill(context, page);
  life.abort();
  await typing;
  return { text, owed: typedAt.filter((at) => at < killedAt - MOST_LOST_MS).length };
}

async function openLast(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${product.url}/workbench`);
  await page.getByLabel("Title of the sketch").waitFor();
  return page;
}

function expectKept(kept: string, { text, owed }: Typed, before: string): void {
  if (owed === 0 && kept === before) return;
  expect(`${text}…`.startsWith(kept), `“${kept}” is a beginning of “${text}”`).toBe(true);
  expect(kept.length, `“${kept}” of “${text}”`).toBeGreaterThanOrEqual(owed);
}

test(`a tab killed ${KILLS} times while somebody types loses half a second of it at most`, async () => {
  const random = seededRandom(SEED);
  const context = await browser.newContext();
  let page = await openLast(context);
  const title = () => page.getByLabel("Title of the sketch");
  await title().fill("Begun");
  await page.getByText("Saved in this browser").waitFor();
  let before = await storedSession(page);
  let lost = 0;

  for (let round = 0; round < KILLS; round += 1) {
    const isNaming = random() < 0.4;
    if (isNaming) {
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      if (before.architecture.components.length > 0)
        await page.locator(".react-flow__node").first().waitFor();
      await page.keyboard.press("n");
      const onSketch = page.getByLabel("Name of the component");
      // A component that came to lie outside of what is shown is named beside the sketch.
      await onSketch
        .waitFor({ timeout: 2_000 })
        .catch(() => page.getByLabel("Name", { exact: true }).selectText());
    } else await title().selectText();
    const typed = await typeUntilKilled(context, page, random);

    page = await openLast(context);
    const after = await storedSession(page);
    expect(parseSession(JSON.parse(JSON.stringify(after)))).toMatchObject({ ok: true });
    const known = new Set(before.architecture.components.map(({ id }) => id));
    const names = new Map(after.architecture.components.map(({ id, name }) => [id, name]));
    for (const { id, name } of before.architecture.components) expect(names.get(id)).toBe(name);
    const added = [...names].filter(([id]) => !known.has(id)).map(([, name]) => name);
    if (isNaming) {
      expect(added.length).toBeLessThanOrEqual(1);
      if (typed.owed > 0) expect(added).toHaveLength(1);
      expectKept(added[0] ?? "New component", typed, "New component");
    } else expectKept(after.architecture.title, typed, before.architecture.title);
    const kept = isNaming ? (added[0] ?? "") : after.architecture.title;
    lost = Math.max(lost, typed.text.length - (typed.text.startsWith(kept) ? kept.length : 0));
    await expect.poll(() => title().inputValue(), { timeout: 10_000 }).toBe(after.architecture.title);
    before = after;
  }
  console.log(`seed ${SEED}: at most ${lost} letters lost at one kill`);
});
