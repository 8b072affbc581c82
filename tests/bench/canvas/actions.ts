import type { Page } from "@playwright/test";
import type { Frame } from "./bare-pages.ts";
import type { Meter } from "./meter.ts";

export const ACTIONS = ["open", "shown", "drag", "drop", "pan", "zoom", "select", "type", "undo"] as const;
export type Action = (typeof ACTIONS)[number];
export type Figures = Partial<Record<Action, number>>;

/** What is measured: a page that shows the scene, and how to find things on it. */
export interface Subject {
  readonly page: Page;
  readonly meter: Meter;
  readonly frame: Frame;
  readonly node: string;
  readonly pane: string;
  readonly canRename: boolean;
  readonly zoomTo: (zoom: number) => Promise<void>;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

const DRAG_STEPS = 60;
const PAN_STEPS = 60;
const WHEEL_STEPS = 30;
const MARQUEE_STEPS = 20;
const SELECT_ZOOM = 0.25;
const NAME = "Ledger of it";

/** One round of everything a person does to a canvas; each figure in milliseconds of the main thread's own time. */
export async function measureRound(subject: Subject): Promise<Figures> {
  const { page, meter } = subject;
  const opened = await reopened(subject);
  await subject.zoomTo(1);
  await meter.untilQuiet();
  const dragged = await drag(subject);
  const undo = await meter.until(() => page.keyboard.press("Control+z"));
  const pan = await panned(subject);
  const zoom = await zoomed(subject);
  const type = subject.canRename ? await typed(subject) : undefined;
  const select = await selected(subject);
  return { ...opened, ...dragged, undo, pan, zoom, select, ...(type === undefined ? {} : { type }) };
}

/** What the page has worked since it was asked for again, with everything in the browser's cache. */
async function reopened({ page, meter, node }: Subject): Promise<Figures> {
  await page.reload({ waitUntil: "load" });
  await page.locator(node).first().waitFor({ state: "attached" });
  await meter.untilQuiet();
  const shown = await page.evaluate(() => (window as { shownAt?: number }).shownAt);
  return { open: await meter.busy(), ...(shown === undefined ? {} : { shown }) };
}

/** Runs in every page before its own scripts: notes when the first component has been painted. */
export function noteWhenShown(node: string): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector(node) === null) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => Object.assign(window, { shownAt: performance.now() }), 0));
  });
  observer.observe(document, { childList: true, subtree: true });
}

async function drag(subject: Subject): Promise<Figures> {
  const { page, meter } = subject;
  const start = await middleNode(subject);
  // The first touch selects it; what is measured is the way.
  await page.mouse.click(start.x, start.y);
  await meter.untilQuiet();
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 6, start.y + 2);
  const way = await meter.during(() => circle(page, start, DRAG_STEPS));
  const drop = await meter.until(() => page.mouse.up());
  return { drag: way / DRAG_STEPS, drop };
}

async function panned(subject: Subject): Promise<number> {
  const { page, meter } = subject;
  const start = await emptyPlace(subject);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 6, start.y + 2);
  const way = await meter.during(() => circle(page, start, PAN_STEPS));
  await page.mouse.up();
  await meter.untilQuiet();
  return way / PAN_STEPS;
}

async function zoomed(subject: Subject): Promise<number> {
  const { page, meter } = subject;
  const { x, y } = middle(subject.frame);
  await page.mouse.move(x, y);
  const way = await meter.during(async () => {
    for (let i = 0; i < WHEEL_STEPS; i += 1) await page.mouse.wheel(0, i < WHEEL_STEPS / 2 ? 30 : -30);
  });
  await meter.untilQuiet();
  return way / WHEEL_STEPS;
}

/** Two hundred components, or all of a smaller scene that fit, with a rectangle. */
async function selected(subject: Subject): Promise<number> {
  const { page, meter, frame } = subject;
  await subject.zoomTo(SELECT_ZOOM);
  await meter.untilQuiet();
  const [width, height] = [frame.width * 0.9, frame.height * 0.72];
  const start = { x: frame.x + frame.width * 0.04, y: frame.y + frame.height * 0.12 };
  const way = await meter.until(async () => {
    await page.keyboard.down("Shift");
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    for (let i = 1; i <= MARQUEE_STEPS; i += 1) {
      await page.mouse.move(start.x + (width * i) / MARQUEE_STEPS, start.y + (height * i) / MARQUEE_STEPS);
    }
    await page.mouse.up();
    await page.keyboard.up("Shift");
  });
  return way / MARQUEE_STEPS;
}

async function typed(subject: Subject): Promise<number> {
  const { page, meter } = subject;
  const { x, y } = await middleNode(subject);
  await page.mouse.dblclick(x, y);
  await page.locator(`${subject.node} input`).waitFor();
  await meter.untilQuiet();
  const way = await meter.until(async () => {
    for (const letter of NAME) await page.keyboard.press(letter === " " ? "Space" : letter);
    await page.keyboard.press("Enter");
  });
  await page.keyboard.press("Control+z");
  await meter.untilQuiet();
  return way / (NAME.length + 1);
}

async function circle(page: Page, { x, y }: Place, steps: number): Promise<void> {
  for (let i = 1; i <= steps; i += 1) {
    const angle = (i / steps) * 2 * Math.PI;
    await page.mouse.move(x + 90 * Math.sin(angle), y + 60 * (1 - Math.cos(angle)));
  }
}

function middle({ x, y, width, height }: Frame): Place {
  return { x: x + width / 2, y: y + height / 2 };
}

/** A component near the middle that nothing lies upon. */
function middleNode({ page, node, frame }: Subject): Promise<Place> {
  return page.evaluate(
    ({ wanted, centre }) => {
      const places = [...document.querySelectorAll(wanted)].map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height * 0.5];
        return { x, y, far: Math.hypot(x - centre.x, y - centre.y), element };
      });
      const [best] = places
        .sort((a, b) => a.far - b.far)
        .filter(({ x, y, element }) => element.contains(document.elementFromPoint(x, y)));
      if (best === undefined) throw new Error("There is no component in the middle.");
      return { x: best.x, y: best.y };
    },
    { wanted: node, centre: middle(frame) },
  );
}

/** A place near the middle where a press takes hold of the canvas itself. */
function emptyPlace({ page, pane, frame }: Subject): Promise<Place> {
  return page.evaluate(
    ({ wanted, centre }) => {
      for (let i = 0; i < 4000; i += 1) {
        const [x, y] = [centre.x + 0.06 * i * Math.cos(i), centre.y + 0.06 * i * Math.sin(i)];
        if (document.elementFromPoint(x, y)?.matches(wanted) === true) return { x, y };
      }
      throw new Error("There is no empty place in the middle.");
    },
    { wanted: pane, centre: middle(frame) },
  );
}
