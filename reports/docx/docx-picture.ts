import { ImageRun } from "docx";
import type { Drawing, Logo } from "#core/report/report-document.ts";
import { scaleOnPage } from "../paper-blocks.ts";
import { CONTENT_WIDTH } from "./docx-styles.ts";
import { xmlText } from "./xml-text.ts";

/** Pixels of a screen, of which an inch has 96, for twentieths of a point. */
const PIXEL = 15;
const WIDEST = Math.floor(CONTENT_WIDTH / PIXEL);
const TALLEST = 800;
/** Pixels for points, of which an inch has 72. */
const POINT = 4 / 3;

/** A drawing as large as a page has room for, and never larger than it is. */
export function drawingRun(drawing: Drawing, data: Uint8Array): ImageRun {
  const { width, height } = drawing;
  const scale = scaleOf(drawing);
  return new ImageRun({
    type: "png",
    data,
    transformation: {
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.round(height * scale)),
    },
    altText: { name: "Figure", description: xmlText(drawing.alternative), title: "Figure" },
  });
}

/** Twice as fine as a screen shows it; what is drawn too small to be read has enough for whoever looks closer. */
const SHARPNESS = 2;
const READABLE = 0.5;
/** A picture with more pixels takes more memory than all else in the document. */
const LONGEST = 3600;

/** How many pixels the longer side of a drawing has at most. Null for one that nobody could read, however close. */
export function longestOf(drawing: Drawing): number | null {
  const longest = Math.max(drawing.width, drawing.height);
  const scale = scaleOf(drawing);
  if (scale >= READABLE) return Math.ceil(longest * scale * SHARPNESS);
  return LONGEST / longest < READABLE ? null : LONGEST;
}

function scaleOf({ width, height }: Drawing): number {
  const largest = Math.min(1, WIDEST / Math.max(1, width), TALLEST / Math.max(1, height));
  return Math.min(largest, scaleOnPage({ width, height }) * POINT);
}

const LOGO = { width: 200, height: 72 } as const;

export function logoRun({ bytes, mediaType }: Logo, client: string): ImageRun {
  const size = sizeOf({ bytes, mediaType });
  const scale = Math.min(1, LOGO.width / size.width, LOGO.height / size.height);
  return new ImageRun({
    type: mediaType === "image/png" ? "png" : "jpg",
    data: bytes,
    transformation: {
      width: Math.max(1, Math.round(size.width * scale)),
      height: Math.max(1, Math.round(size.height * scale)),
    },
    altText: {
      name: "Logo",
      title: "Logo",
      description: client === "" ? "Logo" : `Logo of ${xmlText(client)}`,
    },
  });
}

/** Width and height as the picture says; a square where it does not. */
function sizeOf({ bytes, mediaType }: Logo): { readonly width: number; readonly height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (mediaType === "image/png")
    return bytes.length < 24 ? SQUARE : { width: view.getUint32(16) || 1, height: view.getUint32(20) || 1 };
  for (let at = 2; at + 9 < bytes.length;) {
    const marker = view.getUint16(at);
    if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker))
      return { width: view.getUint16(at + 7) || 1, height: view.getUint16(at + 5) || 1 };
    if (marker < 0xff00) return SQUARE;
    at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return SQUARE;
}

const SQUARE = { width: LOGO.height, height: LOGO.height };
