import { randomUUID } from "node:crypto";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { expect as expectSoon, test } from "#tests/support/browser.ts";
import { e2eDatabase, signInAs } from "#tests/support/e2e-accounts.ts";
import { addComponent, inOutline, SAVED, sketches } from "#tests/support/workbench-page.ts";

/** Two browsers at once, and a server between them. */
const expect = expectSoon.configure({ timeout: 15_000 });
test.describe.configure({ timeout: 90_000 });

const KEPT = "Saved to your account";
const title = (page: Page) => page.getByLabel("Title of the sketch");

async function drawn(page: Page, name: string, component: string): Promise<void> {
  await page.goto("/workbench");
  await title(page).fill(name);
  await title(page).press("Enter");
  await addComponent(page, component);
}

async function takenIn(page: Page, name: string, component: string): Promise<void> {
  await drawn(page, name, component);
  await page.getByRole("button", { name: "Take it into your account" }).click();
  await expect(page.getByText(KEPT)).toBeVisible();
}

/** Another browser of the same person. */
async function secondDevice(browser: Browser, context: BrowserContext): Promise<Page> {
  const other = await browser.newContext();
  await other.addCookies(await context.cookies());
  return other.newPage();
}

async function opensFromAccount(page: Page, name: string): Promise<void> {
  await page.goto("/workbench");
  const sheet = await sketches(page);
  const away = sheet.getByRole("region", { name: "In your account, not in this browser" });
  await away.getByRole("button", { name: `Open ${name}` }).click();
  await expect(sheet).toBeHidden();
  await expect(title(page)).toHaveValue(name);
}

test("a visitor's browser asks no account for anything", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).pathname.startsWith("/api/")) asked.push(request.url());
  });
  await drawn(page, "Checkout", "Till");
  await expect(page.getByText(SAVED, { exact: true })).toBeVisible();
  const sheet = await sketches(page);
  await expect(sheet.getByText("nowhere else")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(inOutline(page, "Till")).toBeVisible();
  expect(asked).toEqual([]);
});

test("what is drawn on one device is there on the other", async ({ page, context, browser }) => {
  await signInAs(context, "member");
  await drawn(page, "Checkout", "Till");
  await expect(page.getByText("Saved in this browser only")).toBeVisible();
  expect(await e2eDatabase().document.count({ where: { title: "Checkout" } })).toBe(0);
  await page.getByRole("button", { name: "Take it into your account" }).click();
  await expect(page.getByText(KEPT)).toBeVisible();
  await addComponent(page, "Ledger");
  await expect(page.getByText(KEPT)).toBeVisible();
  await page.close();

  const other = await secondDevice(browser, context);
  await opensFromAccount(other, "Checkout");
  await expect(inOutline(other, "Till")).toBeVisible();
  await expect(inOutline(other, "Ledger")).toBeVisible();
  await expect(other.getByText(KEPT)).toBeVisible();
});

test.describe("without a network", () => {
  test.use({ expectedOnConsole: /ERR_INTERNET_DISCONNECTED|ERR_FAILED/ });

  test("both devices draw on, and afterwards each has what the other drew", async ({
    page,
    context,
    browser,
  }) => {
    await signInAs(context, "member");
    await takenIn(page, "Harbour", "Gate");
    const other = await secondDevice(browser, context);
    await opensFromAccount(other, "Harbour");
    await expect(other.getByText(KEPT)).toBeVisible();

    await context.setOffline(true);
    await other.context().setOffline(true);
    await addComponent(page, "Crane");
    await addComponent(other, "Quay");
    await expect(page.getByText("not in your account yet")).toBeVisible();
    await expect(other.getByText("not in your account yet")).toBeVisible();

    await context.setOffline(false);
    await expect(page.getByText(KEPT)).toBeVisible();
    await other.context().setOffline(false);
    await expect(inOutline(other, "Crane")).toBeVisible();
    await expect(other.getByText(KEPT)).toBeVisible();
    await page.evaluate(() => dispatchEvent(new Event("focus")));
    await expect(inOutline(page, "Quay")).toBeVisible();
    await expect(inOutline(page, "Gate")).toBeVisible();
  });

  test("what was drawn before the page was closed is sent when it is opened again", async ({
    page,
    context,
  }) => {
    await signInAs(context, "member");
    await takenIn(page, "Lighthouse", "Lamp");
    await page.route("**/api/documents**", (route) => route.abort());
    await page.route("**/api/documents/**", (route) => route.abort());
    await addComponent(page, "Lens");
    await expect(page.getByText("not in your account yet")).toBeVisible();
    await page.close();

    const again = await context.newPage();
    const sent = again.waitForRequest(
      (request) => request.method() === "POST" && request.url().endsWith("/updates"),
    );
    await again.goto("/workbench");
    await sent;
    await expect(again.getByText(KEPT)).toBeVisible();
    await expect(inOutline(again, "Lens")).toBeVisible();
  });
});

test("sketches drawn before signing in are offered, and taken only when they are asked for", async ({
  page,
  context,
}) => {
  await drawn(page, "Before", "Till");
  await expect(page.getByText(SAVED, { exact: true })).toBeVisible();
  const { actor } = await signInAs(context, "member");
  await page.reload();
  await expect(page.getByText("Saved in this browser only")).toBeVisible();
  const owned = () => e2eDatabase().document.count({ where: { ownerId: actor.id } });
  expect(await owned()).toBe(0);
  const sheet = await sketches(page);
  await expect(sheet.getByText("1 sketch is in this browser only.")).toBeVisible();
  await sheet.getByText("1 sketch is in this browser only.").locator("..").getByRole("button").click();
  await expect(sheet.getByText("Kept in your account", { exact: true })).toBeVisible();
  expect(await owned()).toBe(1);
});

