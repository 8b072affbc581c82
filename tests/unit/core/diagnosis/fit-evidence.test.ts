import { describe, expect, test } from "vitest";
import { ZONES } from "#core/architecture/vocabulary.ts";
import { probabilityOf } from "#core/diagnosis/belief.ts";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import { fitEvidence } from "#core/diagnosis/fit-evidence.ts";
import { LIKELY } from "#core/diagnosis/thresholds.ts";
import { BASE, SLIGHT } from "#core/diagnosis/weights.ts";
import { SIGNAL_IDS, SIGNALS, type Signal } from "#core/fit/signals.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { incident } from "#tests/support/incidents.ts";

const { architecture } = incident("docker-authz-2024");
const weightOf = (zone: (typeof ZONES)[number] | null, ...signals: readonly Signal[]) =>
  fitEvidence(signals)(zone).reduce((sum, { weight }) => sum + weight, 0);

describe("the fit as evidence", () => {
  test("a signal speaks for the zone that it points to, and for no other", () => {
    expect(ZONES.map((zone) => weightOf(zone, "fell-together"))).toEqual([0, SLIGHT, 0]);
    expect(ZONES.map((zone) => weightOf(zone, "two-understandings"))).toEqual([SLIGHT, SLIGHT, SLIGHT]);
  });

  test("a signal against speaks against every place, also one that no mechanism explains", () => {
    expect([...ZONES, null].map((zone) => weightOf(zone, "cause-is-clear"))).toEqual(
      Array.from({ length: 4 }, () => -SLIGHT),
    );
    expect(weightOf(null, "fell-together")).toBe(0);
  });

  test("all signals together, and nothing else, never make a seam likely", () => {
    const speakingFor = SIGNAL_IDS.filter((signal) => SIGNALS[signal].speaks === "for");
    for (const zone of [...ZONES, null])
      expect(probabilityOf(BASE + weightOf(zone, ...speakingFor))).toBeLessThan(LIKELY / 2);
  });

  test("a candidate names each signal once, whatever was said twice", () => {
    const { candidates } = diagnose(architecture, CATALOGUE, {
      signals: ["protected-something-else", "protected-something-else"],
    });
    const given = candidates.map(({ contributions, zone }) => ({
      zone,
      because: contributions.flatMap(({ source, because }) => (source === "fit" ? [because] : [])),
    }));
    expect(given.some(({ zone }) => zone === "authorization")).toBe(true);
    for (const { zone, because } of given)
      expect(because).toEqual(
        zone === "authorization" ? ["a control passed every audit and protected something else"] : [],
      );
  });
});
