import { makePng, PAPER } from "#reports/picture/make-png.ts";
import { sha256 } from "#tests/support/report-files.ts";
import { expect, test } from "vitest";
import { nodeAssets } from "../../../scripts/report-assets/node-assets.ts";

const drawing = (width: number, height: number) => ({
  svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><text x="4" y="20" font-size="14" font-family="'Hanken Grotesk'">Wörter 日本語</text></svg>`,
  width,
  height,
  alternative: "Words",
});

function sizeOf(png: Uint8Array): readonly [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

test("a drawing becomes a picture with two pixels for each unit, the same each time", async () => {
  const png = await makePng(drawing(200, 40), nodeAssets(), { ground: PAPER });
  expect(sizeOf(png)).toEqual([400, 80]);
  expect(sha256(await makePng(drawing(200, 40), nodeAssets(), { ground: PAPER }))).toBe(sha256(png));
});

test("no side is longer than programs take", async () => {
  const [width, height] = sizeOf(await makePng(drawing(12_000, 600), nodeAssets(), { ground: PAPER }));
  expect(width).toBeLessThanOrEqual(8192);
  expect(Math.abs(width / height - 20)).toBeLessThan(0.1);
});
