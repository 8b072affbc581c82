import { describe, expect, test } from "vitest";
import { assessFit } from "#core/fit/assess-fit.ts";

describe("assessFit", () => {
  test("without signals the fit is unclear and nothing is made up", () => {
    expect(assessFit([])).toEqual({ verdict: "unclear", reasons: [], instead: [] });
  });

  test("recurrence beside the fix outweighs one signal against", () => {
    const fit = assessFit(["came-back-next-door", "capacity-or-budget"]);
    expect(fit.verdict).toBe("structural");
    expect(fit.reasons[0]).toContain("strongest sign");
  });

  test("a poor fit says what would help instead", () => {
    const fit = assessFit(["cause-is-clear", "never-came-back", "fell-together"]);
    expect(fit.verdict).toBe("elsewhere");
    expect(fit.instead).toHaveLength(2);
    expect(fit.reasons).toHaveLength(3);
  });

  test("signals that balance each other leave it unclear", () => {
    expect(assessFit(["fell-together", "cause-is-clear"]).verdict).toBe("unclear");
  });
});
