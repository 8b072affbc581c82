import { unzlibSync } from "fflate";
import type { ReadPng } from "pdfkit";

/** Where the pixels of each pass of an interlaced picture begin, and how far they are apart: x, y, across, down. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/**
 * The pixels of a picture, row by row, unpacked at once. The library unpacks in a worker of its own making, which the
 * policy of the pages refuses: it would wait for ever. Pixels of a palette with transparency take a byte each.
 */
export function pixelsOf(png: ReadPng): Uint8Array {
  const { width, height, bits, pixelBitlength, interlaceMethod } = png;
  const data = unzlibSync(Uint8Array.from(png.imgData));
  const isPacked = bits < 8;
  const unit = isPacked ? 1 : pixelBitlength / 8;
  const pixels = new Uint8Array(width * height * unit);
  let at = 0;
  for (const [x0, y0, dx, dy] of interlaceMethod === 1 ? PASSES : [[0, 0, 1, 1] as const]) {
    const [across, down] = [Math.ceil((width - x0) / dx), Math.ceil((height - y0) / dy)];
    if (across <= 0 || down <= 0) continue;
    const bytes = Math.ceil((across * pixelBitlength) / 8);
    let above: Uint8Array = new Uint8Array(bytes);
    for (let row = 0; row < down; row += 1) {
      above = unfiltered(data.subarray(at, at + 1 + bytes), above, Math.max(1, pixelBitlength / 8));
      at += 1 + bytes;
      const line = isPacked ? unpacked(above, across, bits) : above;
      for (let i = 0; i < across; i += 1)
        pixels.set(line.subarray(i * unit, (i + 1) * unit), ((y0 + row * dy) * width + x0 + i * dx) * unit);
    }
  }
  return isPacked && png.transparency.indexed === undefined ? packed(pixels, width, bits) : pixels;
}

/** A line as it was before it was filtered; its first byte says how. `distance` is that of a byte to its fellow on the left. */
function unfiltered(line: Uint8Array, above: Uint8Array, distance: number): Uint8Array {
  const filter = line[0] ?? 0;
  const row = new Uint8Array(above.length);
  for (let i = 0; i < row.length; i += 1) {
    const [left, up, corner] = [row[i - distance] ?? 0, above[i] ?? 0, above[i - distance] ?? 0];
    row[i] = (line[i + 1] ?? 0) + expected(filter, left, up, corner);
  }
  return row;
}

function expected(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return nearest(left, up, corner);
    default:
      return 0;
  }
}

/** Of the three neighbours the one that is nearest to what a plane through them would have here (Paeth). */
function nearest(left: number, up: number, corner: number): number {
  const [toLeft, toUp] = [Math.abs(up - corner), Math.abs(left - corner)];
  const toCorner = Math.abs(left + up - 2 * corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function unpacked(line: Uint8Array, count: number, bits: number): Uint8Array {
  return Uint8Array.from({ length: count }, (_, i) => {
    const bit = i * bits;
    return ((line[bit >> 3] ?? 0) >> (8 - bits - (bit & 7))) & ((1 << bits) - 1);
  });
}

function packed(pixels: Uint8Array, width: number, bits: number): Uint8Array {
  const bytes = Math.ceil((width * bits) / 8);
  const whole = new Uint8Array(bytes * (pixels.length / width));
  pixels.forEach((sample, i) => {
    const bit = (i % width) * bits;
    const at = Math.floor(i / width) * bytes + (bit >> 3);
    whole[at] = (whole[at] ?? 0) | (sample << (8 - bits - (bit & 7)));
  });
  return whole;
}
