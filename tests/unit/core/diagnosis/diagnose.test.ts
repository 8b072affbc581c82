import { describe, expect, test } from "vitest";
import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { subjectKey } from "#core/architecture/subject.ts";
import { diagnose, type DiagnoseOptions } from "#core/diagnosis/diagnose.ts";
import { LIKELY } from "#core/diagnosis/thresholds.ts";
import { BASE, RULED_OUT } from "#core/diagnosis/weights.ts";
import { playGuided, sketchOf } from "#core/evaluation/games.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { incident, incidentIds } from "#tests/support/incidents.ts";

const docker = incident("docker-authz-2024").architecture;
const seam = ["daemon", "plugin"] as const;

function candidateOn(architecture: Architecture, options = {}) {
  const { candidates } = diagnose(architecture, CATALOGUE, options);
  return candidates.find((c) => c.between.join() === seam.join() && c.mechanism === "evaluated-not-executed");
}

describe("diagnose", () => {
  test("finds the agreement between daemon and plugin in the bare sketch", () => {
    const [first] = diagnose(sketchOf(docker), CATALOGUE).candidates;
    expect(first).toMatchObject({
      between: seam,
      mechanism: "evaluated-not-executed",
      ladder: { rung: "unstated" },
    });
  });

  test("every probability is the sum of its contributions", () => {
    for (const { logOdds, contributions } of diagnose(docker, CATALOGUE).candidates) {
      expect(contributions.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(logOdds, 10);
      expect(contributions[0]).toMatchObject({ source: "base", weight: BASE });
    }
  });

  test("what is carried is named in the words of the sketch", () => {
    expect(candidateOn(docker)?.invariant).toContain("API request");
  });

  test("nobody knows speaks for a seam; never asked does not", () => {
    const withFacts = (facts: Record<string, string>) => ({
      ...sketchOf(docker),
      agreements: [{ id: "g", between: seam, about: "x", facts }],
    });
    const unasked = candidateOn(withFacts({}))?.logOdds ?? NaN;
    expect(candidateOn(withFacts({ stated: "unknown" }))?.logOdds).toBeGreaterThan(unasked);
    expect(candidateOn(sketchOf(docker))?.logOdds).toBe(unasked);
  });

  test("two different answers speak for a seam, and the reason names both", () => {
    const at = "2026-01-01T00:00:00Z";
    const stated = [
      { value: "contract", by: "plugin team", at },
      { value: "nowhere", by: "daemon team", at },
    ];
    const disputed = candidateOn({
      ...sketchOf(docker),
      agreements: [{ id: "g", between: seam, about: "x", facts: { stated } }],
    });
    const reason = disputed?.contributions.find(({ fact }) => fact === "stated");
    expect(reason?.weight).toBeGreaterThan(0);
    expect(reason?.because).toContain("contract");
    expect(reason?.because).toContain("nowhere");
  });

  test("a pair that need not agree falls, and is not asked about again", () => {
    const options = { independent: [seam] };
    const before = candidateOn(sketchOf(docker))?.logOdds ?? NaN;
    expect(candidateOn(sketchOf(docker), options)?.logOdds).toBeCloseTo(before + RULED_OUT, 10);
    expect(diagnose(sketchOf(docker), CATALOGUE, options).next?.about).not.toEqual({ agreement: seam });
  });

  test("a question set aside is not asked", () => {
    const first = diagnose(sketchOf(docker), CATALOGUE).next;
    expect(first).not.toBeNull();
    const setAside = first === null ? [] : [`${subjectKey(first.about)}#${first.fact}`];
    const second = diagnose(sketchOf(docker), CATALOGUE, { setAside }).next;
    expect([second?.about, second?.fact]).not.toEqual([first?.about, first?.fact]);
  });

  test("what is dismissed asks nothing, finds nothing, and is told apart with its probability", () => {
    const { candidates } = diagnose(docker, CATALOGUE);
    const likely = candidates.filter(({ probability }) => probability >= LIKELY);
    const without = diagnose(docker, CATALOGUE, { dismissed: likely });
    expect(likely.length).toBeGreaterThan(0);
    expect(without.verdict).not.toBe("seams-found");
    expect(without.candidates).toHaveLength(candidates.length - likely.length);
    expect(without.dismissed.map(({ probability }) => probability)).toEqual(
      likely.map(({ probability }) => probability),
    );
    const all = candidates.map(({ between }) => ({ between, mechanism: null }));
    expect(diagnose(docker, CATALOGUE, { dismissed: all })).toMatchObject({
      verdict: "nothing-found",
      candidates: [],
      next: null,
    });
  });

  test("a mark outlives the dismissal of the mechanism that explained it, and goes with the pair as a whole", () => {
    const explained = { between: seam, mechanism: "evaluated-not-executed" } as const;
    const others = diagnose(docker, CATALOGUE).candidates.filter(
      ({ between }) => between.join() === seam.join(),
    );
    const marks = (options: DiagnoseOptions) =>
      diagnose(docker, CATALOGUE, { ...options, marked: [seam] }).candidates.filter(
        ({ between }) => between.join() === seam.join(),
      );
    expect(others).toContainEqual(expect.objectContaining(explained));
    expect(marks({ dismissed: others })).toMatchObject([{ mechanism: null }]);
    expect(marks({ dismissed: [{ between: seam, mechanism: null }] })).toEqual([]);
  });

  test("a marked pair that no mechanism explains is a candidate of its own", () => {
    const marked = [["audit", "ca"]] as const;
    const { candidates } = diagnose(sketchOf(docker), CATALOGUE, { marked });
    expect(candidates.find((c) => c.mechanism === null)).toMatchObject({
      between: ["audit", "ca"],
      zone: null,
    });
  });

  test("a sketch without anything to agree on has no seam", () => {
    const empty = { ...docker, components: [], connections: [], agreements: [], objects: [], boundaries: [] };
    expect(diagnose(empty, CATALOGUE)).toEqual({
      verdict: "nothing-found",
      wouldChange: [],
      candidates: [],
      next: null,
      together: [],
      dismissed: [],
    });
  });

  test("every question ends with nobody knows, says why it is asked and what each answer would mean", () => {
    for (const id of incidentIds) {
      for (const { address } of playGuided(incident(id).architecture, CATALOGUE).asked)
        expect(address.fact).toBeTruthy();
      const { next } = diagnose(sketchOf(incident(id).architecture), CATALOGUE);
      if (next === null) continue;
      expect(next.text).toMatch(/\?$/);
      expect(next.why.length).toBeGreaterThan(20);
      expect(next.answers.at(-1)).toMatchObject({ value: "unknown", label: "Nobody knows" });
      expect(next.answers.every(({ meaning }) => meaning.length > 10)).toBe(true);
    }
  });
});
