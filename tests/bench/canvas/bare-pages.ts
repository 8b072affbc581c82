import type { Session } from "#core/document/session.schema.ts";
import { build } from "esbuild";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

/** Where the canvas lies on the screen, the same for everybody who is measured. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type BareName = "bare-flow" | "bare-x6";

export interface BarePages {
  readonly show: (name: BareName, session: Session, frame: Frame) => string;
  readonly close: () => void;
}

const ENTRIES: Readonly<Record<BareName, string>> = {
  "bare-flow": "bare-flow.tsx",
  "bare-x6": "bare-x6.ts",
};

async function bundled(): Promise<ReadonlyMap<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: Object.values(ENTRIES).map((file) => join(import.meta.dirname, file)),
    bundle: true,
    minify: true,
    write: false,
    outdir: "/",
    platform: "browser",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
  return new Map(outputFiles.map(({ path, contents }) => [`/${path.split(/[/\\]/).at(-1) ?? ""}`, contents]));
}

/** Serves each page with its scene inside; scripts and styles may be kept by the browser. */
export async function servePages(): Promise<BarePages> {
  const files = await bundled();
  const pages = new Map<string, string>();
  const server = createServer(({ url = "" }, response) => {
    const page = pages.get(url);
    const file = files.get(url);
    if (page !== undefined) response.setHeader("content-type", "text/html; charset=utf-8").end(page);
    else if (file !== undefined) {
      const type = url.endsWith(".css") ? "text/css" : "text/javascript";
      response
        .setHeader("content-type", type)
        .setHeader("cache-control", "public, max-age=31536000, immutable");
      response.end(file);
    } else response.writeHead(404).end();
  });
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    show: (name, session, frame) => {
      const path = `/${name}/${session.architecture.components.length}`;
      pages.set(path, pageOf(name, session, frame, files.has(`/${name}.css`)));
      return `${origin}${path}`;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function pageOf(name: BareName, session: Session, frame: Frame, hasStyle: boolean): string {
  const { x, y, width, height } = frame;
  const scene = JSON.stringify(session).replaceAll("<", "\\u003c");
  return `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
${hasStyle ? `<link rel="stylesheet" href="/${name}.css">` : ""}
<style>body{margin:0}#canvas{position:absolute;left:${x}px;top:${y}px;width:${width}px;height:${height}px}.sketch-node{position:relative}</style>
<div id="canvas"></div><script type="application/json" id="scene">${scene}</script><script src="/${name}.js"></script>`;
}
