import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeWhole } from "../../../../scripts/content/write-whole.ts";

let folder = "";
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "seamark-write-"))));
afterEach(() => rmSync(folder, { recursive: true }));

test("a file that says the same already is left alone", () => {
  const file = join(folder, "entries.ts");
  writeWhole(file, "Kräne");
  const before = statSync(file);
  writeWhole(file, "Kräne");
  expect(statSync(file).ino).toBe(before.ino);
  writeWhole(file, "Krane");
  expect(statSync(file).ino).not.toBe(before.ino);
});

test("a file is replaced as a whole, and nothing lies beside it", () => {
  const file = join(folder, "image.png");
  writeWhole(file, "a long first text");
  writeWhole(file, new Uint8Array([1, 2]));
  expect([...readFileSync(file)]).toEqual([1, 2]);
  expect(readdirSync(folder)).toEqual(["image.png"]);
});
