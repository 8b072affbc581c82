import { initWasm, Resvg } from "@resvg/resvg-wasm";
import type { Drawing } from "#core/report/report-document.ts";
import { loadFonts } from "../fonts/fonts.ts";
import { textsIn } from "../fonts/texts.ts";
import type { ReportAssets } from "../report-assets.ts";
import { outlineLabels } from "./outline-labels.ts";

/** The paper that the chart is drawn on. */
export const PAPER = "#fbfaf5";

/** Beyond this many pixels a side, programs refuse pictures. */
const LARGEST_SIDE = 8192;
/** Beyond this many pixels, making a picture takes more memory than a worker may have. */
const MOST_PIXELS = 24_000_000;
const SHARPNESS = 2;

export interface PictureOptions {
  /** Ground behind the drawing, as in #ffffff. */
  readonly ground: string;
  /** Pixels of the longer side, at most. */
  readonly longest?: number;
}

/** Draws pictures with fonts that are read once. */
export type Draw = (drawing: Drawing, options: PictureOptions) => Uint8Array;

/** A drawing as a picture, two pixels for each unit, or fewer where that would be too many. */
export async function makePng(
  drawing: Drawing,
  assets: ReportAssets,
  options: PictureOptions,
): Promise<Uint8Array> {
  const draw = await createDraw([drawing], assets);
  return draw(drawing, options);
}

/** What draws these drawings, and any others with the same characters. */
export async function createDraw(drawings: readonly Drawing[], assets: ReportAssets): Promise<Draw> {
  await start(assets);
  const texts = textsIn(drawings.map(({ svg }) => svg));
  const fonts = await loadFonts(texts, assets, ["sans", "sans-strong", "mono"]);
  const font = {
    fontBuffers: [...fonts.files],
    defaultFontFamily: "Hanken Grotesk",
    sansSerifFamily: "Hanken Grotesk",
    monospaceFamily: "IBM Plex Mono",
  };
  return ({ svg, width, height }, { ground, longest = LARGEST_SIDE }) => {
    const most = Math.min(longest / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)));
    const value = Math.max(1, Math.floor(width * Math.min(SHARPNESS, most)));
    const drawing = new Resvg(outlineLabels(svg, fonts), {
      background: ground,
      fitTo: { mode: "width", value },
      font,
    });
    const picture = drawing.render();
    const bytes = picture.asPng();
    picture.free();
    drawing.free();
    return bytes;
  };
}

let started: Promise<void> | null = null;

/** Once: the library takes its program a single time. */
async function start(assets: ReportAssets): Promise<void> {
  started ??= assets.read("resvg.wasm").then((bytes) => initWasm(bytes as Uint8Array<ArrayBuffer>));
  try {
    await started;
  } catch (error) {
    // The next one may have the network that this one had not.
    started = null;
    throw error;
  }
}
