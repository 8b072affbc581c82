import { expect, test } from "vitest";
import type { ArchitectureInput } from "#core/architecture/architecture.schema.ts";
import { FORMAT } from "#core/architecture/vocabulary.ts";
import { threeTierWeb } from "#core/architecture/templates/three-tier-web.ts";
import type { countSketch } from "#core/intake/attached-sketch.ts";
import {
  MOST_SKETCH_CHARACTERS,
  readAttachedSketch,
  sayCount,
  SKETCH_LIMITS,
} from "#core/intake/attached-sketch.ts";

const COMPONENT = { id: "a", name: "A", kind: "service" } as const;
const sketch = (overrides: Partial<ArchitectureInput> = {}) => ({
  format: FORMAT,
  title: "A sketch",
  components: [COMPONENT],
  connections: [],
  ...overrides,
});

test("a sketch of the workbench is taken as it is", () => {
  const read = readAttachedSketch(threeTierWeb.sketch);
  expect(read).toMatchObject({ ok: true, value: threeTierWeb.sketch });
  expect(read.ok && readAttachedSketch(read.value)).toEqual(read);
});

test.each([
  ["could not be read", null],
  ["could not be read", { ...sketch(), extra: 1 }],
  ["could not be read", sketch({ connections: [{ id: "c", from: "a", to: "gone", kind: "call" }] })],
  ["is empty", sketch({ components: [] })],
  [
    `more than ${SKETCH_LIMITS.components} components`,
    sketch({
      components: Array.from({ length: SKETCH_LIMITS.components + 1 }, (_, index) => ({
        ...COMPONENT,
        id: `c${index}`,
      })),
    }),
  ],
  [
    "too long",
    sketch({
      components: Array.from({ length: 1 + MOST_SKETCH_CHARACTERS / 4000 }, (_, index) => ({
        ...COMPONENT,
        id: `c${index}`,
        notes: "x".repeat(4000),
      })),
    }),
  ],
  ["cannot be stored", sketch({ title: "zero \u0000 sign" })],
  ["cannot be stored", sketch({ title: "half \ud83d a sign" })],
])("a sketch is refused that %s", (why, input) => {
  const read = readAttachedSketch(input);
  expect(read.ok ? "" : read.error).toContain(why);
});

test("a text that only spells such a sign is a text like any other", () => {
  expect(readAttachedSketch(sketch({ title: String.raw`\u0000 and \\ud83d` })).ok).toBe(true);
});

test("what is in a sketch is said in words, without what it has none of", () => {
  const said = (counts: Partial<ReturnType<typeof countSketch>>) =>
    sayCount({ components: 1, connections: 0, boundaries: 0, answers: 0, ...counts });
  expect(said({})).toBe("1 component, 0 connections");
  expect(said({ components: 3, connections: 2, boundaries: 2, answers: 1 })).toBe(
    "3 components, 2 connections, 2 boundaries, 1 answer",
  );
});
