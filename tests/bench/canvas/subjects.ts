import type { Session } from "#core/document/session.schema.ts";
import { writeSession } from "#core/interchange/session-json.ts";
import type { Browser, Page } from "@playwright/test";
import { noteWhenShown, type Subject } from "./actions.ts";
import type { BareName, BarePages, Frame } from "./bare-pages.ts";
import { meterOf } from "./meter.ts";

const SCREEN = { width: 1440, height: 900 } as const;
const FLOW_NODE = ".react-flow__node";
const FLOW_PANE = ".react-flow__pane";

async function newPage(browser: Browser, node: string): Promise<Page> {
  const context = await browser.newContext({ viewport: SCREEN });
  context.setDefaultTimeout(180_000);
  const page = await context.newPage();
  await page.addInitScript(noteWhenShown, node);
  return page;
}

/** The product with a scene in it, as a person opens one: out of a file, and on to the questions. */
export async function openProduct(browser: Browser, url: string, session: Session): Promise<Subject> {
  const page = await newPage(browser, FLOW_NODE);
  await page.goto(`${url}/workbench`);
  await openScene(page, session);
  const meter = await meterOf(await page.context().newCDPSession(page));
  await meter.untilQuiet();
  const frame = await page.locator(".sketch-canvas").boundingBox();
  if (frame === null) throw new Error("The product shows no canvas.");
  return {
    page,
    meter,
    frame,
    node: FLOW_NODE,
    pane: FLOW_PANE,
    canRename: true,
    zoomTo: (zoom) => wheelTo(page, frame, zoom),
  };
}

export async function openScene(page: Page, session: Session): Promise<void> {
  const buffer = Buffer.from(writeSession(session));
  await page
    .getByLabel("Backup file")
    .setInputFiles({ name: "scene.json", mimeType: "application/json", buffer });
  await page.locator(FLOW_NODE).first().waitFor();
  const on = page.getByRole("button", { name: "Go on to the questions" });
  if (await on.isVisible()) await on.click();
}

export async function openBare(
  browser: Browser,
  pages: BarePages,
  name: BareName,
  session: Session,
  frame: Frame,
): Promise<Subject> {
  const isFlow = name === "bare-flow";
  const node = isFlow ? FLOW_NODE : ".x6-node";
  const page = await newPage(browser, node);
  await page.goto(pages.show(name, session, frame));
  await page.locator(node).first().waitFor({ state: "attached" });
  const meter = await meterOf(await page.context().newCDPSession(page));
  return {
    page,
    meter,
    frame,
    node,
    pane: isFlow ? FLOW_PANE : ".x6-graph-svg",
    canRename: isFlow,
    zoomTo: isFlow
      ? (zoom) => wheelTo(page, frame, zoom)
      : async (zoom) => {
          await page.evaluate(
            (wanted) => (window as unknown as { zoomTo: (zoom: number) => void }).zoomTo(wanted),
            zoom,
          );
        },
  };
}

/** React Flow zooms by two to the power of a five-hundredth of what the wheel turns. */
async function wheelTo(page: Page, { x, y, width, height }: Frame, zoom: number): Promise<void> {
  const now = await page
    .locator(".react-flow__viewport")
    .evaluate((element) => new DOMMatrix(getComputedStyle(element).transform).a);
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.wheel(0, -Math.log2(zoom / now) / 0.002);
}
