import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page, Request } from "@playwright/test";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { dayOf } from "#components/workbench/report/report-draft.ts";
import { reportContext } from "#content/generated/report-context.ts";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import { sessionFromSketch } from "#core/document/new-session.ts";
import { EXPORTERS } from "#core/interchange/exporters.ts";
import { readSession, writeSession } from "#core/interchange/session-json.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { diagnoseOptionsOf } from "#core/report/diagnose-options.ts";
import { ReportSettings } from "#core/report/report-settings.schema.ts";
import { reportOf, type Report } from "#core/report/report.ts";
import { makeReport } from "#reports/make-report.ts";
import { REPORT_FORMATS, type ReportFormat } from "#reports/report-formats.ts";
import { expect, test } from "#tests/support/browser.ts";
import { e2eDatabase, signInAs } from "#tests/support/e2e-accounts.ts";
import { engage } from "#tests/support/engagements.ts";
import { incident } from "#tests/support/incidents.ts";
import { randomScene } from "#tests/support/scenes.ts";
import { valueOf } from "#tests/support/value-of.ts";
import { nodeAssets } from "../../scripts/report-assets/node-assets.ts";
import {
  handOver,
  openBackup,
  openCase,
  openStep,
  saved,
  SAVED,
  takeDocumentedAnswers,
} from "#tests/support/workbench-page.ts";

const FORMATS = Object.entries(REPORT_FORMATS) as [ReportFormat, (typeof REPORT_FORMATS)[ReportFormat]][];

/** What a file of a format begins with, whatever is in it: characters in a URI's spelling. */
const BEGINS: Readonly<Record<string, RegExp>> = {
  "application/pdf": /^%25PDF-1\.\d/,
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": /^PK%03%04/,
  "application/zip": /^PK%03%04/,
  "image/png": /^%89PNG%0D%0A%1A%0A/,
  "image/svg+xml": /^%3C(?:%3Fxml|svg)/,
  "text/html": /^%3C!doctype%20html%3E/i,
  "text/markdown": /^(?:%23|---)/,
  "text/csv": /^[^%]+,/,
  "application/json": /^%7B%0A/,
};

