import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { firstError, installPackage, mayInstallPackages } from "./packages.mjs";

const FOLDERS = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"];

/** What the tests read PDF files with, by the package of Debian that brings it. */
const PROGRAMS = { qpdf: "qpdf", pdftotext: "poppler-utils", pdfinfo: "poppler-utils" };

/** The programs that are missing. */
export function missingPdfPrograms(folders = [...(process.env.PATH ?? "").split(delimiter), ...FOLDERS]) {
  return Object.keys(PROGRAMS).filter((name) => !folders.some((folder) => existsSync(join(folder, name))));
}

export async function installPdfPrograms(folders) {
  const packages = [...new Set(missingPdfPrograms(folders).map((name) => PROGRAMS[name]))];
  let reason = "only root can install packages";
  if (mayInstallPackages())
    for (const name of packages) reason = firstError((await installPackage(name)).output);
  const missing = missingPdfPrograms(folders);
  if (missing.length === 0) return 0;
  return `The tests read PDF files with ${missing.join(" and ")}, which could not be installed (${reason}): install ${packages.join(" and ")}, on Debian with apt-get install -y ${packages.join(" ")} as root.`;
}
