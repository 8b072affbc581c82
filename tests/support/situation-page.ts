import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect } from "./browser.ts";
import { e2eDatabase } from "./e2e-accounts.ts";

export const FAILING = "Uploads over two megabytes fail while every dashboard stays green.";
/** Where whoever sent something in is led. */
export const OWN = /\/situation\/mine\/[\w-]{64}\?received$/;

/** Nothing on the page is objected to by axe. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** Nothing on the page is wider than it. */
export async function expectToFit(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}

/** Next has an alert of its own on every page. */
export function noticeOn(page: Page): Locator {
  return page.getByRole("alert").filter({ has: page.getByRole("heading") });
}

/** All tests come from one address, which may send only so much: each says another, as a proxy would. */
export function fromElsewhere(): { readonly "x-forwarded-for": string } {
  const part = () => Math.floor(Math.random() * 256);
  return { "x-forwarded-for": `10.${part()}.${part()}.${part()}` };
}

/** A step of the form, in its rail. */
export const step = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Steps of the form" }).getByRole("button", { name });
export const send = (page: Page) => page.getByRole("button", { name: "Send it" }).click();

/** From the first step to the last, with as little as is needed. */
export async function walkThrough(page: Page): Promise<void> {
  await page.goto("/situation");
  await page.getByLabel("What keeps failing?").fill(FAILING);
  await step(page, "You").click();
  await page.getByLabel("No answer is needed").check();
  await page.getByLabel(/I agree/).check();
}

/** What is stored of what the page is the receipt of. */
export async function storedUnder(page: Page) {
  const reference = await page.locator("header p.font-mono").textContent();
  return e2eDatabase().situation.findUniqueOrThrow({
    where: { reference: reference ?? "" },
    include: { messages: true },
  });
}
