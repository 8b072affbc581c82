import serveProduct from "#tests/support/e2e-server.ts";
import { chromium } from "@playwright/test";
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { audit, type Audit } from "./reading/audit.ts";
import { serveSite, type ServedSite } from "./reading/serve-site.ts";
import { emptySite, fumadocsSite, nextraSite, type Article } from "./reading/sites.ts";
import { tellAudits, tellTransfers, type Named } from "./reading/tables.ts";
import { read, type Reading } from "./reading/transfer.ts";

const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    /** Fetches Fumadocs and Nextra from the registry, builds the article with them, and measures them too. */
    peers: { type: "boolean", default: false },
    only: { type: "string", default: "transfer,audits" },
  },
});
const RUNS = Number(options.runs);
const WANTED = options.only.split(",");

/** A case of each kind: with the most on it, with the longest text, with figures that run, and without. */
const CASES = [
  "plugin-approved-daemon-executed",
  "every-device-registered-again",
  "full-cache-replaced-by-empty",
  "one-flag-two-meanings",
  "record-outran-the-rollout",
];
const ARTICLE = "one-flag-two-meanings";

interface Subject {
  readonly name: string;
  readonly url: string;
}

const BROWSERS = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser"];
const executablePath = BROWSERS.find((file) => file !== undefined && existsSync(file));
const launch = {
  ...(executablePath === undefined ? {} : { executablePath }),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
};

async function readArticle(): Promise<Article> {
  const [{ cases }, { plain }] = await Promise.all([
    import("#content/generated/cases.ts"),
    import("#content/generated/cases-plain.ts"),
  ]);
  const matter = cases.find((entry) => entry.matter.slug === ARTICLE)?.matter;
  const text = plain[ARTICLE];
  if (matter === undefined || text === undefined) throw new Error(`There is no case ${ARTICLE}`);
  return { slug: ARTICLE, title: matter.title, dek: matter.dek, plain: text };
}

async function measureTransfer(subjects: readonly Subject[]): Promise<void> {
  const browser = await chromium.launch(launch);
  try {
    const readings: Named<Reading>[] = [];
    for (const { name, url } of subjects) readings.push([name, await read(browser, url)]);
    console.log(tellTransfers(readings));
  } finally {
    await browser.close();
  }
}

/** Everybody in turn, as often as wanted: what else the machine does meets them all. */
async function measureAudits(subjects: readonly Subject[]): Promise<void> {
  const audits = subjects.map(({ name }): Named<Audit[]> => [name, []]);
  for (let run = 0; run < RUNS; run += 1)
    for (const [i, { url }] of subjects.entries()) audits[i]?.[1].push(await audit(url, launch));
  console.log(tellAudits(audits));
}

const sites: ServedSite[] = [];
async function serve(name: string, site: Parameters<typeof serveSite>[1]): Promise<Subject> {
  const served = await serveSite(name, site);
  sites.push(served);
  return { name, url: served.url };
}

const stopProduct = await serveProduct();
try {
  const product = process.env["SEAMARK_E2E_URL"] ?? "";
  const subjects = [
    await serve("empty", emptySite()),
    ...CASES.map((slug) => ({ name: slug, url: `${product}/cases/${slug}` })),
  ];
  if (options.peers) {
    const article = await readArticle();
    subjects.push(await serve("fumadocs", fumadocsSite(article)), await serve("nextra", nextraSite(article)));
  }
  if (WANTED.includes("transfer")) await measureTransfer(subjects);
  if (WANTED.includes("audits")) await measureAudits(subjects);
} finally {
  await Promise.all(sites.map(({ stop }) => stop()));
  await stopProduct();
}
