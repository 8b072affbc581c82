import type { Browser, CDPSession, Page } from "@playwright/test";
import { meterOf } from "./meter.ts";

/** Milliseconds of the main thread's own time, each the longest piece of work without a pause. */
export interface BringInFigures {
  /** From the file to what would come of it. */
  readonly look: number;
  /** From the press until nothing follows from it any more. */
  readonly take: number;
}

/** A drawing of so many boxes, each with an arrow, brought into a sketch that has one box. */
export async function measureBringIn(browser: Browser, url: string, boxes: number): Promise<BringInFigures> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(180_000);
  await page.goto(`${url}/workbench`);
  await page.getByText("Where does it fail").waitFor();
  await page.keyboard.press("n");
  await page.getByLabel("Name of the component").press("Enter");
  const meter = await meterOf(await page.context().newCDPSession(page));
  await meter.untilQuiet();
  const tracing = await browser.newBrowserCDPSession();
  const buffer = Buffer.from(mermaid(boxes));
  const look = await longestTask(tracing, async () => {
    await page
      .getByLabel("File to bring in")
      .setInputFiles({ name: "boxes.mmd", mimeType: "text/plain", buffer });
    await page.locator("[role=dialog]", { hasText: "New: " }).waitFor();
    await meter.untilQuiet();
  });
  const take = await longestTask(tracing, async () => {
    await press(page, "Bring it in");
    await meter.untilQuiet();
  });
  await page.context().close();
  return { look, take };
}

function mermaid(boxes: number): string {
  const lines = Array.from({ length: boxes }, (_, i) => `  n${i}[Box ${i}] --> n${(i * 7 + 1) % boxes}`);
  return ["flowchart LR", ...lines].join("\n");
}

/** Presses a button in a task of the page's own: to look for it as a person would is work for the page as well. */
function press(page: Page, name: string): Promise<void> {
  return page.evaluate((wanted) => {
    const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === wanted);
    setTimeout(() => button?.click());
  }, name);
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the thread's own time. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

async function longestTask(tracing: CDPSession, run: () => Promise<void>): Promise<number> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => void events.push(...(value as TraceEvent[]));
  tracing.on("Tracing.dataCollected", collect);
  await tracing.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel", "__metadata"], excludedCategories: ["*"] },
  });
  await run();
  const isComplete = new Promise((resolve) => tracing.once("Tracing.tracingComplete", resolve));
  await tracing.send("Tracing.end");
  await isComplete;
  tracing.off("Tracing.dataCollected", collect);
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const mains = new Set(
    events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(threadOf),
  );
  const tasks = events.filter((event) => event.name.endsWith("RunTask") && mains.has(threadOf(event)));
  return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1000));
}
