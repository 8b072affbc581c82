import { randomUUID } from "node:crypto";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import * as Y from "yjs";
import { expect as expectSoon, test } from "#tests/support/browser.ts";
import { createTeam, drawn } from "#tests/support/documents.ts";
import { e2eDatabase, signInAs } from "#tests/support/e2e-accounts.ts";
import { backup, handedOver } from "#tests/support/engagements.ts";
import { addComponent, sketches } from "#tests/support/workbench-page.ts";

const expect = expectSoon.configure({ timeout: 15_000 });
test.describe.configure({ timeout: 120_000 });

const OURS = { "sec-fetch-site": "same-origin" };
const part = (page: Page, name: string) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name, exact: true, level: 2 }) });

async function expectAccessible(page: Page): Promise<void> {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
}

/** Keeps a document in the account of whoever is signed in. */
async function keepDocument({ request }: BrowserContext, title: string): Promise<string> {
  const id = randomUUID();
  const data = Buffer.from(Y.encodeStateAsUpdate(drawn(title, ["gate"])));
  const headers = { ...OURS, "content-type": "application/octet-stream" };
  expect((await request.put(`/api/documents/${id}`, { data, headers })).status()).toBe(200);
  return id;
}

async function makeEngagement({ request }: BrowserContext, client: string, note = ""): Promise<string> {
  const response = await request.post("/api/engagements", { data: { client, note }, headers: OURS });
  return ((await response.json()) as { id: string }).id;
}

async function keepReport({ request }: BrowserContext, id: string, session = backup("Harbour")) {
  const data = { ...handedOver(id, { session }), id: undefined };
  const response = await request.post(`/api/engagements/${id}/reports`, { data, headers: OURS });
  expect(response.status()).toBe(200);
  return data;
}

async function sentIn(system: string): Promise<string> {
  const id = randomUUID();
  const reference = randomUUID().replaceAll("-", "").toUpperCase().slice(0, 28);
  const texts = { failing: "Large uploads fail.", works: "", tried: "", name: "Ada" };
  await e2eDatabase().situation.create({ data: { id, reference, system, ...texts, signals: [] } });
  return id;
}

async function pageOf(browser: Browser, role: "member" | "staff" | "owner") {
  const context = await browser.newContext({ baseURL: process.env["SEAMARK_E2E_URL"] ?? "" });
  const { actor } = await signInAs(context, role);
  return { page: await context.newPage(), context, actor };
}

