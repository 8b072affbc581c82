import { parseArchitecture } from "#core/architecture/parse-architecture.ts";
import { TEMPLATES } from "#core/architecture/templates/catalogue.ts";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import { layoutSketch } from "#core/diagram/layout-sketch.ts";
import { sessionFromSketch } from "#core/document/new-session.ts";
import { parseSession } from "#core/document/parse-session.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { valueOf } from "#tests/support/value-of.ts";
import { describe, expect, test } from "vitest";

test("no two templates have the same key or title", () => {
  expect(TEMPLATES.length).toBeGreaterThanOrEqual(8);
  expect(new Set(TEMPLATES.map(({ key }) => key)).size).toBe(TEMPLATES.length);
  expect(new Set(TEMPLATES.map(({ sketch }) => sketch.title)).size).toBe(TEMPLATES.length);
});

describe.each(TEMPLATES)("the template $key", ({ about, sketch }) => {
  const architecture = valueOf(parseArchitecture(sketch));

  test("is a sketch of an ordinary size in which everything is used and nothing answered", () => {
    const { components, connections, objects, boundaries } = architecture;
    expect(components.length).toBeGreaterThanOrEqual(6);
    expect(components.length).toBeLessThanOrEqual(12);
    expect([...components, ...connections].flatMap(({ facts }) => Object.keys(facts))).toEqual([]);
    expect(objects.filter(({ id }) => !connections.some(({ carries }) => carries === id))).toEqual([]);
    expect(boundaries.filter(({ id }) => !components.some((one) => one.boundaries.includes(id)))).toEqual([]);
    const ends = new Set(connections.flatMap(({ from, to, over }) => [from, to, ...over]));
    expect(components.filter(({ id }) => !ends.has(id))).toEqual([]);
    expect(about).toMatch(/^[A-Z].*\.$/);
  });

  test("is laid out with every component at a place of its own", () => {
    const places = [...layoutSketch(architecture).components.values()].map(({ x, y }) => `${x} ${y}`);
    expect(new Set(places).size).toBe(architecture.components.length);
  });

  test("makes a session that can be saved, and raises a question", () => {
    const session = sessionFromSketch(architecture, null, {});
    expect(parseSession(JSON.parse(JSON.stringify(session)))).toEqual({ ok: true, value: session });
    const { candidates, next } = diagnose(session.architecture, CATALOGUE);
    expect(candidates).not.toEqual([]);
    expect(next).not.toBeNull();
  });
});
