import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeWhole } from "./write-whole.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const cache = join(root, "content/generated/.cache");
/** Everything that bears on what is made of a file of the content, besides the file itself. */
const PIPELINE = [
  "package-lock.json",
  "content/glossary.json",
  "scripts/content",
  "core/series",
  "core/architecture",
];
const pipeline = digest(PIPELINE.flatMap(filesIn).map((path) => readFileSync(join(root, path))));

/**
 * What this very pipeline made before of the very same parts, or what `make` makes of them now. The first part says what
 * is made. What is made must be JSON; what throws is not remembered.
 */
export async function remembered<Value>(
  parts: readonly string[],
  make: () => Value | Promise<Value>,
  folder = cache,
): Promise<Value> {
  const file = join(folder, `${digest([pipeline, ...parts])}.json`);
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Value;
  } catch {
    const made = await make();
    mkdirSync(folder, { recursive: true });
    writeWhole(file, JSON.stringify(made));
    return made;
  }
}

function digest(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex");
}

function filesIn(path: string): readonly string[] {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesIn(`${path}/${name}`));
}