test.describe("a consultant", () => {
  // The page of an engagement that is not there for somebody, and a form that comes back.
  test.use({ expectedOnConsole: /404 \(Not Found\)|409 \(Conflict\)/ });

  test("keeps together what belongs to a client, and a colleague of the team sees it", async ({
    page,
    context,
    browser,
  }) => {
    const { actor } = await signInAs(context, "staff", { name: "Grace" });
    const colleague = await pageOf(browser, "staff");
    const stranger = await pageOf(browser, "owner");
    const teamId = await createTeam([{ user: actor, isLead: true }, { user: colleague.actor }], "Crew");
    const system = `Gate ${randomUUID().slice(0, 8)}`;
    const situation = await sentIn(system);

    // With the keyboard alone.
    await page.goto("/console/engagements");
    await expect(page.getByRole("link", { name: "Engagements", exact: true })).toHaveAttribute(
      "aria-current",
      "page",
    );
    await expectAccessible(page);
    await page.getByLabel("Client", { exact: true }).focus();
    await page.keyboard.type("Harbour Ltd");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Three terminals");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Harbour Ltd");
    await expect(page.getByText("shared with Crew")).toBeVisible();
    const id = page.url().split("/").at(-1) ?? "";
    expect((await e2eDatabase().engagement.findUniqueOrThrow({ where: { id } })).teamId).toBe(teamId);

    // A sketch, from the workbench.
    await page.goto("/workbench");
    await page.getByLabel("Title of the sketch").fill("Gate and store");
    await page.keyboard.press("Enter");
    await addComponent(page, "Gate");
    await page.getByRole("button", { name: "Take it into your account" }).click();
    await expect(page.getByText("Saved to your account")).toBeVisible();
    const sheet = await sketches(page);
    await sheet.getByLabel("Engagement of Gate and store").selectOption("Harbour Ltd");
    await expect
      .poll(() => e2eDatabase().document.count({ where: { engagementId: id, ownerId: actor.id } }))
      .toBe(1);
    await expect(sheet.getByLabel("Engagement of Gate and store")).toHaveValue(id);
    await expectAccessible(page);

    // A situation, from the inbox.
    await page.goto(`/console/situations/${situation}`);
    await page.getByLabel("Engagement", { exact: true }).selectOption("Harbour Ltd");
    await expect(page.getByText("Put in for Harbour Ltd.")).toBeVisible();
    await expect(page.getByText("put this into an engagement")).toBeVisible();
    await expectAccessible(page);

    // A report, as the workbench keeps one.
    const { session } = await keepReport(context, id);
    await page.goto(`/console/engagements/${id}`);
    await expect(part(page, "Sketches").getByRole("link", { name: "Gate and store" })).toBeVisible();
    await expect(part(page, "Situations").getByRole("link", { name: system })).toBeVisible();
    const reports = part(page, "Reports");
    await expect(reports).toContainText("What was found");
    await expect(reports).toContainText("by Grace");
    await expect(reports).toContainText("Markdown");
    await expectAccessible(page);
    const waiting = page.waitForEvent("download");
    await reports.getByRole("link", { name: "Sketch as a file: What was found" }).click();
    expect((await waiting).suggestedFilename()).toBe("report.seamark.json");
    await reports.getByRole("link", { name: /^Make again: What was found/ }).click();
    const handOver = page.getByRole("dialog", { name: "Hand over again" });
    await handOver.getByRole("button", { name: "Open its sketch" }).click();
    await expect(page.getByLabel("Title of the sketch")).toHaveValue("Harbour");
    await expect(page).toHaveURL(/\/workbench$/);
    expect(session).toContain("Harbour");
    const again = await sketches(page);
    await expect(again.getByRole("button", { name: /^(Open )?Harbour/ })).toHaveCount(1);

    // The colleague sees the situation and the report; the sketch is counted, as it is not theirs to open.
    await colleague.page.goto("/console/engagements");
    await colleague.page.getByRole("link", { name: "Harbour Ltd" }).click();
    await expect(part(colleague.page, "Reports")).toContainText("What was found");
    await expect(part(colleague.page, "Sketches")).toContainText("1 sketch that only others may open");
    await expect(colleague.page.getByText("Gate and store")).toHaveCount(0);
    await expect(colleague.page.getByText("Delete this engagement")).toHaveCount(0);

    await stranger.page.goto("/console/engagements");
    await expect(stranger.page.getByText("There is none yet.")).toBeVisible();
    expect((await stranger.page.goto(`/console/engagements/${id}`))?.status()).toBe(404);
    await stranger.page.goto(`/console/situations/${situation}`);
    await expect(stranger.page.getByText("in an engagement you do not see")).toBeVisible();
    await expect(stranger.page.getByText("Harbour Ltd")).toHaveCount(0);
    await Promise.all([colleague.context.close(), stranger.context.close()]);
  });

  test("is told who was quicker, and loses nothing of what they wrote", async ({
    page,
    context,
    browser,
  }) => {
    const { actor } = await signInAs(context, "member");
    const other = await pageOf(browser, "member");
    const teamId = await createTeam([{ user: actor }, { user: other.actor }]);
    const id = await makeEngagement(context, "Harbour");
    await e2eDatabase().engagement.update({ where: { id }, data: { teamId } });
    for (const one of [page, other.page]) await one.goto(`/console/engagements/${id}`);
    await other.page.getByLabel("Client", { exact: true }).fill("Quay");
    await part(other.page, "Client and note").getByRole("button", { name: "Save" }).click();
    await expect(other.page.getByText("Client and note are saved.")).toBeVisible();
    await page.getByLabel("Note (optional)").fill("Hours of thought");
    await part(page, "Client and note").getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Somebody changed this meanwhile")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Quay");
    await expect(page.getByLabel("Note (optional)")).toHaveValue("Hours of thought");
    await other.context.close();
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false, expectedOnConsole: /422 \(Unprocessable/ });

  test("an engagement is made, filled, emptied, found, closed and deleted", async ({ page, context }) => {
    await signInAs(context, "member");
    await keepDocument(context, "Gate");
    await page.goto("/console/engagements");
    await page.getByRole("button", { name: "Make the engagement" }).click();
    await expect(page.getByRole("alert")).toContainText("Please name the client");
    await page.getByLabel("Client", { exact: true }).fill("Harbour Ltd");
    await page.getByRole("button", { name: "Make the engagement" }).click();
    await expect(page.getByText("No sketch is in it yet.")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Situations" })).toHaveCount(0);
    await page.getByLabel("A sketch of yours or of your teams").selectOption("Gate");
    await page.getByRole("button", { name: "Put in" }).click();
    await expect(page.getByText("It is in the engagement now.")).toBeVisible();
    await page.goto("/console/sketches");
    await page.getByRole("link", { name: "Harbour Ltd" }).click();
    await page.getByRole("button", { name: "Take out: Gate" }).click();
    await expect(page.getByText("It is out of the engagement")).toBeVisible();
    await page.getByRole("button", { name: "Close it" }).click();
    await expect(page.getByText("The engagement is closed.")).toBeVisible();
    await page.goto("/console/engagements?words=nobody");
    await expect(page.getByText("No open engagement has these words")).toBeVisible();
    await page.getByLabel("Client or note").fill("harbour");
    await page.getByRole("button", { name: "Search" }).click();
    await part(page, "Closed").getByRole("link", { name: "Harbour Ltd" }).click();
    await page.getByText("Delete this engagement").click();
    await page.getByRole("button", { name: "Delete it for good" }).click();
    await expect(page.getByText("The engagement is deleted.")).toBeVisible();
    await expect(page.getByText("There is none yet.")).toBeVisible();
  });
});

