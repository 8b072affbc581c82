import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { seededRandom } from "#core/simulation/random.ts";

const PROGRAM = resolve(import.meta.dirname, "../../../support/log-lines.ts");
const TEXTS = 1000;

const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));

/** What breaks lines, moves cursors, colours terminals, turns text around or hides it. */
const HOSTILE = [
  ...range(0x00, 0x1f),
  ...range(0x7f, 0x9f),
  ...["\r\n", "\u2028", "\u2029", "\u061c", "\u00ad", "\ufeff", "\u200b", "\u{e0001}", "\u{e0061}"],
  ...range(0x200e, 0x200f),
  ...range(0x202a, 0x202e),
  ...range(0x2060, 0x2069),
  ...["\u001b[2J", "\u001b]8;;https://example.org\u0007", "\u009b31m", '"}\n{"level":"error"', "\ud800"],
];
const HARMLESS = ["a", "ä", "漢", "🙂", '"', "\\", "{", "%00", "%0d%0a", "\\u2028", "${x}"];
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

test(`T18: ${TEXTS} hostile texts are ${TEXTS} lines with nothing in them that a terminal obeys`, async () => {
  const random = seededRandom(18);
  const pick = (pieces: readonly string[]): string => pieces[Math.floor(random() * pieces.length)] ?? "";
  const texts = Array.from({ length: TEXTS }, (_, index) => {
    const pieces = Array.from({ length: 1 + Math.floor(random() * 20) }, () =>
      pick(random() < 0.5 ? HOSTILE : HARMLESS),
    );
    return `${HOSTILE[index % HOSTILE.length] ?? ""}${pieces.join("")}`;
  });
  const child = spawn(process.execPath, [PROGRAM], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, LOG_LEVEL: "info" },
  });
  child.stdin.end(JSON.stringify(texts));
  const output = await text(child.stdout);

  const lines = output.split("\n");
  expect(lines.pop()).toBe("");
  expect(lines).toHaveLength(TEXTS);
  const withControls = lines.filter((line) => UNPRINTABLE.test(line));
  const records = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  const decoded = records.filter((record) =>
    Object.values(record).some((value) => typeof value === "string" && UNPRINTABLE.test(value)),
  );
  console.log(
    JSON.stringify({ id: "T18", texts: TEXTS, lines: lines.length, controls: withControls.length }),
  );
  expect(withControls).toEqual([]);
  // Nor does whoever reads the values of a record out to a terminal.
  expect(decoded).toEqual([]);
  for (const record of records)
    expect(record).toMatchObject({ level: "error", "event.name": "http.request.failed" });
});
