import { AxeBuilder } from "@axe-core/playwright";
import { randomUUID } from "node:crypto";
import type { BrowserContext, Locator, Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser.ts";
import { e2eDatabase, signInAs } from "#tests/support/e2e-accounts.ts";
import { engage } from "#tests/support/engagements.ts";
import { close, FORMATS, save, violations } from "#tests/support/hand-over-page.ts";
import {
  addComponent,
  handOver,
  inOutline,
  openCase,
  SAVED,
  takeDocumentedAnswers,
} from "#tests/support/workbench-page.ts";

const LOGO = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
const HANDED_OVER = FORMATS.filter(([format]) => !["html", "decisions"].includes(format));
const keepingIn = (sheet: Locator) => sheet.getByRole("region", { name: "The report with an engagement" });
const filesOf = (sheet: Locator) => sheet.getByRole("region", { name: "The report as a file" });
const rowOf = (sheet: Locator, name: string) =>
  filesOf(sheet)
    .getByRole("listitem")
    .filter({ has: sheet.page().getByText(name, { exact: true }) });

async function keep(sheet: Locator, client: string): Promise<void> {
  await keepingIn(sheet).getByRole("button", { name: "Keep this report" }).click();
  await expect(keepingIn(sheet).getByRole("status")).toHaveText(`Kept with ${client}.`);
}

/** A case on the sheet on which it is handed over, by somebody who works for Quayside Insurance. */
async function handOverFor(page: Page, context: BrowserContext) {
  const { actor } = await signInAs(context, "member");
  const engagementId = await engage(actor, "Quayside Insurance");
  await openCase(page);
  return { engagementId, sheet: await handOver(page) };
}

/** The sheet of the newest report of an engagement, by way of its page. */
async function makeAgain(page: Page, engagementId: string): Promise<Locator> {
  await page.goto(`/console/engagements/${engagementId}`);
  await page
    .getByRole("link", { name: /^Make again: / })
    .first()
    .click();
  const sheet = page.getByRole("dialog", { name: "Hand over again" });
  await expect(sheet).toBeVisible();
  return sheet;
}

test("a report that was kept is made again byte for byte, whatever became of its sketch", async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  const { actor } = await signInAs(context, "member", { name: "Grace" });
  const engagementId = await engage(actor, "Quayside Insurance");
  await openCase(page);
  await takeDocumentedAnswers(page, 6);
  const sheet = await handOver(page);
  await sheet.getByLabel("Title", { exact: true }).fill("What we found in March");
  await sheet.getByLabel("Client", { exact: true }).fill("Quayside Insurance");
  await sheet.getByLabel("Author").fill("Grace Example");
  await sheet.getByLabel("Date").fill("2026-03-01");
  await sheet.getByLabel(/^Confidentiality/).fill("For Quayside alone");
  await sheet
    .getByLabel("Logo file")
    .setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: LOGO });
  const first = new Map<string, string>();
  for (const [format, { name }] of HANDED_OVER) first.set(format, (await save(page, sheet, name)).sha256);
  await keep(sheet, "Quayside Insurance");
  expect(await violations(page)).toEqual([]);
  await close(page, sheet);

  await page.getByLabel("Title of the sketch").fill("The sketch of May");
  await page.keyboard.press("Enter");
  await addComponent(page, "Added in May");
  await expect(page.getByText(SAVED)).toBeVisible();

  await page.goto(`/console/engagements/${engagementId}`);
  const listed = page.getByRole("list", { name: "Files that were handed over" });
  for (const [format, { name }] of HANDED_OVER) {
    const line = listed.getByRole("listitem").filter({ has: page.getByText(name, { exact: true }) });
    await expect(line).toContainText(first.get(format)!.slice(0, 12));
  }
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const again = await makeAgain(page, engagementId);
  for (const said of ["What we found in March", "Grace Example", "2026-03-01", "For Quayside alone"])
    await expect(again.getByRole("definition").getByText(said, { exact: true })).toBeVisible();
  await expect(again.getByRole("img", { name: "The logo on the cover" })).toBeVisible();
  for (const [format, { name }] of HANDED_OVER) {
    expect((await save(page, again, name)).sha256, name).toBe(first.get(format));
    await expect(rowOf(again, name)).toContainText("The same file as was handed over, byte for byte.");
  }
  const [html] = FORMATS.filter(([format]) => format === "html");
  await save(page, again, html![1].name);
  await expect(rowOf(again, html![1].name)).toContainText("It was not handed over in this format.");
  await expect(again.frameLocator("iframe").getByRole("heading", { level: 1 })).toHaveText(
    "What we found in March",
  );
  expect(await violations(page)).toEqual([]);
  await close(page, again);

  // The sketch on the table is the one of May, and that of March comes beside it where it is wanted.
  await expect(page).toHaveURL(/\/workbench$/);
  await expect(page.getByLabel("Title of the sketch")).toHaveValue("The sketch of May");
  await expect(inOutline(page, "Added in May")).toBeVisible();
  const once = await makeAgain(page, engagementId);
  await once.getByRole("button", { name: "Open its sketch" }).click();
  await expect(once).toBeHidden();
  await expect(page.getByLabel("Title of the sketch")).toHaveValue(/^Shared container host/);
  await expect(inOutline(page, "Added in May")).toHaveCount(0);
});