test.describe("on a phone by night", () => {
  test.use({ viewport: { width: 320, height: 700 }, colorScheme: "dark" });

  test("the longest names fit, and everything is accessible", async ({ page, context }) => {
    const { actor } = await signInAs(context, "staff", { name: `Grace${"n".repeat(70)}` });
    await createTeam([{ user: actor }], `Crew${"w".repeat(76)}`);
    const id = await makeEngagement(
      context,
      `Harbour${"r".repeat(110)}`,
      `Line${"e".repeat(300)}\nand <b>more</b>`,
    );
    const situation = await sentIn(`System${"m".repeat(90)}`);
    const filed = await keepDocument(context, `Gate${"e".repeat(96)}`);
    await keepDocument(context, `Store${"e".repeat(90)}`);
    const file = { data: { engagementId: id }, headers: OURS };
    await context.request.post(`/api/documents/${filed}/engagement`, file);
    await keepReport(context, id);
    for (const path of ["/console/engagements", `/console/engagements/${id}`]) {
      await page.goto(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await expectAccessible(page);
    }
    for (const summary of await page.locator("summary").all()) await summary.click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await expectAccessible(page);
    await page.goto(`/console/situations/${situation}`);
    await page.getByLabel("Engagement", { exact: true }).selectOption(id);
    const open = page.getByRole("link", { name: /^Open the engagement/ });
    for (const word of [open, page.getByText("Engagement", { exact: true }).last()])
      expect((await word.boundingBox())?.height).toBeLessThan(30);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.goto("/workbench");
    const sheet = await sketches(page);
    await expect(sheet.getByLabel(/^Engagement of Gate/)).toHaveValue(id);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await expectAccessible(page);
  });
});
