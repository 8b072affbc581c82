import { csvCell, renderCsv } from "#core/report/render-csv.ts";
import { answeredSession, reportOn } from "#tests/support/reports.ts";
import { readCsv } from "#tests/support/read-csv.ts";
import { describe, expect, test } from "vitest";

describe("a cell", () => {
  test.each([
    ["plain", "plain"],
    ["with, comma", '"with, comma"'],
    ['says "yes"', '"says ""yes"""'],
    ["two\nlines", '"two\nlines"'],
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["  =1", "'  =1"],
    ["\t=1", "'\t=1"],
    ["\rx", '"\'\rx"'],
    ["\u200b=1", "'\u200b=1"],
    ["＝1", "'＝1"],
    ["a=b", "a=b"],
    ["", ""],
  ])("%j is written %j", (value, written) => {
    expect(csvCell(value)).toBe(written);
  });
});

test("the findings are one row for each explanation of a seam, with the same columns always", () => {
  const report = reportOn(answeredSession("docker-authz-2024"));
  const [head, ...rows] = readCsv(renderCsv(report));
  const { seams, kept, possible } = report.findings;
  expect(rows).toHaveLength(seams.length + kept.length + possible.length);
  for (const row of rows) expect(row).toHaveLength(head?.length ?? 0);
  const column = (name: string) => rows.map((row) => row[head?.indexOf(name) ?? -1]);
  expect(head?.slice(0, 4)).toEqual(["seam", "side_a", "side_b", "standing"]);
  expect(column("mechanism")[0]).toBe("evaluated-not-executed");
  expect(column("standing").filter((standing) => standing === "seam")).toHaveLength(seams.length);
  expect(column("invariant")[0]).toBe(seams[0]?.invariant);
});
