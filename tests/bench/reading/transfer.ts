import type { Browser, Request } from "@playwright/test";
import { brotliCompressSync } from "node:zlib";

/** What a browser asked for, and how many bytes of it brotli would have sent. Fonts and images are counted as they are. */
export interface Loaded {
  readonly requests: number;
  readonly bytes: number;
}

const KINDS = ["html", "scripts", "styles", "fonts", "prefetched", "others"] as const;
export type Kind = (typeof KINDS)[number];
export type Transfer = Readonly<Record<Kind, Loaded>>;

export interface Reading {
  /** Until nothing is on its way any more, and nobody has touched anything. */
  readonly opened: Transfer;
  /** What scrolling to the end brought besides. */
  readonly scrolled: Transfer;
}

const PHONE = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
};

/** Opens a page as a phone would, waits, and then scrolls to its end. */
export async function read(browser: Browser, url: string): Promise<Reading> {
  const page = await browser.newPage(PHONE);
  const seen: Request[] = [];
  page.on("requestfinished", (request) => seen.push(request));
  await page.goto(url, { waitUntil: "networkidle" });
  await page.waitForTimeout(1500);
  const opened = await weigh(seen.splice(0));
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < height; y += 400) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(60);
  }
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(1500);
  const scrolled = await weigh(seen.splice(0));
  await page.context().close();
  return { opened, scrolled };
}

async function weigh(requests: readonly Request[]): Promise<Transfer> {
  const sums = Object.fromEntries(KINDS.map((kind) => [kind, { requests: 0, bytes: 0 }])) as Record<
    Kind,
    Loaded
  >;
  for (const request of requests) {
    const kind = kindOf(request);
    const sum = sums[kind];
    sums[kind] = { requests: sum.requests + 1, bytes: sum.bytes + (await bytesOf(request, kind)) };
  }
  return sums;
}

async function bytesOf(request: Request, kind: Kind): Promise<number> {
  const body = await (await request.response())?.body().catch(() => undefined);
  if (body === undefined) return 0;
  return kind === "fonts" ? body.length : brotliCompressSync(body).length;
}

function kindOf(request: Request): Kind {
  const { rsc, "next-router-prefetch": prefetch } = request.headers();
  if (rsc !== undefined || prefetch !== undefined) return "prefetched";
  const type = request.resourceType();
  if (type === "document") return "html";
  if (type === "script" || new URL(request.url()).pathname.endsWith(".js")) return "scripts";
  if (type === "stylesheet") return "styles";
  return type === "font" ? "fonts" : "others";
}
