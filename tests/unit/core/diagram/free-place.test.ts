import { freePlace } from "#core/diagram/free-place.ts";
import { expect, test } from "vitest";

test("a new component is put where it lies on nothing", () => {
  const taken: [number, number][] = [];
  for (let i = 0; i < 30; i += 1) {
    const [x, y] = freePlace(taken, [10, 10]);
    expect(taken.every(([tx, ty]) => Math.abs(tx - x) >= 168 || Math.abs(ty - y) >= 56)).toBe(true);
    taken.push([x, y]);
  }
});
