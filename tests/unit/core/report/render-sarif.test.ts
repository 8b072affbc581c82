import { expect, test } from "vitest";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { levelOf, lintedSeams, lintLines } from "#core/report/lint.ts";
import { renderSarif } from "#core/report/render-sarif.ts";
import { incident } from "#tests/support/incidents.ts";
import { SarifLog } from "#tests/support/sarif.schema.ts";

const { architecture } = incident("docker-authz-2024");
const sourceOf = (named = architecture, line = 7) => ({
  architecture: named,
  placeOf: () => ({ file: "sketch one.json", uri: "sketch%20one.json", line }),
});
const seamsOf = (named = architecture) => lintedSeams(diagnose(named, CATALOGUE), { threshold: 0.5 });
const named = (name: string) => ({
  ...architecture,
  components: architecture.components.map((c) => (c.id === "plugin" ? { ...c, name } : c)),
});

test("names are text in messages: neither links, placeholders nor lines", () => {
  const hostile = named("a [b](http://c.example) {0} \\ \u001b[31m\nd");
  const log = SarifLog.parse(
    JSON.parse(renderSarif(seamsOf(hostile), CATALOGUE, sourceOf(hostile), "1.0.0")),
  );
  const [result] = log.runs[0].results;
  expect(result?.message.text).toContain("a \\[b\\](http://c.example) {{0}} \\\\ \\[31m d");
  expect(result?.locations[1]?.logicalLocations[0].name).toBe("a [b](http://c.example) {0} \\ [31m d");
  expect(lintLines(seamsOf(hostile), sourceOf(hostile)).split("\n")).toHaveLength(2);
});

test("a seam keeps its fingerprint when names, lines and odds change", () => {
  const printsOf = (sketch: typeof architecture, line: number) => {
    const text = renderSarif(seamsOf(sketch), CATALOGUE, sourceOf(sketch, line), "1.0.0");
    return SarifLog.parse(JSON.parse(text)).runs[0].results.map((result) => result.partialFingerprints);
  };
  const withoutFacts = { ...named("Other"), agreements: [] };
  expect(printsOf(withoutFacts, 9)).toEqual(printsOf(architecture, 7));
});

test("a pair is one seam, however many mechanisms meet there", () => {
  const pairs = seamsOf().map(({ between }) => between.join());
  expect(new Set(pairs).size).toBe(pairs.length);
});

test("the level says how sure it is", () => {
  expect([0.95, 0.9, 0.5, 0.49].map(levelOf)).toEqual(["error", "error", "warning", "note"]);
});

test("a seam that a person marked has no rule, and is still there", () => {
  const marked = diagnose(architecture, [], { marked: [["daemon", "plugin"]] });
  const text = renderSarif(lintedSeams(marked, { threshold: 0 }), [], sourceOf(), "1.0.0");
  expect(SarifLog.parse(JSON.parse(text)).runs[0].results[0]).toMatchObject({ ruleId: "marked-by-hand" });
});
