import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import fc from "fast-check";
import type { Importer } from "#core/interchange/importer.ts";
import { importFiles, IMPORTERS } from "#core/interchange/importers.ts";
import { parseSession } from "#core/document/parse-session.ts";
import { BOMBS, spoiled } from "#tests/support/hostile-files.ts";
import { examplesOf } from "#tests/support/imported-examples.ts";

const AT = { at: "2026-03-01T10:00:00.000Z" };

/** Everything on the prototypes that a file could reach for. */
const prototypes = () =>
  [Object.prototype, Array.prototype, Function.prototype, String.prototype].map((one) =>
    Object.getOwnPropertyNames(one).sort().join(),
  );

/** Seconds of this process that reading takes, so that others on the machine do not count. */
function read(importer: Importer, name: string, text: string): number {
  const before = process.cpuUsage();
  const recognized = importer.recognizes({ name, text });
  expect(typeof recognized).toBe("boolean");
  const result = importer.read([{ name, text }], AT);
  if (result.ok) expect(parseSession(result.value.session).ok).toBe(true);
  else {
    expect(result.error.length).toBeGreaterThan(0);
    expect(result.error.length).toBeLessThanOrEqual(50);
    for (const { file, message, line } of result.error) {
      expect(file).toBe(name);
      expect(message.length).toBeGreaterThan(10);
      expect(message.length).toBeLessThan(1_000);
      expect(line === null || (Number.isInteger(line) && line >= 1)).toBe(true);
    }
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}

describe.each(IMPORTERS)("$name", (importer) => {
  const ending = importer.endings[0] ?? "";

  test(
    "reads or refuses every bomb within five processor seconds, and no prototype changes",
    { timeout: 180_000 },
    () => {
      const before = prototypes();
      const slow = Object.entries(BOMBS).flatMap(([bomb, text]) => {
        const seconds = read(importer, `bomb${ending}`, text);
        return seconds > 1 ? [`${bomb}: ${seconds.toFixed(2)} s`] : [];
      });
      if (slow.length > 0) console.log(`${importer.name}, slower than a second: ${slow.join("; ")}`);
      expect(slow.filter((one) => Number.parseFloat(one.split(": ")[1] ?? "") > 5)).toEqual([]);
      expect(prototypes()).toEqual(before);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    },
  );

  test("reads or refuses any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        read(importer, `any${ending}`, text);
      }),
    );
  });

  const examples = examplesOf(importer);
  test.skipIf(examples.length === 0)(
    "reads or refuses 200 spoiled files of other projects",
    { timeout: 180_000 },
    () => {
      const before = prototypes();
      for (let seed = 0; seed < 200; seed += 1) {
        const example = examples[seed % examples.length];
        if (example === undefined) continue;
        expect(
          read(importer, example.name, spoiled(example.text, seed)),
          `${example.name}, seed ${seed}`,
        ).toBeLessThan(5);
      }
      expect(prototypes()).toEqual(before);
    },
  );
});

test("whatever the files, somebody reads them or says why not", { timeout: 180_000 }, () => {
  for (const [bomb, text] of Object.entries(BOMBS)) {
    const result = importFiles([{ name: bomb, text }], AT);
    if (!result.ok) expect(result.error.every(({ message }) => message !== "")).toBe(true);
  }
});

test("all bombs together take no more than the memory of one", { timeout: 180_000 }, () => {
  const program = `
    import { importFiles, IMPORTERS } from "#core/interchange/importers.ts";
    import { BOMBS } from "#tests/support/hostile-files.ts";
    const at = { at: "2026-03-01T10:00:00.000Z" };
    const all = Object.entries(BOMBS).filter(([, text]) => text.length < 3_000_000);
    const round = () => {
      for (const [name, text] of all)
        for (const { format } of IMPORTERS) importFiles([{ name, text }], at, format);
      global.gc();
      return process.memoryUsage().rss / 1024 / 1024;
    };
    const rounds = [round(), round(), round()];
    console.log(JSON.stringify(rounds));
  `;
  const child = spawnSync(
    process.execPath,
    ["--expose-gc", "--input-type=module-typescript", "--eval", program],
    {
      encoding: "utf8",
      timeout: 170_000,
    },
  );
  expect(child.stderr).not.toContain("Error");
  const [, second = 0, third = Infinity] = JSON.parse(child.stdout) as readonly number[];
  console.log(`memory after all bombs twice ${second.toFixed(0)} MiB, three times ${third.toFixed(0)} MiB`);
  expect(third - second).toBeLessThan(64);
});
