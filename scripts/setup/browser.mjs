import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { installedNode, run, runNode, tool } from "./processes.mjs";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The browser for the tests: the one CHROMIUM names, one of the system, or the one Playwright downloaded. */
export function findBrowser() {
  const wanted = process.env.CHROMIUM;
  if (wanted) return existsSync(wanted) ? wanted : undefined;
  return INSTALLED.find((file) => existsSync(file)) ?? findDownloaded();
}

function findDownloaded() {
  const script = 'import("playwright-core").then(({ chromium }) => console.log(chromium.executablePath()))';
  const { stdout } = spawnSync(installedNode(), ["-e", script], { encoding: "utf8", cwd: tool("..") });
  const file = (stdout ?? "").trim();
  return file !== "" && existsSync(file) ? file : undefined;
}

/** The system's own package where we may install one, and otherwise Playwright's download. */
export async function installBrowser() {
  if (process.env.CHROMIUM)
    return `CHROMIUM names ${process.env.CHROMIUM}, which is not there: correct or unset it.`;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) await installPackage();
  if (!findBrowser()) await runNode([tool("playwright/cli.js"), "install", "chromium"]);
  return findBrowser()
    ? 0
    : "The tests need a browser and none could be installed: install Chromium, or set CHROMIUM to one.";
}

async function installPackage() {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update", "-q"], { env });
  await run("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], { env });
}
