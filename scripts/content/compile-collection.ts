import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Collection, Sourced } from "./collections.ts";
import type { CompiledText } from "./compile-text.ts";
import { remembered } from "./remembered.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** All texts of a collection in the order of their file names, each compiled only where it or the pipeline changed. */
export async function compileCollection<Matter extends Sourced>(
  collection: Collection<Matter>,
): Promise<readonly CompiledText<Matter>[]> {
  const folder = `content/${collection.folder}`;
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith(".mdx"));
  const texts: CompiledText<Matter>[] = [];
  for (const name of names.sort()) {
    const file = `${folder}/${name}`;
    const source = readFileSync(join(root, file), "utf8");
    const one = await remembered([collection.folder, source], async () => {
      // The compiler takes longer to load than a hundred texts take to be remembered.
      const { compileText } = await import("./compile-text.ts");
      return compileText(collection, file, source);
    });
    if (`${one.entry.matter.slug}.mdx` !== name) throw new Error(`${name}: the file is named after the slug`);
    texts.push(one);
  }
  return texts;
}
