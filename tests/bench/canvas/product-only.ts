import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { sessionFromSketch } from "#core/document/new-session.ts";
import type { Position } from "#core/document/session.schema.ts";
import { randomScene } from "#tests/support/scenes.ts";
import type { Browser, Page } from "@playwright/test";
import { brotliCompressSync } from "node:zlib";
import { meterOf } from "./meter.ts";
import { openScene } from "./subjects.ts";

const QUESTION = "#question";

export interface AnswerFigures {
  /** Processor time of the main thread from the click until the next question is on the screen. */
  readonly work: number;
  readonly wall: number;
  /** And until nothing follows from the answer any more. */
  readonly all: number;
}

/** From an answer to the next question, several times over, in a sketch with three connections to each component. */
export async function measureAnswers(
  browser: Browser,
  url: string,
  components: number,
  times: number,
): Promise<readonly AnswerFigures[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(180_000);
  await page.goto(`${url}/workbench`);
  const architecture = randomScene(components);
  await openScene(page, sessionFromSketch(architecture, null, onGrid(architecture)));
  await page.locator(QUESTION).waitFor();
  const meter = await meterOf(await page.context().newCDPSession(page));
  await meter.untilQuiet();
  const figures: AnswerFigures[] = [];
  for (let i = 0; i < times; i += 1) {
    const before = await meter.busy();
    const wall = await answerOnce(page);
    const shown = await meter.busy();
    await meter.untilQuiet();
    figures.push({ work: shown - before, wall, all: (await meter.busy()) - before });
  }
  await page.context().close();
  return figures;
}

function onGrid({ components }: Architecture): Readonly<Record<string, Position>> {
  const columns = Math.ceil(Math.sqrt(components.length));
  return Object.fromEntries(
    components.map(({ id }, i) => [id, [(i % columns) * 240, Math.floor(i / columns) * 140] as const]),
  );
}

/** Presses the first answer and resolves once the next question has been painted. */
function answerOnce(page: Page): Promise<number> {
  return page.evaluate(
    (question) =>
      new Promise<number>((resolve, reject) => {
        const heading = document.querySelector(question);
        const card = heading?.closest("section");
        const answer = [...(card?.querySelectorAll("button") ?? [])].find(
          ({ textContent, disabled }) =>
            !disabled && !/^(Skip|Take this|Save|Ask|These two|Use)/.test(textContent),
        );
        if (answer === undefined) {
          reject(new Error(`No answer to press: ${card?.textContent ?? "no question"}`));
          return;
        }
        const before = heading?.textContent;
        const start = performance.now();
        const look = () => {
          if (document.querySelector(question)?.textContent === before) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start), 0));
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
        answer.click();
      }),
    QUESTION,
  );
}

/** Every script that the empty workbench loads before anybody touches it, in kilobytes as brotli sends them. */
export async function scriptsBeforeInteraction(
  browser: Browser,
  url: string,
): Promise<{ readonly files: number; readonly kilobytes: number }> {
  const page = await browser.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith(".js")) bodies.push(response.body());
  });
  await page.goto(`${url}/workbench`, { waitUntil: "networkidle" });
  const scripts = await Promise.all(bodies);
  await page.context().close();
  const bytes = scripts.reduce((sum, script) => sum + brotliCompressSync(script).length, 0);
  return { files: scripts.length, kilobytes: bytes / 1000 };
}
