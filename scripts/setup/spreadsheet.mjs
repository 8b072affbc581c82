import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { firstError, installPackage, mayInstallPackages } from "./packages.mjs";

const FOLDERS = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"];
const PACKAGE = "libreoffice-calc";
/** soffice alone may be there for texts; what opens tables is this program. */
const PROGRAM = "localc";

/** The spreadsheet that the tests open files with; undefined where there is none. */
export function findSpreadsheet(folders = [...(process.env.PATH ?? "").split(delimiter), ...FOLDERS]) {
  return folders.map((folder) => join(folder, PROGRAM)).find((file) => existsSync(file));
}

export async function installSpreadsheet(folders) {
  const reason = mayInstallPackages()
    ? firstError((await installPackage(PACKAGE)).output)
    : "only root can install packages";
  if (findSpreadsheet(folders)) return 0;
  return `The tests open files with a spreadsheet, which could not be installed (${reason}): install LibreOffice Calc, on Debian with apt-get install -y ${PACKAGE} as root.`;
}
