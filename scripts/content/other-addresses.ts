import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { MECHANISMS_BY_ZONE } from "../../core/architecture/vocabulary.ts";
import { MODEL_KEYS } from "../../core/simulation/catalogue.ts";

const app = fileURLToPath(new URL("../../app", import.meta.url));

/** The addresses of the site that do not come from texts: those of its folders, its mechanisms and its figures. */
export function otherAddresses(): readonly string[] {
  return [
    ...addressesIn(app, ""),
    ...Object.values(MECHANISMS_BY_ZONE)
      .flat()
      .map((key) => `/mechanisms/${key}`),
    ...MODEL_KEYS.map((key) => `/figures/${key}`),
  ];
}

/** Folders in brackets stand for many addresses, those in parentheses for none. */
function addressesIn(folder: string, address: string): readonly string[] {
  const here = ["page.tsx", "route.ts"].some((name) => existsSync(join(folder, name)));
  const inner = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("["))
    .flatMap(({ name }) =>
      addressesIn(join(folder, name), name.startsWith("(") ? address : `${address}/${name}`),
    );
  return here ? [address === "" ? "/" : address, ...inner] : inner;
}
