import serveProduct from "#tests/support/e2e-server.ts";
import { chromium, type Browser } from "@playwright/test";
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { ACTIONS, measureRound, type Action, type Figures, type Subject } from "./canvas/actions.ts";
import { measureBringIn } from "./canvas/bring-in.ts";
import { servePages, type BareName, type BarePages } from "./canvas/bare-pages.ts";
import { median } from "./canvas/meter.ts";
import { measureAnswers, scriptsBeforeInteraction } from "./canvas/product-only.ts";
import { gridScene } from "./canvas/scene.ts";
import { openBare, openProduct } from "./canvas/subjects.ts";

const { values: options } = parseArgs({
  options: {
    sizes: { type: "string", default: "200,1000,5000,10000" },
    runs: { type: "string", default: "3" },
    /** X6 needs minutes beyond this. */
    "x6-up-to": { type: "string", default: "1000" },
    only: { type: "string", default: "scripts,answers,bring-in,canvas" },
  },
});
const SIZES = options.sizes.split(",").map(Number);
const RUNS = Number(options.runs);
const PRODUCT = "Seamark";
const FLOW = "React Flow";
const X6 = "X6";

type Rounds = ReadonlyMap<Action, readonly number[]>;

interface Measured {
  readonly rounds: Rounds;
  readonly drawn: number;
}

/** One warm-up, then as many rounds as wanted, each of everybody in turn: what else the machine does meets them all. */
async function measureInTurn(subjects: readonly Subject[]): Promise<readonly Measured[]> {
  const all = subjects.map((): Figures[] => []);
  for (let i = 0; i <= RUNS; i += 1) {
    for (const [which, subject] of subjects.entries()) {
      await subject.page.bringToFront();
      all[which]?.push(await measureRound(subject));
    }
  }
  return Promise.all(
    subjects.map(async ({ page, node }, which) => {
      const kept = (all[which] ?? []).slice(1);
      const drawn = await page.locator(node).count();
      await page.context().close();
      return {
        drawn,
        rounds: new Map(ACTIONS.map((action) => [action, kept.flatMap((figures) => figures[action] ?? [])])),
      };
    }),
  );
}

function told(values: readonly number[] | undefined): string {
  if (values === undefined || values.length === 0) return "–".padStart(24);
  const range = `${Math.min(...values).toFixed(1)}–${Math.max(...values).toFixed(1)}`;
  return `${median(values).toFixed(1)} (${range})`.padStart(24);
}

function ratio(a: readonly number[] | undefined, b: readonly number[] | undefined): string {
  if (a === undefined || b === undefined || a.length === 0 || b.length === 0) return "–".padStart(10);
  return (median(a) / median(b)).toFixed(2).padStart(10);
}

/** Everybody with the same scene, and the figures beside each other. */
async function measureScene(browser: Browser, url: string, pages: BarePages, size: number): Promise<Rounds> {
  const session = gridScene(size);
  const subject = await openProduct(browser, url, session);
  const others: readonly BareName[] =
    size <= Number(options["x6-up-to"]) ? ["bare-flow", "bare-x6"] : ["bare-flow"];
  const subjects = [subject];
  for (const name of others) subjects.push(await openBare(browser, pages, name, session, subject.frame));
  const [product, flow, x6] = await measureInTurn(subjects);
  if (product === undefined || flow === undefined) throw new Error("Nothing was measured.");
  const { architecture } = session;
  console.log(
    `\n${size} components, ${architecture.connections.length} connections, ${architecture.boundaries.length} boundaries; drawn at the end: ${product.drawn} and ${flow.drawn}`,
  );
  console.log(
    ["", PRODUCT, FLOW, X6].map((title, i) => title.padStart(i === 0 ? 8 : 24)).join("") +
      "   / Flow      / X6",
  );
  for (const action of ACTIONS) {
    const [mine, theirs, others] = [product, flow, x6].map((result) => result?.rounds.get(action));
    console.log(
      action.padEnd(8) +
        [mine, theirs, others].map(told).join("") +
        ratio(mine, theirs) +
        ratio(mine, others),
    );
  }
  return product.rounds;
}

async function measureCanvas(browser: Browser, url: string): Promise<void> {
  console.log(
    `Milliseconds of the main thread's processor time: median and range of ${RUNS} rounds after a warm-up;`,
  );
  console.log(
    "drag, pan, zoom, select and type by step, the others until nothing follows any more; shown is on the clock.",
  );
  const pages = await servePages();
  const bySize = new Map<number, Rounds>();
  for (const size of SIZES) bySize.set(size, await measureScene(browser, url, pages, size));
  pages.close();
  const [small, large] = [bySize.get(1000), bySize.get(10_000)];
  if (small === undefined || large === undefined) return;
  console.log("\nGrowth of the product from 1,000 to 10,000 components:");
  console.log(
    ACTIONS.map((action) => `${action} ×${ratio(large.get(action), small.get(action)).trim()}`).join(", "),
  );
}

async function measureBringIns(browser: Browser, url: string): Promise<void> {
  console.log(
    `\nBringing in a drawing: the longest piece of work of the main thread, milliseconds of its processor time; median and range of ${RUNS}`,
  );
  const bySize = new Map<number, { readonly look: number[]; readonly take: number[] }>();
  for (const size of SIZES) {
    const figures = { look: [] as number[], take: [] as number[] };
    for (let i = 0; i < RUNS; i += 1) {
      const { look, take } = await measureBringIn(browser, url, size);
      figures.look.push(look);
      figures.take.push(take);
    }
    bySize.set(size, figures);
    console.log(`${size} components: look ${told(figures.look).trim()}, take ${told(figures.take).trim()}`);
  }
  for (const [small, large] of [
    [200, 1000],
    [1000, 10_000],
  ] as const) {
    const [before, after] = [bySize.get(small), bySize.get(large)];
    if (before === undefined || after === undefined) continue;
    const [look, take] = [ratio(after.look, before.look), ratio(after.take, before.take)];
    console.log(`Growth from ${small} to ${large}: look ×${look.trim()}, take ×${take.trim()}`);
  }
}

const BROWSERS = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser"];
const executablePath = BROWSERS.find((file) => file !== undefined && existsSync(file));
const stop = await serveProduct();
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
});
try {
  const url = process.env["SEAMARK_E2E_URL"] ?? "";
  const wanted = options.only.split(",");
  if (wanted.includes("scripts")) {
    const { files, kilobytes } = await scriptsBeforeInteraction(browser, url);
    console.log(
      `Scripts of the workbench before interaction: ${kilobytes.toFixed(0)} KB brotli in ${files} files`,
    );
  }
  if (wanted.includes("answers")) {
    const answers = await measureAnswers(browser, url, 1000, 1 + 2 * RUNS);
    const column = (key: "work" | "wall" | "all") =>
      told(answers.slice(1).map((figures) => figures[key])).trim();
    console.log(
      `From an answer to the next question at 1,000 components and 3,000 connections: ${column("work")} ms of the main thread, ${column("wall")} ms on the clock; ${column("all")} ms until nothing follows`,
    );
  }
  if (wanted.includes("bring-in")) await measureBringIns(browser, url);
  if (wanted.includes("canvas")) await measureCanvas(browser, url);
} finally {
  await browser.close();
  await stop();
}
