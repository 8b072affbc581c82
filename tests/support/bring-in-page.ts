import type { Locator, Page } from "@playwright/test";
import { expect } from "./browser.ts";

const COMPOSE = `name: shop
services:
  web:
    image: nginx
    depends_on: [api]
  api:
    image: shop/api
    depends_on:
      - db
      - nowhere
  db:
    image: postgres
`;
/** A file of three services, one of which names something that is not there. */
export const compose = { name: "compose.yaml", text: COMPOSE };

/** What is shown before anything changes. */
export const sheet = (page: Page): Locator => page.getByRole("dialog", { name: /^Bring in/ });
export const title = (page: Page): Locator => page.getByLabel("Title of the sketch");

/** An empty sketch. */
export async function begin(page: Page): Promise<void> {
  await page.goto("/workbench");
  await expect(page.getByText("Where does it fail")).toBeVisible();
}

/** Chooses a file. */
export async function bringIn(page: Page, { name, text }: { name: string; text: string }): Promise<void> {
  await page
    .getByLabel("File to bring in")
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(text) });
  await expect(sheet(page)).toBeVisible();
}
