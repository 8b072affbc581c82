import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { remembered } from "../../../../scripts/content/remembered.ts";

let folder = "";
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "seamark-remembered-"))));
afterEach(() => rmSync(folder, { recursive: true }));

test("what was made of the same parts is not made again", async () => {
  const make = vi.fn(() => ({ drawn: ["a", "b"] }));
  await remembered(["sketch", "a b"], make, folder);
  await expect(remembered(["sketch", "a b"], make, folder)).resolves.toEqual({ drawn: ["a", "b"] });
  expect(make).toHaveBeenCalledTimes(1);
});

test("other parts are other things, wherever they are divided", async () => {
  const make = (value: string) => () => value;
  await remembered(["sketch", "ab", "c"], make("first"), folder);
  await expect(remembered(["sketch", "a", "bc"], make("second"), folder)).resolves.toBe("second");
  await expect(remembered(["sketch", "ab"], make("third"), folder)).resolves.toBe("third");
});

test("what cannot be made is tried again", async () => {
  const refuse = () => Promise.reject(new Error("no agreement"));
  await expect(remembered(["sketch"], refuse, folder)).rejects.toThrow("no agreement");
  expect(readdirSync(folder)).toEqual([]);
  await expect(remembered(["sketch"], () => "drawn", folder)).resolves.toBe("drawn");
});
