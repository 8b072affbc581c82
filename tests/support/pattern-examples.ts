import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "../../content/patterns");
const OPENING = /^(`{3,})([a-z]*)/;

export interface Example {
  /** The pattern that shows it. */
  readonly slug: string;
  readonly language: string;
  readonly code: string;
}

/** Every fenced block of every pattern. A fence that is never closed is an error. */
export function patternExamples(): readonly Example[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".mdx"))
    .flatMap((name) => fencedBlocks(name.slice(0, -4), readFileSync(join(FOLDER, name), "utf8")));
}

export function fencedBlocks(slug: string, text: string): readonly Example[] {
  const lines = text.split("\n");
  const found: Example[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [, fence, language = ""] = OPENING.exec(lines[at] ?? "") ?? [];
    if (fence === undefined) continue;
    const end = lines.indexOf(fence, at + 1);
    if (end === -1) throw new Error(`${slug}: the block of line ${at + 1} is not closed`);
    found.push({ slug, language, code: lines.slice(at + 1, end).join("\n") + "\n" });
    at = end;
  }
  return found;
}
