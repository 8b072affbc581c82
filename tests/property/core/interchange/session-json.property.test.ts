import { readSession, writeSession } from "#core/interchange/session-json.ts";
import { arbitrarySession } from "#tests/support/arbitrary-session.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

describe("the session file", () => {
  test("written, read and written again is the same bytes", () => {
    fc.assert(
      fc.property(arbitrarySession, (session) => {
        const file = writeSession(session);
        const read = readSession(file);
        expect(read).toEqual({ ok: true, value: session });
        expect(read.ok && writeSession(read.value)).toBe(file);
      }),
    );
  });

  test("damaged in one place is read as a session or refused with the place, never a crash", () => {
    const damage = fc.oneof(fc.jsonValue(), fc.constantFrom('{"__proto__":{"x":1}}', "[", "\u0000", "null"));
    fc.assert(
      fc.property(arbitrarySession, fc.nat(), fc.nat({ max: 40 }), damage, (session, start, length, put) => {
        const file = writeSession(session);
        const from = start % file.length;
        const text = typeof put === "string" ? put : JSON.stringify(put);
        const read = readSession(file.slice(0, from) + text + file.slice(from + length));
        if (read.ok) expect(readSession(writeSession(read.value))).toEqual(read);
        else expect(read.error.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  test("any value in place of any part is refused with a pointer to it, or harmless", () => {
    fc.assert(
      fc.property(arbitrarySession, fc.nat(), fc.jsonValue(), (session, pick, value) => {
        const tree = JSON.parse(writeSession(session)) as object;
        const places = placesIn(tree);
        const [holder, key] = places[pick % places.length]!;
        Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true });
        const read = readSession(JSON.stringify(tree));
        if (read.ok) expect(readSession(writeSession(read.value))).toEqual(read);
        else expect(read.error.every(({ pointer }) => pointer === "" || pointer.startsWith("/"))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

function placesIn(value: unknown): (readonly [object, string])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [[value, key] as const, ...placesIn(child)]);
}