/** Bytes as a URI spells them, each that is no plain character as a percent sign and its number. */
function spelled(bytes: Uint8Array): string {
  return [...bytes.subarray(0, 100)]
    .map((byte) =>
      /[\w.,!-]/.test(String.fromCharCode(byte))
        ? String.fromCharCode(byte)
        : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`,
    )
    .join("");
}

interface Saved {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly sha256: string;
}

async function save(page: Page, sheet: Locator, name: string): Promise<Saved> {
  const waiting = page.waitForEvent("download", { timeout: 60_000 });
  await sheet.getByRole("button", { name: new RegExp(`^Save (?:again )?as ${escaped(name)}$`) }).click();
  const download = await waiting;
  const bytes = await readFile(await download.path());
  return {
    fileName: download.suggestedFilename(),
    bytes,
    sha256: sha256Of(bytes),
  };
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** What the command line would make of the same sketch on the same day. */
function reportInNode(backup: string, origin: string): Report {
  const session = valueOf(readSession(backup));
  const diagnosis = diagnose(session.architecture, CATALOGUE, diagnoseOptionsOf(session));
  const settings = ReportSettings.parse({ date: dayOf(new Date()) });
  return reportOf(session, diagnosis, CATALOGUE, { ...reportContext, origin }, settings);
}

async function close(page: Page, sheet: Locator): Promise<void> {
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
}

async function openLarge(page: Page, components: number): Promise<void> {
  await page.goto("/workbench");
  await expect(page.getByText(SAVED)).toBeVisible();
  await openBackup(page, writeSession(sessionFromSketch(randomScene(components), null, {})));
  await expect(page.getByText(`Component ${components - 1}`).first()).toBeAttached();
}

/** The same sketch with names that are words of no report. */
function inventedNames(architecture: Architecture): Architecture {
  const named = <T extends { readonly name: string }>(entries: readonly T[], word: string): T[] =>
    entries.map((entry, i) => ({ ...entry, name: `Zyx${word} ${i + 1} of Quay` }));
  return {
    ...architecture,
    title: "The Zyxwright ledger",
    components: named(architecture.components, "part"),
    boundaries: named(architecture.boundaries, "yard"),
    objects: named(architecture.objects, "parcel"),
  };
}

async function violations(page: Page) {
  return (await new AxeBuilder({ page }).exclude("iframe").analyze()).violations;
}

test("every format is made in the browser, twice with the same bytes, and nothing is sent", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await page.addInitScript(() => {
    const types: string[] = [];
    Object.assign(window, { savedTypes: types });
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      types.push(blob.type);
      return make(blob);
    };
  });
  await openCase(page);
  await takeDocumentedAnswers(page, 6);
  await expect(page.getByText(SAVED)).toBeVisible();
  const asked: Request[] = [];
  page.on("request", (request) => asked.push(request));
  const typeOfLast = () =>
    page.evaluate(() => (window as unknown as { savedTypes: string[] }).savedTypes.at(-1));

  const inNode = reportInNode(await saved(page, "Save backup"), new URL(page.url()).origin);
  const first = new Map<string, string>();
  const sheet = await handOver(page);
  for (const [format, { name, ending, mediaType }] of FORMATS) {
    const { fileName, bytes, sha256 } = await save(page, sheet, name);
    expect(fileName).toBe(`shared-container-host-with-an-authorization-plugin${ending}`);
    expect(await typeOfLast()).toBe(mediaType);
    expect(spelled(bytes), name).toMatch(BEGINS[mediaType]!);
    const files = sheet.getByRole("region", { name: "The report as a file" });
    const row = files.getByRole("listitem").filter({ hasText: name });
    await expect(row).toContainText(/\d (?:bytes|kB|MB)/);
    expect(sha256, `${name} in Node`).toBe(sha256Of(await makeReport(inNode, format, nodeAssets())));
    first.set(format, sha256);
  }
  await close(page, sheet);

  const again = await handOver(page);
  for (const [format, { name }] of FORMATS) {
    expect((await save(page, again, name)).sha256, name).toBe(first.get(format));
  }
  // The worker's own requests are among them.
  expect(asked.some((request) => request.url().includes("/report-assets/"))).toBe(true);
  const origin = new URL(page.url()).origin;
  const sent = asked.filter(
    (request) =>
      request.postDataBuffer() !== null ||
      request.method() !== "GET" ||
      !/^\/(?:_next\/static|report-assets)\//.test(new URL(request.url()).pathname),
  );
  expect(
    sent.map((request) => `${request.method()} ${request.url()}`).filter((url) => !url.includes("blob:")),
  ).toEqual([]);
  expect(new Set(asked.map((request) => new URL(request.url()).origin))).toEqual(new Set([origin]));
});

test("names in other scripts are shown with the fonts that they need, with the same bytes as in Node", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const names = [
    "数据库",
    "データベース",
    "데이터베이스",
    "भुगतान सेवा",
    "ฐานข้อมูล",
    "מסד נתונים",
    "قاعدة بيانات",
    "cơ sở",
  ];
  const scene = randomScene(names.length);
  const components = scene.components.map((component, i) => ({ ...component, name: names[i] ?? "" }));
  await page.goto("/workbench");
  await expect(page.getByText(SAVED)).toBeVisible();
  await openBackup(page, writeSession(sessionFromSketch({ ...scene, components }, null, {})));
  await expect(page.getByText("भुगतान सेवा").first()).toBeAttached();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const inNode = reportInNode(await saved(page, "Save backup"), new URL(page.url()).origin);
  const sheet = await handOver(page);
  for (const format of ["pdf", "docx", "png"] as const) {
    const { name } = REPORT_FORMATS[format];
    const { sha256 } = await save(page, sheet, name);
    expect(sha256, `${name} in Node`).toBe(sha256Of(await makeReport(inNode, format, nodeAssets())));
  }
  const fonts = (name: string) => asked.filter((url) => url.includes(`/report-assets/fonts/${name}`));
  expect(fonts("noto-sans-devanagari")).not.toEqual([]);
  expect(fonts("noto-sans-khmer")).toEqual([]);
});

test.describe("without a network", () => {
  test.use({ expectedOnConsole: /ERR_INTERNET_DISCONNECTED/ });

  test("what was once loaded makes the same files", async ({ page, context }) => {
    test.setTimeout(180_000);
    await openCase(page);
    await takeDocumentedAnswers(page, 6);
    const sheet = await handOver(page);
    const online = new Map<string, string>();
    for (const [format, { name }] of FORMATS) online.set(format, (await save(page, sheet, name)).sha256);
    await close(page, sheet);

    await context.setOffline(true);
    const offline = await handOver(page);
    for (const [format, { name }] of FORMATS) {
      expect((await save(page, offline, name)).sha256, name).toBe(online.get(format));
    }
    await context.setOffline(false);
  });

  test("what was never loaded is said in words, and can be tried again", async ({ page, context }) => {
    await openCase(page);
    const sheet = await handOver(page);
    await save(page, sheet, "Markdown");
    await context.setOffline(true);
    await sheet.getByRole("button", { name: "Save as PDF" }).click();
    const row = sheet.getByRole("listitem").filter({ hasText: "To hand over, to print, to keep" });
    await expect(row).toContainText("PDF could not be made:");
    await expect(row).toContainText("The sketch is as it was; try it again.");
    await context.setOffline(false);
    expect((await save(page, sheet, "PDF")).fileName).toMatch(/\.report\.pdf$/);
  });
});

test("what is said of a report is kept beside its sketch, and stands there the next time", async ({
  page,
}) => {
  await openCase(page);
  const sheet = await handOver(page);
  await sheet.getByLabel("Title", { exact: true }).fill("What we found");
  await sheet.getByLabel("Client", { exact: true }).fill("Harbour Bank");
  await sheet.getByLabel("Author").fill("Ada Example");
  await sheet.getByLabel(/^Confidentiality/).fill("For Harbour Bank alone");
  await sheet.getByLabel("Date").fill("2020-02-29");
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
    "base64",
  );
  const logo = sheet.getByLabel("Logo file");
  const group = sheet.getByRole("group", { name: "Logo of the client" });
  await logo.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: Buffer.from("<svg/>") });
  await expect(group.getByRole("alert")).toContainText("This is no PNG or JPEG picture.");
  await logo.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: png.subarray(0, 30) });
  await expect(group.getByRole("alert")).toContainText("This picture is damaged");
  await logo.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: Buffer.alloc(600_000) });
  await expect(group.getByRole("alert")).toContainText("has 586 kB, and a logo at most 512 kB");
  await logo.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: png });
  await expect(group.getByRole("img", { name: "The logo that was chosen" })).toBeVisible();
  await expect(group.getByRole("alert")).toBeEmpty();
  await close(page, sheet);

  await page.reload();
  const next = await handOver(page);
  await expect(next.getByLabel("Title", { exact: true })).toHaveValue("What we found");
  await expect(next.getByLabel("Client", { exact: true })).toHaveValue("Harbour Bank");
  await expect(next.getByLabel("Author")).toHaveValue("Ada Example");
  await expect(next.getByLabel(/^Confidentiality/)).toHaveValue("For Harbour Bank alone");
  await expect(next.getByRole("img", { name: "The logo that was chosen" })).toBeVisible();
  await expect(next.getByLabel("Date")).not.toHaveValue("2020-02-29");
  await next.getByRole("button", { name: "Remove the logo" }).click();
  await expect(next.getByRole("img", { name: "The logo that was chosen" })).toHaveCount(0);

  await next.getByLabel("Date").fill("");
  await expect(next.getByText("a date, as in 2026-03-01, must stand here")).toBeVisible();
  await expect(next.getByLabel("Date")).toHaveAttribute("aria-invalid", "true");
  await expect(next.getByRole("button", { name: "Save as Markdown" })).toBeDisabled();
});

test("the preview looks like the report and runs no script, and its links stay where they are", async ({
  page,
}) => {
  await openCase(page);
  await page
    .getByLabel("Title of the sketch")
    .fill("<img src=x onerror=alert(1)><style>h1{display:none}</style>");
  const sheet = await handOver(page);
  const frame = sheet.frameLocator("iframe");
  await expect(frame.getByRole("heading", { level: 1 })).toHaveText(/^<img src=x onerror=alert\(1\)><style>/);
  await expect(frame.locator("img")).toHaveCount(0);
  await expect(sheet.locator("iframe")).toHaveAttribute("sandbox", "allow-same-origin");
  await expect(frame.locator("body")).toHaveCSS("max-width", "992px");
  await frame.getByRole("link", { name: "Glossary" }).click();
  await expect(frame.getByRole("heading", { name: "Glossary" })).toBeInViewport();
  await expect(page).toHaveURL(/\/workbench$/);
});

test("what would be empty is said, and not saved", async ({ page }) => {
  await openCase(page);
  const sheet = await handOver(page);
  await sheet.getByRole("button", { name: "Save as Decision records" }).click();
  const row = sheet.getByRole("listitem").filter({ hasText: "Decision records" });
  await expect(row).toContainText("There is nothing to record yet");
});

test("the sketch goes out in every format for other tools, with what it loses said before", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openCase(page);
  const sheet = await handOver(page);
  for (const { name, ending, carried } of EXPORTERS) {
    await sheet.locator("summary", { hasText: name }).click();
    const row = sheet.getByRole("listitem").filter({ has: page.locator("details[open]") });
    for (const sentence of [...carried.keeps, ...carried.loses]) {
      await expect(row.getByText(sentence, { exact: true })).toBeVisible();
    }
    const { fileName, bytes } = await save(page, row, name);
    expect(fileName).toBe(`shared-container-host-with-an-authorization-plugin${ending}`);
    await row.getByRole("button", { name: `Copy as ${name}` }).click();
    await expect(row.getByText("Copied.")).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(bytes.toString("utf8"));
  }
});

test("an anonymous report has no name of the sketch in any format, and its key has them all", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const { architecture } = incident("docker-authz-2024");
  const invented = inventedNames(architecture);
  await page.goto("/workbench");
  await expect(page.getByText(SAVED)).toBeVisible();
  await openBackup(page, writeSession(sessionFromSketch(invented, null, {})));
  await expect(page.getByLabel("Title of the sketch")).toHaveValue(invented.title);
  const { components, boundaries, objects, title } = invented;
  const names = [
    ...[...components, ...boundaries, ...objects].map(({ name }) => name),
    title,
    "Harbour Bank",
  ];
  const sheet = await handOver(page);
  await sheet.getByLabel("Client", { exact: true }).fill("Harbour Bank");
  await sheet.getByRole("checkbox", { name: /^Replace all names/ }).check();
  const frame = sheet.frameLocator("iframe");
  await expect(frame.getByRole("heading", { level: 1 })).toHaveText("Anonymous sketch");

  const { fileName, bytes } = await save(page, sheet, "Key to the names");
  expect(fileName).toMatch(/\.names\.json$/);
  for (const name of names) expect(bytes.toString("utf8")).toContain(name);

  const texts = FORMATS.filter(([, { mediaType }]) => /^text|json|svg/.test(mediaType));
  const exported = EXPORTERS.map((exporter) => ({ ...exporter, isFolded: true }));
  const reported = texts.map(([, format]) => ({ ...format, isFolded: false }));
  for (const { name, ending, isFolded } of [...reported, ...exported]) {
    if (isFolded) await sheet.locator("summary", { hasText: name }).click();
    const file = await save(page, sheet, name);
    expect(file.fileName).toBe(`anonymous-sketch${ending}`);
    const text = file.bytes.toString("utf8").toLowerCase();
    expect(
      names.filter((one) => text.includes(one.toLowerCase())),
      name,
    ).toEqual([]);
  }
});

test("what is being made is given up at a press, and the page stays as quick as it was", async ({ page }) => {
  test.setTimeout(120_000);
  await openLarge(page, 200);
  const sheet = await handOver(page);
  const [, { name }] = FORMATS[0]!;
  const button = sheet.getByRole("button", { name: `Save as ${name}`, exact: true });
  await button.click();
  await sheet.getByRole("button", { name: `Cancel the ${name} file` }).click();
  await expect(button).toBeVisible();
  await expect(button).toBeFocused();

  const watch = await watchFrames(page);
  await expect(sheet.locator("iframe")).toBeVisible({ timeout: 30_000 });
  const preview = await watch();
  const began = performance.now();
  const { bytes } = await save(page, sheet, name);
  const took = Math.round(performance.now() - began);
  console.info(`The preview of 200 components: ${preview}`);
  console.info(`${name} of 200 components: ${bytes.length} bytes in ${took} ms: ${await watch()}`);
});

/** Looks at the time between two frames of the page; what is returned says what it was since it was last asked. */
async function watchFrames(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const gaps: number[] = [];
    Object.assign(window, { gaps });
    let before = performance.now();
    const look = (now: number) => {
      gaps.push(now - before);
      before = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  return async () => {
    const gaps = await page.evaluate(() => (window as unknown as { gaps: number[] }).gaps.splice(0));
    const sorted = gaps.toSorted((a, b) => a - b).map(Math.round);
    return `longest time between two frames ${sorted.at(-1)} ms, median ${sorted[sorted.length >> 1]} ms`;
  };
}

test("a report is handed over with the keyboard alone, and its progress is heard", async ({ page }) => {
  await openCase(page);
  await page.locator(".react-flow__node").first().focus();
  await page.keyboard.press("e");
  const sheet = page.getByRole("dialog", { name: "Hand over" });
  await expect(sheet).toBeVisible();
  const button = sheet.getByRole("button", { name: "Save as Markdown" });
  await button.focus();
  const waiting = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await waiting).suggestedFilename()).toMatch(/\.md$/);
  await expect(sheet.getByRole("status").filter({ hasText: /^Markdown made, [\d.]+ kB\.$/ })).toBeAttached();
  await expect(sheet.getByRole("button", { name: "Save again as Markdown" })).toBeFocused();
  await close(page, sheet);

  await openStep(page, "Findings");
  const findings = page.getByRole("button", { name: "Hand over the findings" });
  await findings.press("Enter");
  await expect(sheet).toBeVisible();
  await close(page, sheet);
  await expect(findings).toBeFocused();
});

test.describe("in an account", () => {
  test.use({ expectedOnConsole: /ERR_FAILED/ });

  test("whoever is signed in keeps a report with the engagement it was made for, once", async ({
    page,
    context,
  }) => {
    const { actor } = await signInAs(context, "member");
    const engagementId = await engage(actor, "Quayside Insurance");
    await openCase(page);
    const sheet = await handOver(page);
    const part = sheet.getByRole("region", { name: "The report with an engagement" });
    await expect(part.getByLabel("Engagement")).toHaveValue(engagementId);
    const keep = part.getByRole("button", { name: "Keep this report" });
    await expect(keep).toHaveAttribute("aria-disabled", "true");
    await expect(part.getByRole("status")).toContainText("Save it in a format above first");
    const reports = () => e2eDatabase().engagementReport.findMany({ where: { engagementId } });
    await save(page, sheet, "Markdown");
    expect(await reports()).toEqual([]);
    await keep.click();
    await expect(part.getByRole("status")).toHaveText("Kept with Quayside Insurance.");
    await save(page, sheet, "JSON");
    await keep.click();
    await expect
      .poll(async () => (await reports()).map(({ formats }) => formats))
      .toEqual([["markdown", "json"]]);

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

for (const colorScheme of ["light", "dark"] as const) {
  test(`the sheet has no accessibility violations, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openCase(page);
    const sheet = await handOver(page);
    await expect(sheet.locator("iframe")).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await save(page, sheet, "Markdown");
    await sheet.getByLabel("Date").fill("");
    expect(await violations(page)).toEqual([]);
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test("the sheet fits", async ({ page }) => {
    await openCase(page);
    const sheet = await handOver(page);
    await sheet.getByLabel("Client", { exact: true }).fill("Donaudampfschifffahrtsgesellschaft".repeat(4));
    for (const summary of await sheet.locator("summary").all()) await summary.click();
    const wider = await sheet.evaluate((dialog) =>
      [...dialog.querySelectorAll("*")]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(wider).toEqual([]);
    await save(page, sheet, "Markdown");
  });
});
