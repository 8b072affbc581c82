import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import { freePort } from "#tests/support/product.ts";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
const METRICS = [
  "first-contentful-paint",
  "largest-contentful-paint",
  "total-blocking-time",
  "cumulative-layout-shift",
] as const;

/** One run of Lighthouse. */
export interface Audit {
  readonly version: string;
  /** Performance, accessibility, best practices and SEO, of 100. */
  readonly scores: readonly number[];
  /** FCP, LCP and TBT in milliseconds, and CLS. */
  readonly metrics: readonly number[];
  /** What keeps a category other than performance from 100, each with the first element that it is about. */
  readonly failed: readonly string[];
}

type Launch = Parameters<typeof chromium.launch>[0];

/** A trace can get lost on a busy machine; a page that cannot be audited loses it every time. */
const ATTEMPTS = 3;

/** Audits a page as Lighthouse does by default, as on a phone with a slow network, in a browser of its own. */
export async function audit(url: string, launch: Launch): Promise<Audit> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await auditOnce(url, launch);
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

async function auditOnce(url: string, launch: Launch): Promise<Audit> {
  const port = await freePort();
  const browser = await chromium.launch({
    ...launch,
    args: [...(launch?.args ?? []), `--remote-debugging-port=${port}`],
  });
  try {
    const result = await lighthouse(url, { port, logLevel: "error", onlyCategories: [...CATEGORIES] });
    if (result === undefined) throw new Error(`Lighthouse said nothing about ${url}`);
    const { categories, audits, lighthouseVersion, runtimeError } = result.lhr;
    if (runtimeError !== undefined) throw new Error(`${url}: ${runtimeError.message}`);
    return {
      version: lighthouseVersion,
      scores: CATEGORIES.map((name) => Math.round((categories[name]?.score ?? NaN) * 100)),
      metrics: METRICS.map((name) => audits[name]?.numericValue ?? NaN),
      failed: CATEGORIES.slice(1).flatMap((name) =>
        (categories[name]?.auditRefs ?? [])
          .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
          .map(({ id }) => `${name}: ${audits[id]?.title ?? id}${firstElement(audits[id]?.details)}`),
      ),
    };
  } finally {
    await browser.close();
  }
}

function firstElement(details: unknown): string {
  const { items = [] } = (details ?? {}) as { readonly items?: readonly unknown[] };
  return items.length === 0 ? "" : ` – ${JSON.stringify(items[0]).slice(0, 300)}`;
}
