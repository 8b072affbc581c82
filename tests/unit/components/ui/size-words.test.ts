import { sizeWords } from "#components/ui/size-words.ts";
import { expect, test } from "vitest";

test.each([
  [0, "0 bytes"],
  [999, "999 bytes"],
  [1000, "1.0 kB"],
  [9_960, "10 kB"],
  [131_600, "132 kB"],
  [999_700, "1.0 MB"],
  [12_345_678, "12 MB"],
])("%i bytes are said as %s", (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});
