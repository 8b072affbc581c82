import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256 } from "#core/report/sha-256.ts";

const ofNode = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

test("the hash of any bytes is the one that Node finds", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 1000 }), (bytes) => {
      expect(sha256(bytes)).toBe(ofNode(bytes));
    }),
  );
});

test("a part of a buffer has the hash of that part", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 10, maxLength: 300 }), fc.nat(9), (bytes, from) => {
      expect(sha256(bytes.subarray(from))).toBe(ofNode(bytes.subarray(from)));
    }),
  );
});

test("every length around the end of a block has its hash", () => {
  for (let length = 0; length <= 200; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 37) % 256);
    expect(sha256(bytes), `${length} bytes`).toBe(ofNode(bytes));
  }
});
