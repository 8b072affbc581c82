import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";

/** Once per build and as small as it gets: server/http/compressed-assets.ts sends these files as they are. */
const compress = promisify(brotliCompress);
const SMALLEST = 1024;

const folder = resolve(import.meta.dirname, "../.next/static");
const files = (await readdir(folder, { recursive: true })).filter((file) => /\.(?:css|js)$/.test(file));
await Promise.all(
  files.map(async (file) => {
    const content = await readFile(join(folder, file));
    if (content.length >= SMALLEST) await writeFile(join(folder, `${file}.br`), await compress(content));
  }),
);
