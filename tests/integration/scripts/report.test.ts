import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { writeSession } from "#core/interchange/session-json.ts";
import { largeSession } from "#tests/support/large-session.ts";
import { DOCKER, run, runOn, useInputFolder } from "#tests/support/run-command.ts";

describe("report", () => {
  const { pathOf, fileWith } = useInputFolder();

  test("comes out of its thread whole, from a file and from standard input alike", async () => {
    const sketch = writeSession(largeSession(30));
    const path = await fileWith(sketch);
    const args = ["--as", "markdown", "--date", "2026-03-01", "--quiet"];
    const named = await run("report", path, ...args);
    const piped = await runOn(sketch, "report", "-", ...args);
    expect(named).toMatchObject({ code: 0, problem: "" });
    expect(named.out).toContain("## Appendix: all facts");
    expect(piped).toEqual(named);
  });

  test("what is refused in its thread is said, with the exit code of a refusal", async () => {
    const { code, problem } = await run("report", pathOf("missing.json"), "--as", "pdf");
    expect({ code, says: problem.includes("cannot be read (ENOENT)") }).toEqual({ code: 2, says: true });
  });

  test("a sketch that needs more memory than it may take is refused, and nothing is written", async () => {
    const path = await fileWith(writeSession(largeSession(400)));
    const out = pathOf("large.pdf");
    const { code, problem } = await run(
      "report",
      path,
      "--as",
      "pdf",
      "--quiet",
      "--memory",
      "64",
      "-o",
      out,
    );
    expect(problem.trim()).toBe("This takes more than 64 MB of memory: allow it more with --memory 128.");
    expect(code).toBe(2);
    expect(existsSync(out)).toBe(false);
  });

  test.each(["0", "63", "1e9.5", "much"])("--memory %s is refused", async (memory) => {
    const { code, problem } = await run("report", DOCKER, "--as", "csv", "--memory", memory);
    expect(code).toBe(2);
    expect(problem).toContain("--memory is a whole number of megabytes, at least 64");
  });
});
