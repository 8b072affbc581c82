import { reportContext } from "#content/generated/report-context.ts";
import type { Request } from "@playwright/test";
import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { dayOf } from "#components/workbench/report/report-draft.ts";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import { sessionFromSketch } from "#core/document/new-session.ts";
import { EXPORTERS } from "#core/interchange/exporters.ts";
import { readSession, writeSession } from "#core/interchange/session-json.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { diagnoseOptionsOf } from "#core/report/diagnose-options.ts";
import { ReportSettings } from "#core/report/report-settings.schema.ts";
import { reportOf, type Report } from "#core/report/report.ts";
import { makeReport } from "#reports/make-report.ts";
import { REPORT_FORMATS } from "#reports/report-formats.ts";
import { expect, test } from "#tests/support/browser.ts";
import { incident } from "#tests/support/incidents.ts";
import { randomScene } from "#tests/support/scenes.ts";
import { valueOf } from "#tests/support/value-of.ts";
import { nodeAssets } from "../../scripts/report-assets/node-assets.ts";
import {
  handOver,
  openBackup,
  openCase,
  saved,
  SAVED,
  takeDocumentedAnswers,
} from "#tests/support/workbench-page.ts";
import { close, FORMATS, save, sha256Of } from "#tests/support/hand-over-page.ts";

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

/** What the command line would make of the same sketch on the same day. */
function reportInNode(backup: string, origin: string): Report {
  const session = valueOf(readSession(backup));
  const diagnosis = diagnose(session.architecture, CATALOGUE, diagnoseOptionsOf(session));
  const settings = ReportSettings.parse({ date: dayOf(new Date()) });
  return reportOf(session, diagnosis, CATALOGUE, { ...reportContext, origin }, settings);
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