test("bin, out of the bin, and gone for good, in words that say what goes where", async ({
  page,
  context,
}) => {
  await signInAs(context, "member");
  await takenIn(page, "Pier", "Plank");
  const sheet = await sketches(page);
  await sheet.getByRole("button", { name: "Put into the bin of your account: Pier" }).click();
  const bin = sheet.getByRole("region", { name: "In the bin of your account" });
  await expect(bin.getByText("Pier")).toBeVisible();
  await bin.getByRole("button", { name: "Take out of the bin: Pier" }).click();
  const away = sheet.getByRole("region", { name: "In your account, not in this browser" });
  await expect(away.getByText("Pier")).toBeVisible();
  await away.getByRole("button", { name: "Put into the bin: Pier" }).click();
  await bin.getByRole("button", { name: "Delete for good: Pier" }).click();
  await expect(bin).toBeHidden();
  expect(await e2eDatabase().document.count({ where: { title: "Pier" } })).toBe(0);
});

test("after signing out the copies are still here, and go when they are told to", async ({
  page,
  context,
}) => {
  await signInAs(context, "member");
  await takenIn(page, "Buoy", "Bell");
  await context.clearCookies();
  await page.reload();
  await expect(page.getByText(SAVED, { exact: true })).toBeVisible();
  const sheet = await sketches(page);
  await expect(
    sheet.getByText("You are signed out. 1 sketch of an account is still in this browser"),
  ).toBeVisible();
  await sheet.getByRole("button", { name: "Remove them from this browser" }).click();
  await expect(sheet.getByText("You are signed out")).toBeHidden();
  await expect(sheet.getByText("Buoy")).toBeHidden();
  await page.reload();
  await expect(title(page)).toHaveValue("Untitled sketch");
});

test("an address with a document opens it, and a stranger gets nothing", async ({
  page,
  context,
  browser,
}) => {
  await signInAs(context, "member");
  await takenIn(page, "Mole", "Stone");
  const { id } = await e2eDatabase().document.findFirstOrThrow({
    where: { title: "Mole" },
    select: { id: true },
  });
  const other = await secondDevice(browser, context);
  await other.goto(`/workbench?document=${id}`);
  await expect(title(other)).toHaveValue("Mole");
  await expect(inOutline(other, "Stone")).toBeVisible();

  const stranger = await browser.newContext();
  await signInAs(stranger, "staff");
  const theirs = await stranger.newPage();
  await theirs.goto(`/workbench?document=${id}`);
  await expect(theirs.getByText("there is no such sketch in your account")).toBeVisible();
  await expect(title(theirs)).toHaveValue("Untitled sketch");
});

test("the sheet with both lists has nothing axe would object to, at 320 pixels too", async ({
  page,
  context,
}) => {
  await signInAs(context, "member");
  await takenIn(page, "Reach", "Mark");
  await page.setViewportSize({ width: 320, height: 720 });
  const sheet = await sketches(page);
  await sheet.getByRole("button", { name: "Remove from this browser: Reach" }).click();
  await expect(sheet.getByRole("region", { name: "In your account, not in this browser" })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(overflow).toBe(false);
});

test("the page of sketches shares, bins and deletes without scripts, and a stranger changes nothing", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const { actor } = await signInAs(context, "member");
  const database = e2eDatabase();
  const [id, teamId] = [randomUUID(), randomUUID()];
  await database.document.create({ data: { id, title: "Breakwater", ownerId: actor.id } });
  await database.team.create({
    data: { id: teamId, name: "Pilots", memberships: { create: { userId: actor.id } } },
  });
  const page = await context.newPage();
  await page.goto("/console/sketches");
  const scripted = await secondDevice(browser, context);
  await scripted.goto("/console/sketches");
  expect((await new AxeBuilder({ page: scripted }).analyze()).violations).toEqual([]);
  await page.getByLabel("Who else has Breakwater").selectOption("Pilots");
  await page.getByRole("button", { name: "Share Breakwater" }).click();
  await expect(page.getByRole("status")).toHaveText("It is where you moved it.");
  await expect(page.getByText("shared with Pilots")).toBeVisible();
  await page.getByRole("button", { name: "Put into the bin: Breakwater" }).click();
  await expect(page.getByRole("region", { name: "In the bin" }).getByText("Breakwater")).toBeVisible();

  const stranger = await browser.newContext({ javaScriptEnabled: false });
  await signInAs(stranger, "owner");
  const form = { act: "delete", document: id };
  const refused = await stranger.request.post("/console/sketches", {
    form,
    headers: { origin: process.env["SEAMARK_E2E_URL"] ?? "" },
    maxRedirects: 0,
  });
  expect(refused.headers()["location"]).toBe("/console/sketches?outcome=not-found");
  const foreign = await context.request.post("/console/sketches", { form, maxRedirects: 0 });
  expect(foreign.headers()["location"]).toBe("/console/sketches?outcome=refused");
  expect(await database.document.count({ where: { id } })).toBe(1);

  await scripted.setViewportSize({ width: 320, height: 720 });
  const overflow = await scripted.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(overflow).toBe(false);
  await page.getByRole("button", { name: "Delete for good: Breakwater" }).click();
  await expect(page.getByText("It is gone from the server.")).toBeVisible();
  expect(await database.document.count({ where: { id } })).toBe(0);
});
