import { importFiles } from "#core/interchange/importers.ts";
import { drawnOf } from "#tests/support/drawn-of-session.ts";
import { interchangeExamples, score } from "#tests/support/interchange-examples.ts";
import { describe, expect, test } from "vitest";

const FORMATS: Readonly<Record<string, string>> = {
  "docker-compose": "docker-compose",
  kubernetes: "kubernetes",
  jaeger: "traces",
  otlp: "traces",
};
const examples = interchangeExamples().filter(({ folder }) => folder in FORMATS);

/** A service on two networks is drawn in one of them: of two boundaries that expect it, one has it. */
const WITHOUT_ONE_BOUNDARY = ["nextcloud-redis-mariadb.yaml", "react-java-mysql.yaml"];

describe.each(examples.map((one) => [`${one.folder}/${one.name}`, one] as const))("%s", (_, example) => {
  const read = importFiles([example], { at: "2026-03-01T10:00:00Z" });

  test("is recognized and holds what a person found in it", () => {
    if (!read.ok) expect.fail(JSON.stringify(read.error));
    expect(read.value.format).toBe(FORMATS[example.folder]);
    const { components, connections, boundaries } = score(example.expected, drawnOf(read.value.session));
    for (const { matched, expected, found } of [components, connections])
      expect({ matched, found }).toEqual({ matched: expected, found: expected });
    expect(boundaries.found).toBe(boundaries.expected);
    const missed = WITHOUT_ONE_BOUNDARY.includes(example.name) ? 1 : 0;
    expect(boundaries.matched).toBe(boundaries.expected - missed);
  });

  test("has a note with its line for everything in it", () => {
    if (!read.ok) expect.fail(JSON.stringify(read.error));
    const { architecture } = read.value.session;
    const noted = new Set(read.value.notes.flatMap(({ about }) => Object.values(about ?? {})));
    for (const { id } of [
      ...architecture.components,
      ...architecture.connections,
      ...architecture.boundaries,
    ])
      expect(noted).toContain(id);
    for (const { how, line } of read.value.notes) if (how !== "left-out") expect(line).not.toBeNull();
  });
});
