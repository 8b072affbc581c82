import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { XMLParser } from "fast-xml-parser";

/** What a spreadsheet holds of a table after it was opened. */
export interface Opened {
  /** Cells in which something stands. */
  readonly filled: number;
  readonly formulas: number;
}

/** The program that `npm run faults` found or installed; otherwise the one of the system. */
const PROGRAM = process.env["SPREADSHEET"] ?? "localc";
if (spawnSync(PROGRAM, ["--version"]).error !== undefined)
  throw new Error("There is no LibreOffice Calc: on Debian apt-get install -y libreoffice-calc as root.");

/** Commas, quotes of RFC 4180, UTF-8; numbers and formulas recognized as when a person opens the file. */
const AS_CSV = "CSV:44,34,76,1,,0,false,true,false";

/** Opens all tables in one LibreOffice, which recognizes what it recognizes for people too, and reads what became of each. */
export function openInSpreadsheet(tables: readonly string[]): readonly Opened[] {
  const folder = mkdtempSync(join(tmpdir(), "seamark-spreadsheet-"));
  try {
    const [from, to] = [join(folder, "from"), join(folder, "to")];
    mkdirSync(from);
    const files = tables.map((table, i) => {
      const file = join(from, `${i}.csv`);
      writeFileSync(file, table);
      return file;
    });
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const convert = [`--infilter=${AS_CSV}`, "--convert-to", "fods", "--outdir", to];
    execFileSync(PROGRAM, [profile, "--headless", ...convert, ...files], { stdio: "pipe" });
    return tables.map((_, i) => readFlat(readFileSync(join(to, `${i}.fods`), "utf8")));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Parsed = Readonly<Record<string, unknown>> & { readonly ":@"?: Readonly<Record<string, string>> };

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
});

function readFlat(xml: string): Opened {
  let [filled, formulas] = [0, 0];
  const walk = (entries: readonly Parsed[]): void => {
    for (const entry of entries) {
      const attributes = entry[":@"] ?? {};
      if ("table:table-cell" in entry && attributes["office:value-type"] !== undefined)
        filled += Number(attributes["table:number-columns-repeated"] ?? 1);
      if (attributes["table:formula"] !== undefined) formulas += 1;
      for (const inner of Object.values(entry)) if (Array.isArray(inner)) walk(inner as readonly Parsed[]);
    }
  };
  walk(parser.parse(xml) as readonly Parsed[]);
  return { filled, formulas };
}
