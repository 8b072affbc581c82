import { expect, test } from "vitest";
import { parseReference, REFERENCE_BYTES, toReference } from "#core/intake/reference.ts";

test("a reference is seven groups of four signs that cannot be confused", () => {
  const reference = toReference(Uint8Array.from({ length: REFERENCE_BYTES }, (_, index) => index));
  expect(reference).toBe("0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV");
});

test("a reference is understood however somebody copied it", () => {
  expect(parseReference(" oi23 4567-89ab-cdef-ghjk-mnpqrstv ")).toBe("0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV");
});

test("what cannot be a reference is none", () => {
  for (const text of ["", "0123", "U".repeat(28), "0".repeat(29), "../../etc", "0".repeat(10_000)])
    expect(parseReference(text)).toBeUndefined();
});
