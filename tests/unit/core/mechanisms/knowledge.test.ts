import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseIncident } from "#core/architecture/incident.schema.ts";
import type { Mechanism } from "#core/diagnosis/mechanism.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";

const INCIDENTS = "content/incidents";
const documented = readdirSync(INCIDENTS)
  .filter((name) => name.endsWith(".json"))
  .flatMap((name) => {
    const read = parseIncident(JSON.parse(readFileSync(`${INCIDENTS}/${name}`, "utf8")));
    return read.ok ? read.value.sources : [];
  });

const sentencesOf = (m: Mechanism) => [
  m.description,
  m.absentLayer,
  m.migration,
  m.agreementCheck.sentence,
  ...m.moves.map(({ text }) => text),
  ...m.sources.map(({ supports }) => supports),
  ...m.falseAlarms,
  ...m.sketchMayBeWrong,
];

describe.each(CATALOGUE)("$key", (mechanism) => {
  test("cites documents of the corpus by their own title and address", () => {
    expect(mechanism.sources.length).toBeGreaterThan(0);
    for (const { title, publisher, url } of mechanism.sources) {
      expect(url).toMatch(/^https:\/\//);
      expect(documented).toContainEqual(expect.objectContaining({ title, publisher, url }));
    }
    expect(new Set(mechanism.sources.map(({ url }) => url)).size).toBe(mechanism.sources.length);
  });

  test("suggests a check of two different reads, with a tolerance and an age", () => {
    const { reads, tolerance, maximumAgeSeconds } = mechanism.agreementCheck;
    const [first, second] = reads;
    expect(first).not.toEqual(second);
    for (const read of reads) expect([read.from, read.projection]).not.toContain("");
    expect(tolerance.unit).not.toBe("");
    expect(maximumAgeSeconds).toBeGreaterThan(0);
  });

  test("says when it is mistaken, and has moves that are told apart", () => {
    expect(mechanism.falseAlarms.length).toBeGreaterThanOrEqual(2);
    expect(mechanism.sketchMayBeWrong.length).toBeGreaterThanOrEqual(2);
    expect(mechanism.moves.length).toBeGreaterThan(0);
    expect(new Set(mechanism.moves.map(({ key }) => key)).size).toBe(mechanism.moves.length);
    for (const sentence of sentencesOf(mechanism)) expect(sentence).toMatch(/^[A-Z].*[.?]$/);
  });
});

test("no two mechanisms say the same sentence", () => {
  const all = CATALOGUE.flatMap(sentencesOf);
  expect(all.filter((sentence, i) => all.indexOf(sentence) !== i)).toEqual([]);
});
