import { zlibSync } from "fflate";
import { describe, expect, test } from "vitest";
import { pixelsOf } from "#reports/pdf/png-pixels.ts";

const ADAM_7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
const [WIDTH, HEIGHT] = [13, 11];

/** A picture in which every sample is another than its neighbours: samples of one pixel after another. */
function samplesOf(perPixel: number, most: number): number[] {
  return Array.from({ length: WIDTH * HEIGHT * perPixel }, (_, i) => ((i * 7919) >> 2) % (most + 1));
}

function paeth(a: number, b: number, c: number): number {
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

/** Lines of bytes with their filters, each the next one, as the specification of PNG says (9.2). */
function filtered(lines: readonly (readonly number[])[], distance: number): number[] {
  return lines.flatMap((line, row) => {
    const above = lines[row - 1] ?? line.map(() => 0);
    const filter = row % 5;
    const bytes = line.map((byte, i) => {
      const [a, b, c] = [line[i - distance] ?? 0, above[i] ?? 0, above[i - distance] ?? 0];
      const guess = [0, a, b, Math.floor((a + b) / 2), paeth(a, b, c)][filter] ?? 0;
      return (byte - guess + 256) % 256;
    });
    return [filter, ...bytes];
  });
}

/** Samples of one line as bytes. */
function packed(samples: readonly number[], bits: number): number[] {
  const digits = samples.map((sample) => sample.toString(2).padStart(bits, "0")).join("");
  return (digits.match(/.{1,8}/g) ?? []).map((byte) => parseInt(byte.padEnd(8, "0"), 2));
}

function picture(bits: number, perPixel: number, isInterlaced: boolean) {
  const samples = samplesOf(perPixel, 2 ** bits - 1);
  const at = (x: number, y: number) => {
    const from = (y * WIDTH + x) * perPixel;
    return samples.slice(from, from + perPixel);
  };
  const linesOf = (x0: number, y0: number, dx: number, dy: number) => {
    const [xs, ys] = [
      Array.from({ length: WIDTH }, (_, x) => x).filter((x) => x >= x0 && (x - x0) % dx === 0),
      Array.from({ length: HEIGHT }, (_, y) => y).filter((y) => y >= y0 && (y - y0) % dy === 0),
    ];
    return ys.map((y) =>
      packed(
        xs.flatMap((x) => at(x, y)),
        bits,
      ),
    );
  };
  const distance = Math.max(1, (bits * perPixel) / 8);
  const passes = isInterlaced ? ADAM_7 : ([[0, 0, 1, 1]] as const);
  const data = passes.flatMap(([x0, y0, dx, dy]) => filtered(linesOf(x0, y0, dx, dy), distance));
  const png = {
    ...{ width: WIDTH, height: HEIGHT, bits, pixelBitlength: bits * perPixel },
    ...{ interlaceMethod: isInterlaced ? 1 : 0, imgData: [...zlibSync(Uint8Array.from(data))] },
    transparency: {},
  };
  return { png, samples, plain: linesOf(0, 0, 1, 1).flat() };
}

describe.each([
  ["as it comes", false],
  ["interlaced", true],
] as const)("a picture %s", (_, isInterlaced) => {
  test.each([
    ["gray", 8, 1],
    ["gray with transparency", 8, 2],
    ["colours", 8, 3],
    ["colours with transparency", 8, 4],
    ["fine colours with transparency", 16, 4],
    ["black and white", 1, 1],
    ["four grays", 2, 1],
    ["a small palette", 4, 1],
  ])("of %s is unpacked whatever its lines are filtered with", (_name, bits, perPixel) => {
    const { png, plain } = picture(bits, perPixel, isInterlaced);
    expect([...pixelsOf(png)]).toEqual(plain);
  });

  test("of a small palette with transparency has a byte for each pixel", () => {
    const { png, samples } = picture(2, 1, isInterlaced);
    expect([...pixelsOf({ ...png, transparency: { indexed: [0, 255] } })]).toEqual(samples);
  });
});
