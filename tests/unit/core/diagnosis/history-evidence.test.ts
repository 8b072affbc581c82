import { describe, expect, test } from "vitest";
import type { HistoryEntry } from "#core/architecture/architecture.schema.ts";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import { MODERATE, SLIGHT, STRONG } from "#core/diagnosis/weights.ts";
import { sketchOf } from "#core/evaluation/games.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { incident } from "#tests/support/incidents.ts";

const sketch = sketchOf(incident("docker-authz-2024").architecture);

const entry = (change: Partial<HistoryEntry>): HistoryEntry => ({
  id: "h",
  date: "2024-01-01",
  kind: "incident",
  text: "a request was allowed that should not have been",
  about: [],
  worked: [],
  failed: [],
  covered: "",
  leftOpen: "",
  ...change,
});

function historyWeight(...history: readonly HistoryEntry[]): number {
  const { candidates } = diagnose({ ...sketch, history }, CATALOGUE);
  const candidate = candidates.find((c) => c.between.join() === "daemon,plugin");
  const parts = candidate?.contributions.filter(({ source }) => source === "history") ?? [];
  return parts.reduce((sum, { weight }) => sum + weight, 0);
}

describe("history as evidence", () => {
  test("nothing that happened elsewhere counts", () => {
    expect(historyWeight(entry({ about: ["registry", "scanner"] }))).toBe(0);
  });

  test("an incident at both sides weighs more than one at a single side", () => {
    expect(historyWeight(entry({ about: ["plugin"] }))).toBeCloseTo(SLIGHT);
    expect(historyWeight(entry({ about: ["plugin", "daemon"] }))).toBeCloseTo(MODERATE);
  });

  test("what failed tells where it happened", () => {
    expect(historyWeight(entry({ failed: ["ask"] }))).toBeCloseTo(MODERATE);
  });

  test("operations that fail while their neighbours work are telling", () => {
    const selective = entry({ about: ["plugin"], failed: ["api-cli"], worked: ["api-console"] });
    expect(historyWeight(selective)).toBeCloseTo(MODERATE + STRONG);
  });

  test("trouble that comes back after a fix weighs most", () => {
    const fix = entry({ id: "f", kind: "fix", date: "2023-06-01", about: ["plugin", "daemon"] });
    const before = entry({ id: "i", date: "2023-05-01", about: ["plugin", "daemon"] });
    const after = entry({ id: "j", date: "2024-02-01", about: ["plugin", "daemon"] });
    expect(historyWeight(before, fix)).toBeCloseTo(MODERATE);
    expect(historyWeight(before, fix, after)).toBeCloseTo(MODERATE + STRONG);
    expect(historyWeight(after, before, fix)).toBeCloseTo(MODERATE + STRONG);
  });

  test("every reason names what it rests on by its date", () => {
    const both = { about: ["plugin", "daemon"] };
    const history = [
      entry({ ...both, id: "a", date: "2023-05" }),
      entry({ ...both, id: "b", date: "2023-06-01", kind: "fix" }),
      entry({ ...both, id: "c", date: "2024-02-01", failed: ["api-cli"], worked: ["api-console"] }),
      entry({ ...both, id: "d", date: "2024-03" }),
      entry({ ...both, id: "e", date: "2024-04" }),
    ];
    const { candidates } = diagnose({ ...sketch, history }, CATALOGUE);
    const candidate = candidates.find((c) => c.between.join() === "daemon,plugin");
    const reasons = candidate?.contributions.filter(({ source }) => source === "history");
    expect(reasons?.map(({ because }) => because)).toEqual([
      "an incident touched both sides (2023-05, 2024-02-01, 2024-03, 1 more)",
      "some operations failed while others of the same component worked (2024-02-01)",
      "trouble came back here (2024-02-01, 2024-03, 2024-04) after a fix (2023-06-01)",
    ]);
  });

  test("a fix alone is no evidence", () => {
    expect(historyWeight(entry({ kind: "fix", about: ["plugin", "daemon"] }))).toBe(0);
  });
});
