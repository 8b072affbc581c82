import { describe, expect, test } from "vitest";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { expectDiagnosed } from "#tests/support/expect-diagnosed.ts";
import { hubOfOneObjectScene, hubScene, oneObjectScene, randomScene } from "#tests/support/scenes.ts";

const LARGE = 10_000;

describe("ten thousand components are diagnosed", () => {
  test("connected at random", () => expectDiagnosed(randomScene(LARGE)));
  test("around a hub", () => expectDiagnosed(hubScene(LARGE)));
  test("with one object everywhere", () => expectDiagnosed(oneObjectScene(LARGE)));
  test("around a hub, with one object everywhere", () =>
    expectDiagnosed(hubOfOneObjectScene(LARGE, "service")));

  test("without any connection", () => {
    const { candidates, next, verdict } = diagnose({ ...randomScene(LARGE), connections: [] }, CATALOGUE);
    expect({ candidates, next, verdict }).toEqual({ candidates: [], next: null, verdict: "nothing-found" });
  });

  test("each connected with itself alone", () => {
    const scene = oneObjectScene(LARGE);
    expectDiagnosed({
      ...scene,
      connections: scene.connections.map((c) => ({ ...c, to: c.from, over: [c.from] })),
    });
  });

  test("all connections between the same two", () => {
    const scene = oneObjectScene(LARGE);
    expectDiagnosed({
      ...scene,
      connections: scene.connections.map((c) => ({ ...c, from: "c0", to: "c1" })),
    });
  });

  test("in one ring of every kind of connection", () => {
    const scene = oneObjectScene(LARGE);
    const ring = (i: number) => `c${i % LARGE}`;
    expectDiagnosed({
      ...scene,
      connections: scene.connections.map((c, i) => ({
        ...c,
        from: ring(i),
        to: ring(i + 1),
        over: [ring(i + 2)],
      })),
    });
  });
});
