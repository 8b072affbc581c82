import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { firstError, installPackage, mayInstallPackages } from "./packages.mjs";
import { installedNode, runQuietly, tool } from "./processes.mjs";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The browser for the tests: the one CHROMIUM names, one of the system, or the one Playwright downloaded. */
export function findBrowser(places = INSTALLED) {
  const wanted = process.env.CHROMIUM;
  if (wanted) return existsSync(wanted) ? wanted : undefined;
  return places.find((file) => existsSync(file)) ?? findDownloaded();
}

function findDownloaded() {
  const script = 'import("playwright-core").then(({ chromium }) => console.log(chromium.executablePath()))';
  const { stdout } = spawnSync(installedNode(), ["-e", script], { encoding: "utf8", cwd: tool("..") });
  const file = (stdout ?? "").trim();
  return file !== "" && existsSync(file) ? file : undefined;
}

/** The system's own package where we may install one, for it brings its libraries; otherwise Playwright's download. */
export async function installBrowser(places = INSTALLED) {
  if (process.env.CHROMIUM)
    return `CHROMIUM names ${process.env.CHROMIUM}, which is not there: correct or unset it.`;
  const reasons = [];
  for (const install of mayInstallPackages() ? [() => installPackage("chromium"), download] : [download]) {
    const { output } = await install();
    if (findBrowser(places)) return 0;
    reasons.push(firstError(output));
  }
  return `The tests need a browser and none could be installed (${reasons.join("; ")}): install Chromium, on Debian with apt-get install -y chromium as root, or set CHROMIUM to one.`;
}

function download() {
  return runQuietly(installedNode(), [tool("playwright/cli.js"), "install", "chromium"]);
}
