import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Collection, Sourced } from "./collections.ts";
import { compileText, type CompiledText } from "./compile-text.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const cache = join(root, "content/generated/.cache");
/** Everything besides a text itself that bears on what it compiles to. */
const pipeline = [
  "package-lock.json",
  "content/glossary.json",
  ...["scripts/content", "core/series"].flatMap((folder) =>
    readdirSync(join(root, folder))
      .sort()
      .map((name) => `${folder}/${name}`),
  ),
].map((path) => readFileSync(join(root, path)));

/** Whole or not at all: a reader never sees half a file, and an interrupted run leaves the old one. */
export function writeWhole(path: string, text: string | Uint8Array): void {
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}

/** All texts of a collection in the order of their file names, each compiled only where it or the pipeline changed. */
export async function compileCollection<Matter extends Sourced>(
  collection: Collection<Matter>,
): Promise<readonly CompiledText<Matter>[]> {
  mkdirSync(cache, { recursive: true });
  const folder = `content/${collection.folder}`;
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith(".mdx"));
  const texts: CompiledText<Matter>[] = [];
  for (const name of names.sort()) {
    const one = await compiled(collection, `${folder}/${name}`);
    if (`${one.entry.matter.slug}.mdx` !== name) throw new Error(`${name}: the file is named after the slug`);
    texts.push(one);
  }
  return texts;
}

async function compiled<Matter extends Sourced>(
  collection: Collection<Matter>,
  file: string,
): Promise<CompiledText<Matter>> {
  const source = readFileSync(join(root, file), "utf8");
  const hash = createHash("sha256").update(collection.folder);
  for (const part of [...pipeline, source]) hash.update("\0").update(part);
  const cached = join(cache, `${hash.digest("hex")}.json`);
  try {
    return JSON.parse(readFileSync(cached, "utf8")) as CompiledText<Matter>;
  } catch {
    const result = await compileText(collection, file, source);
    writeWhole(cached, JSON.stringify(result));
    return result;
  }
}
