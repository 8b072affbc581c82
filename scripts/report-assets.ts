/** Puts what reports are made with where browsers can load it from our own address: public/report-assets. */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { FONT_INDEX, fontIndex, listAssets } from "./report-assets/list-assets.ts";

const folder = resolve(import.meta.dirname, "../public/report-assets");
rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, "fonts"), { recursive: true });
for (const [name, file] of listAssets()) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  copyFileSync(file, join(folder, name));
}
writeFileSync(join(folder, FONT_INDEX), fontIndex());
