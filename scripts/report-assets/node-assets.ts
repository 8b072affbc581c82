import { readFile } from "node:fs/promises";
import type { ReportAssets } from "#reports/report-assets.ts";
import { FONT_INDEX, fontIndex, listAssets } from "./list-assets.ts";

/** What reports are made with, read from the installed packages: for the command line and the tests. */
export function nodeAssets(): ReportAssets {
  const files = listAssets();
  return {
    read: async (name) => {
      if (name === FONT_INDEX) return fontIndex();
      const file = files.get(name);
      if (file === undefined) throw new Error(`There is no asset ${name} for reports.`);
      return new Uint8Array(await readFile(file));
    },
  };
}
