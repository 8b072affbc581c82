import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { EXPORTERS } from "#core/interchange/exporters.ts";
import type { ImportFormat } from "#core/interchange/importer.ts";
import { importFiles } from "#core/interchange/importers.ts";
import { drawnOf } from "#tests/support/drawn-of.ts";
import { interchangeExamples, score, type Count, type Score } from "#tests/support/interchange-examples.ts";

const DOCUMENT = resolve(import.meta.dirname, "../../../../docs/interchange.md");
const EXAMPLES = interchangeExamples();
const SORTS = ["components", "connections", "boundaries"] as const;

const read = EXAMPLES.map((example) => ({
  example,
  imported: importFiles([{ name: example.name, text: example.text }], { at: "2026-11-21T10:00:00Z" }),
}));
const scored = read.map(({ example, imported }) => ({
  example,
  score: score(
    example.expected,
    imported.ok
      ? drawnOf(imported.value.session.architecture)
      : { components: [], connections: [], boundaries: [] },
  ),
}));

test.each(read)("$example.folder/$example.name is read", ({ imported }) => {
  expect(imported.ok ? [] : imported.error).toEqual([]);
});

test.each(read)(
  "$example.folder/$example.name is the same sketch wherever the file lies",
  ({ example, imported }) => {
    const at = "2026-11-21T10:00:00Z";
    for (const name of [`/home/ada/${example.name}`, `..\\deploy\\${example.name}`]) {
      const elsewhere = importFiles([{ name, text: example.text }], { at });
      expect(elsewhere.ok && elsewhere.value.session).toEqual(imported.ok && imported.value.session);
    }
  },
);

describe("over all files", () => {
  test.each(SORTS)("at least 95 %% of the %s are found, and of what is found as many are there", (sort) => {
    const total = sum(scored.map((one) => one.score[sort]));
    const missed = scored.filter(
      ({ score: { [sort]: one } }) => one.matched < Math.max(one.expected, one.found),
    );
    const where = missed
      .map(({ example, score: { [sort]: one } }) => `${example.name} ${told(one)}`)
      .join(", ");
    expect(total.matched / total.expected, `recall: ${where}`).toBeGreaterThanOrEqual(0.95);
    expect(total.matched / total.found, `precision: ${where}`).toBeGreaterThanOrEqual(0.95);
  });
});

const FORMATS: Readonly<Record<string, ImportFormat>> = {
  otm: "open-threat-model",
  jaeger: "traces",
  otlp: "traces",
  "threat-model-library": "tm-bom",
};

test.each(read)(
  "$example.folder/$example.name is taken for what it is, and each element has its line",
  ({ example, imported }) => {
    if (!imported.ok) expect.fail(JSON.stringify(imported.error));
    const { format, session, notes } = imported.value;
    expect(format).toBe(FORMATS[example.folder] ?? example.folder);
    const noted = new Set(notes.flatMap(({ about }) => Object.values(about ?? {})));
    const { components, connections, boundaries } = session.architecture;
    for (const { id } of [...components, ...connections, ...boundaries]) expect(noted).toContain(id);
    for (const { how, line } of notes) if (how !== "left-out") expect(line).not.toBeNull();
  },
);

test.each(read.filter(({ example }) => !example.expected.isArchitecture))(
  "$example.name is no architecture, and none of its kinds is claimed to be known",
  ({ imported }) => {
    const notes = imported.ok ? imported.value.notes : [];
    expect(notes.some(({ how, what }) => how === "left-out" && what.includes("architecture"))).toBe(true);
    expect(
      imported.ok &&
        imported.value.session.architecture.components.every(({ facts }) => !Object.keys(facts).length),
    ).toBe(true);
  },
);

test("the documentation has the same tables (run with -u to write them)", async () => {
  const text = [
    ["examples", exampleTable()],
    ["carried", carriedTable()],
  ].reduce(
    (document, [name = "", table = ""]) => between(document, name, table),
    readFileSync(DOCUMENT, "utf8"),
  );
  await expect(text).toMatchFileSnapshot(DOCUMENT);
});

function sum(counts: readonly Count[]): Count {
  const of = (field: keyof Count) => counts.reduce((total, one) => total + one[field], 0);
  return { matched: of("matched"), expected: of("expected"), found: of("found") };
}

function told({ matched, expected, found }: Count): string {
  return matched === expected && found === expected
    ? `${expected}`
    : `${matched} of ${expected}, ${found} found`;
}

function exampleTable(): string {
  const row = (name: string, { components, connections, boundaries }: Score) =>
    `| ${name} | ${told(components)} | ${told(connections)} | ${told(boundaries)} |`;
  const all = Object.fromEntries(
    SORTS.map((sort) => [sort, sum(scored.map((one) => one.score[sort]))]),
  ) as unknown as Score;
  return [
    "| file | components | connections | boundaries |",
    "| --- | --- | --- | --- |",
    ...scored.map(({ example: { folder, name }, score: one }) => row(`${folder}/${name}`, one)),
    row("**all**", all),
  ].join("\n");
}

function carriedTable(): string {
  return EXPORTERS.map(({ name, carried: { keeps, loses } }) =>
    [
      `### ${name}`,
      "",
      "Keeps:",
      "",
      ...keeps.map((one) => `- ${one}`),
      "",
      "Loses:",
      "",
      ...loses.map((one) => `- ${one}`),
    ].join("\n"),
  ).join("\n\n");
}

function between(document: string, name: string, table: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  expect(from, `${begin} stands in the document`).toBeGreaterThan(-1);
  return `${document.slice(0, from + begin.length)}\n\n${table}\n\n${document.slice(to)}`;
}
