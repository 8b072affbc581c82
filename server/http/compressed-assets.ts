import { readdir } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".js": "application/javascript; charset=UTF-8",
  ".css": "text/css; charset=UTF-8",
};

/** The paths of those assets that the build has also kept compressed, in a file of the same name and `.br`. */
export async function readCompressedAssets(buildFolder: string): Promise<ReadonlySet<string>> {
  const files = await readdir(join(buildFolder, "static"), { recursive: true });
  const compressed = files.filter((file) => file.endsWith(".br"));
  return new Set(compressed.map((file) => `/_next/static/${file.slice(0, -3).split(sep).join("/")}`));
}

/**
 * Turns a request for such an asset into one for its compressed file, if the client understands it. Next answers it,
 * so what holds of assets (tags, ranges, how long they are kept) holds of these.
 */
export function createChooseCompressed(assets: ReadonlySet<string>) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const [path = "", query] = (request.url ?? "").split("?");
    const type = TYPES[extname(path)];
    if (type === undefined || !assets.has(path)) return;
    response.setHeader("Vary", "Accept-Encoding");
    if (!acceptsBrotli(request.headers["accept-encoding"])) return;
    request.url = query === undefined ? `${path}.br` : `${path}.br?${query}`;
    response.setHeader("Content-Type", type);
    response.setHeader("Content-Encoding", "br");
  };
}

/** Exported for tests. */
export function acceptsBrotli(header: string | string[] | undefined): boolean {
  return String(header ?? "")
    .split(",")
    .map((encoding) => encoding.split(";").map((part) => part.trim().toLowerCase()))
    .some(([name, weight = "q=1"]) => name === "br" && Number(weight.replace("q=", "")) > 0);
}
