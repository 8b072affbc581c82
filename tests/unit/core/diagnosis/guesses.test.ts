import { describe, expect, test } from "vitest";
import type { Answer, Architecture, FactValue } from "#core/architecture/architecture.schema.ts";
import { factKey } from "#core/architecture/subject.ts";
import { diagnose, type DiagnoseOptions } from "#core/diagnosis/diagnose.ts";
import type { Diagnosis } from "#core/diagnosis/diagnosis.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { coldCache } from "#tests/support/mechanism-sketches/cold-cache.ts";

type Said = Pick<Answer, "value" | "by" | "guessed">;

const at = "2026-03-01T10:00:00Z";
const fromFile = (value: FactValue): Said => ({ value, by: "compose.yaml", guessed: true });

const CACHE = coldCache.hit;
const READS = CACHE.connections.find(({ facts }) => facts["onMiss"] !== undefined)?.id ?? "";

/** Search with a cache, of which nobody asked yet what must agree, and what was said of who loads when the cache has nothing. */
function sketch(...said: readonly Said[]): Architecture {
  const connections = CACHE.connections.map((connection) => {
    if (connection.id !== READS) return connection;
    const others = Object.entries(connection.facts).filter(([fact]) => fact !== "onMiss");
    const answered = said.map((one) => ({ ...one, at }));
    const onMiss = answered.length === 0 ? {} : { onMiss: answered };
    return { ...connection, facts: { ...Object.fromEntries(others), ...onMiss } };
  });
  return { ...CACHE, connections, agreements: [] };
}

const diagnosed = (architecture: Architecture, options: DiagnoseOptions = {}) =>
  diagnose(architecture, CATALOGUE, options);

/** What the answer weighs for a cache that comes back cold. */
function weightOf({ candidates }: Diagnosis): number {
  const cold = candidates.find(({ mechanism }) => mechanism === "cold-cache");
  return cold?.contributions.find(({ fact }) => fact === "onMiss")?.weight ?? 0;
}

/** Every question that could be asked, whatever it is worth. */
function openIn(architecture: Architecture, asking?: string): readonly string[] {
  let open: readonly string[] = [];
  const choose: DiagnoseOptions["choose"] = (questions) => {
    open = questions.map(({ address }) => factKey(address));
    return null;
  };
  diagnosed(architecture, asking === undefined ? { choose } : { choose, asking });
  return open;
}

const ASKED = `connection:${READS}#onMiss`;

describe("what a file only suggests", () => {
  const value = "every-caller-loads";

  test("weighs half of what an answer would", () => {
    const answered = weightOf(diagnosed(sketch({ value, by: "Ann" })));
    expect(answered).toBeGreaterThan(0);
    expect(weightOf(diagnosed(sketch(fromFile(value))))).toBe(answered / 2);
  });

  test("says nothing where two files suggest different things", () => {
    const other = { ...fromFile("one-loads"), by: "cache.yaml" };
    expect(weightOf(diagnosed(sketch(fromFile(value), other)))).toBe(0);
  });

  test("says of itself that nobody confirmed it", () => {
    const { candidates } = diagnosed(sketch(fromFile(value)));
    const said = candidates
      .flatMap(({ contributions }) => contributions)
      .filter(({ fact }) => fact === "onMiss");
    expect(said.map(({ because }) => because).join()).toContain("a guess that nobody confirmed");
  });

  test("is still asked, and an answer to the same is not", () => {
    expect(openIn(sketch())).toContain(ASKED);
    expect(openIn(sketch(fromFile(value)))).toContain(ASKED);
    expect(openIn(sketch({ value, by: "Ann" }))).not.toContain(ASKED);
  });

  test("is no longer there beside an answer, whatever that is", () => {
    for (const said of ["one-loads", "unknown", value]) {
      const [beside, alone] = [
        sketch(fromFile(value), { value: said, by: "Ann" }),
        sketch({ value: said, by: "Ann" }),
      ];
      expect(weightOf(diagnosed(beside))).toBe(weightOf(diagnosed(alone)));
      expect(openIn(beside)).toEqual(openIn(alone));
    }
  });

  test("is not put again to whoever guessed it", () => {
    const guessed = sketch({ value, by: "Ann", guessed: true });
    expect(openIn(guessed, "Ann")).not.toContain(ASKED);
    expect(openIn(guessed, "Bo")).toContain(ASKED);
  });
});
