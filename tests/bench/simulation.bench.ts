import serveProduct from "#tests/support/e2e-server.ts";
import { chromium, type Page } from "@playwright/test";
import { existsSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { settingsOf } from "#core/simulation/model.ts";
import { MODELS } from "#core/simulation/models.ts";
import { median, meterOf } from "./canvas/meter.ts";

const RUNS = 5;
const STEPS = 240;

/** Processor time of one run of each model, as it is shown first. */
function measureRuns(): void {
  console.log("\nOne run, processor time in milliseconds (median of 5)");
  for (const model of MODELS)
    for (const policy of model.policies.slice(0, 2)) {
      const settings = settingsOf(model, policy);
      const times = Array.from({ length: RUNS }, () => {
        const start = process.cpuUsage();
        model.run(settings, model.seed);
        const { user, system } = process.cpuUsage(start);
        return (user + system) / 1000;
      });
      console.log(`${`${model.key}, ${policy.key}`.padEnd(48)}${median(times).toFixed(1).padStart(8)}`);
    }
}

/** Moves the slider by one step in each frame, as a held key or a finger does. */
function scrub(page: Page, steps: number): Promise<void> {
  return page.evaluate(async (count) => {
    const slider = document.querySelector<HTMLInputElement>(".sim-scrub input");
    if (slider === null) throw new Error("nothing to move");
    for (let i = 0; i < count; i += 1) {
      await new Promise(requestAnimationFrame);
      slider.value = String((i * 7) % Number(slider.max));
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }, steps);
}

async function measureScrubbing(page: Page, url: string, key: string): Promise<void> {
  await page.goto(`${url}/figures/${key}`);
  await page.locator(".sim-scrub input:enabled").waitFor();
  const meter = await meterOf(await page.context().newCDPSession(page));
  await scrub(page, 30);
  await meter.untilQuiet();
  const frames: number[] = [];
  for (let run = 0; run < RUNS; run += 1) frames.push((await meter.during(() => scrub(page, STEPS))) / STEPS);
  await meter.untilQuiet();
  const idle = (await meter.during(() => idleFrames(page, STEPS))) / STEPS;
  console.log(`${key.padEnd(24)}${median(frames).toFixed(2).padStart(8)}${idle.toFixed(2).padStart(12)}`);
}

/** What a frame costs in which nothing is moved. */
function idleFrames(page: Page, frames: number): Promise<void> {
  return page.evaluate(async (count) => {
    for (let i = 0; i < count; i += 1) await new Promise(requestAnimationFrame);
  }, frames);
}

/** The bytes of a figure in its page: what the page of one has more than the list of all. */
async function measureBytes(url: string): Promise<void> {
  const weigh = async (path: string) =>
    brotliCompressSync(Buffer.from(await (await fetch(`${url}${path}`)).text())).length;
  const list = await weigh("/figures");
  console.log("\nA figure in its page, kilobytes of brotli more than the page that lists them");
  for (const { key } of MODELS)
    console.log(
      `${key.padEnd(24)}${(((await weigh(`/figures/${key}`)) - list) / 1024).toFixed(1).padStart(8)}`,
    );
}

measureRuns();
const stop = await serveProduct();
const url = process.env["SEAMARK_E2E_URL"] ?? "";
const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const browser = await chromium.launch({
  ...(existsSync(executablePath) && { executablePath }),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  await measureBytes(url);
  const page = await browser.newPage();
  console.log(
    "\nMoving through time, main thread in milliseconds of its own time for each frame (idle beside it)",
  );
  for (const key of ["mass-reconnect", "retry-storm", "failover"]) await measureScrubbing(page, url, key);
} finally {
  await browser.close();
  await stop();
}
