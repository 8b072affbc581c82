import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import type { InlineHashes } from "./security-headers.ts";

const NONE: InlineHashes = { scripts: [], styles: [] };
/** Of a page that the build left empty, since all of it is rendered for each request. */
const LEFT_EMPTY: InlineHashes = { scripts: [], styles: [] };

/** The hashes of what is inline in each prerendered page, found by the path of a request. */
export interface InlineHashIndex {
  readonly find: (path: string) => FoundHashes;
}

export interface FoundHashes {
  readonly hashes: InlineHashes;
  /** A page that the build did not make: it left it empty, or it is one of a route with parameters. */
  readonly isUnknownToBuild: boolean;
}

/**
 * Reads the pages the build prerendered. Nothing but the build decides what may run: a page that changed on disk or
 * on its way out is not hashed again.
 */
export async function readInlineHashes(buildFolder: string): Promise<InlineHashIndex> {
  const folder = join(buildFolder, "server", "app");
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".html"));
  const pages = new Map<string, InlineHashes>();
  for (const file of files) {
    const html = await readFile(join(folder, file), "utf8");
    pages.set(routeOf(file), html === "" ? LEFT_EMPTY : hashInline(html));
  }
  return indexHashes(pages);
}

/** Exported for tests: from route to what is inline in it, such as "/", "/cases/[slug]" or "/_not-found". */
export function indexHashes(pages: ReadonlyMap<string, InlineHashes>): InlineHashIndex {
  const unknown = merge([pages.get("/_not-found"), pages.get("/404"), pages.get("/500")]);
  const failure = pages.get("/_global-error") ?? NONE;
  const shells = [...pages]
    .filter(([route]) => route.includes("["))
    .map(([route, hashes]) => ({ pattern: patternOf(route), hashes }));
  const find = (path: string): FoundHashes => {
    const exact = pages.get(normalize(path));
    if (exact) return { hashes: merge([exact, failure]), isUnknownToBuild: exact === LEFT_EMPTY };
    const matching = shells.filter(({ pattern }) => pattern.test(normalize(path)));
    const hashes = merge([...matching.map((shell) => shell.hashes), unknown, failure]);
    return { hashes, isUnknownToBuild: matching.length > 0 };
  };
  return { find };
}

/** The hash sources, as a policy spells them, of every inline script and style of a page. */
export function hashInline(html: string): InlineHashes {
  return { scripts: hashElements(html, "script"), styles: hashElements(html, "style") };
}

function hashElements(html: string, element: "script" | "style"): string[] {
  const sources = new Set<string>();
  const start = new RegExp(`<${element}((?:\\s[^<>]*)?)>`, "g");
  for (let found = start.exec(html); found !== null; found = start.exec(html)) {
    const end = html.indexOf(`</${element}>`, start.lastIndex);
    if (end < 0) break;
    const content = html.slice(start.lastIndex, end);
    if (!/\ssrc=/.test(found[1] ?? ""))
      sources.add(`'sha256-${createHash("sha256").update(content).digest("base64")}'`);
    start.lastIndex = end;
  }
  return [...sources];
}

function merge(parts: readonly (InlineHashes | undefined)[]): InlineHashes {
  return {
    scripts: [...new Set(parts.flatMap((part) => part?.scripts ?? []))],
    styles: [...new Set(parts.flatMap((part) => part?.styles ?? []))],
  };
}

function routeOf(file: string): string {
  const route = `/${file.slice(0, -".html".length).split(sep).join("/")}`;
  return route === "/index" ? "/" : route;
}

function normalize(path: string): string {
  const trimmed = path.length > 1 ? path.replace(/\/$/, "") : path;
  try {
    return decodeURIComponent(trimmed);
  } catch {
    return trimmed;
  }
}

function patternOf(route: string): RegExp {
  const segments = route.split("/").map((segment) => {
    if (segment.startsWith("[[...")) return "?.*";
    if (segment.startsWith("[...")) return ".+";
    if (segment.startsWith("[")) return "[^/]+";
    return segment.replaceAll(/[.*+?^${}()|\\]/g, "\\$&");
  });
  return new RegExp(`^${segments.join("/")}$`);
}
