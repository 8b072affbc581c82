import { describe, expect, it } from "vitest";
import { isobath } from "#core/diagram/isobath.ts";

describe("isobath", () => {
  it("draws two loops while the grounds are apart and one from where they meet", () => {
    const loops = (depth: number) => isobath(80, depth, 1).match(/M/g)?.length;
    expect([loops(60), loops(80), loops(120)]).toEqual([2, 1, 1]);
  });

  it("passes between the two where they meet", () => {
    expect(isobath(80, 80, 1)).toMatch(/[ML]-?0 -?0/);
  });
});