test("what has changed since a report was kept is named where its files are others", async ({
  page,
  context,
}) => {
  const { engagementId, sheet } = await handOverFor(page, context);
  for (const name of ["Markdown", "CSV of the findings", "JSON", "SVG of the sketch"])
    await save(page, sheet, name);
  await keep(sheet, "Quayside Insurance");
  const files = e2eDatabase().engagementReportFile;
  const ofReport = { report: { engagementId } };
  const sha256 = new Uint8Array(32);
  const noted = (format: string, data: object) =>
    files.updateMany({ where: { ...ofReport, format }, data: { sha256, ...data } });
  await noted("markdown", { version: "seamark.findings/0" });
  await noted("csv", { published: sha256 });
  await noted("json", {});
  await noted("svg", { sha256: null, bytes: null, version: null, published: null });

  const again = await makeAgain(page, engagementId);
  for (const [name, sentence] of [
    [
      "Markdown",
      "a report said what seamark.findings/0 says then, and says what seamark.findings/1 says now.",
    ],
    ["CSV of the findings", "what is published here has changed since, or its address."],
    [
      "JSON",
      "the program that makes it has changed since. A report still says what seamark.findings/1 says.",
    ],
    ["SVG of the sketch", "It was kept before hashes of files were noted."],
  ] as const) {
    await save(page, again, name);
    await expect(rowOf(again, name)).toContainText(sentence);
  }
});

test("an anonymous report is made again, and its key is kept nowhere", async ({ page, context }) => {
  const { engagementId, sheet } = await handOverFor(page, context);
  await sheet.getByRole("checkbox", { name: /^Replace all names/ }).check();
  const { sha256 } = await save(page, sheet, "Markdown");
  const key = await save(page, sheet, "Key to the names");
  await expect(keepingIn(sheet)).toContainText("The key to the names is not kept");
  await keep(sheet, "Quayside Insurance");
  const [kept] = await e2eDatabase().engagementReport.findMany({
    where: { engagementId },
    include: { files: true },
  });
  expect(kept!.files.map(({ format }) => format)).toEqual(["markdown"]);

  const again = await makeAgain(page, engagementId);
  await expect(again).toContainText("The key to the names was not kept.");
  expect((await save(page, again, "Markdown")).sha256).toBe(sha256);
  expect((await save(page, again, "Key to the names")).sha256).toBe(key.sha256);
  expect(await violations(page)).toEqual([]);
});

test.describe("on a phone by night", () => {
  test.use({ viewport: { width: 320, height: 640 }, colorScheme: "dark" });

  test("the sheet on which a report is made again fits", async ({ page, context }) => {
    const { actor } = await signInAs(context, "member", { name: `Grace${"n".repeat(70)}` });
    const engagementId = await engage(actor, `Harbour${"r".repeat(110)}`);
    await openCase(page);
    const sheet = await handOver(page);
    await sheet.getByLabel("Client", { exact: true }).fill("Donaudampfschifffahrtsgesellschaft".repeat(4));
    await save(page, sheet, "Markdown");
    await keep(sheet, `Harbour${"r".repeat(110)}`);
    const again = await makeAgain(page, engagementId);
    await save(page, again, "Markdown");
    await expect(rowOf(again, "Markdown")).toContainText("The same file");
    const wider = await again.evaluate((dialog) =>
      [...dialog.querySelectorAll("*")]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(wider).toEqual([]);
    expect(await violations(page)).toEqual([]);
  });
});

test.describe("a report that is not there", () => {
  test.use({ expectedOnConsole: /404 \(Not Found\)|401 \(Unauthorized\)/ });

  test("is said so, and one's own sketches are there", async ({ page, context }) => {
    const address = `/workbench?engagement=${randomUUID()}&report=${randomUUID()}`;
    await page.goto(address);
    await expect(page.getByText("That report is in an account. Sign in to make it again.")).toBeVisible();
    await signInAs(context, "member");
    await page.goto(address);
    await expect(page.getByText("There is no such report, or it is none of yours.")).toBeVisible();
    await expect(page).toHaveURL(/\/workbench$/);
    await addComponent(page, "Gate");
    await expect(inOutline(page, "Gate")).toBeVisible();
  });
});

test.describe("in an account", () => {
  test.use({ expectedOnConsole: /ERR_FAILED/ });

  test("whoever is signed in keeps a report with the engagement it was made for, once", async ({
    page,
    context,
  }) => {
    const { engagementId, sheet } = await handOverFor(page, context);
    const part = sheet.getByRole("region", { name: "The report with an engagement" });
    await expect(part.getByLabel("Engagement")).toHaveValue(engagementId);
    const keep = part.getByRole("button", { name: "Keep this report" });
    await expect(keep).toHaveAttribute("aria-disabled", "true");
    await expect(part.getByRole("status")).toContainText("Save it in a format above first");
    const reports = () =>
      e2eDatabase().engagementReport.findMany({
        where: { engagementId },
        include: { files: { orderBy: { format: "asc" } } },
      });
    await save(page, sheet, "Markdown");
    expect(await reports()).toEqual([]);
    await keep.click();
    await expect(part.getByRole("status")).toHaveText("Kept with Quayside Insurance.");
    await save(page, sheet, "JSON");
    await keep.click();
    await expect
      .poll(async () => (await reports()).map(({ files }) => files.map(({ format }) => format)))
      .toEqual([["json", "markdown"]]);

    await sheet.getByLabel("Title", { exact: true }).fill("Another report");
    await expect(part.getByRole("status")).toContainText("Save it in a format above first");
    await save(page, sheet, "Markdown");
    await page.route("**/api/engagements/**", (route) => route.abort());
    await keep.click();
    await expect(part.getByRole("status")).toContainText("The account could not be reached.");
    await page.unroute("**/api/engagements/**");
    await keep.click();
    await expect(part.getByRole("status")).toHaveText("Kept with Quayside Insurance.");
    expect((await reports()).map(({ title }) => title).toSorted()).toContain("Another report");
  });
});
