import { spawn } from "node:child_process";
import { describe, expect, test } from "vitest";
import { writeSession } from "#core/interchange/session-json.ts";
import { largeSession } from "#tests/support/large-session.ts";
import { EMPTY, ROOT, run, runOn } from "#tests/support/run-command.ts";

describe("import", () => {
  const COMPOSE = "services:\n  web: { depends_on: [db, gone] }\n  db: {}\n";

  test("writes a session that it reads again as it is, and says what became of the file", async () => {
    const { code, out, problem } = await runOn(COMPOSE, "import", "-");
    expect(code).toBe(0);
    expect(problem).toContain("docker-compose: 2 components, 1 connections, 0 boundaries");
    expect(problem).toMatch(/ 2 recognized \(2 kinds guessed\), 1 guessed, 1 left out\.$/m);
    expect(problem).toMatch(/standard input:2: recognized: service “web”; its kind is a guess: .+/);
    expect(problem).toMatch(/standard input:2: guessed: “web” depends on “db”.+/);
    expect(problem).toMatch(/standard input:2: left out: .*“gone”/);
    const again = await runOn(out, "import", "-", "--quiet");
    expect(again.out).toBe(out);
  });

  test("what is of no format names those that are", async () => {
    const { code, problem } = await runOn("Dear all,", "import", "-");
    expect({ code, says: problem.includes("Docker Compose") }).toEqual({ code: 2, says: true });
  });

  test("a format that is none is refused with those there are", async () => {
    const { code, problem } = await runOn(COMPOSE, "import", "-", "--format", "visio");
    expect({ code, says: problem.includes("docker-compose") }).toEqual({ code: 2, says: true });
  });
});

describe("seamark", () => {
  test.each(["import", "export", "diagnose", "lint", "report"])(
    "%s --help is enough to use it",
    async (name) => {
      const { code, out } = await run(name, "--help");
      expect(code).toBe(0);
      for (const part of [`seamark ${name} FILE`, "Exit code", "Example:"]) expect(out).toContain(part);
    },
  );

  test("--help lists every command, --version says which it is, and an unknown command is refused", async () => {
    const { out } = await run("--help");
    for (const name of ["import", "export", "diagnose", "lint", "report"])
      expect(out).toContain(`  ${name} `);
    expect((await run("--version")).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect((await run("toString")).code).toBe(2);
  });

  test("a reader that stops early is no fault", async () => {
    expect(await piped("export - --to mermaid --quiet", "head -c 1", EMPTY)).toMatchObject({ problem: "" });
  });

  test("a reader that is slow gets everything", async () => {
    const sketch = writeSession(largeSession(60));
    const { out, problem } = await piped("import - --quiet", "(sleep 1; wc -c)", sketch);
    expect(problem).not.toContain("cannot be written");
    expect(Number(out)).toBe(Buffer.byteLength(sketch));
  });
});

/** The output of a command as another program takes it. */
async function piped(command: string, reader: string, input: string) {
  const line = `"$0" scripts/seamark/main.ts ${command} | ${reader}`;
  const child = spawn("sh", ["-c", line, process.execPath], { cwd: ROOT });
  child.stdin.end(input);
  const said = { out: "", problem: "" };
  child.stdout.on("data", (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said.problem += chunk.toString()));
  await new Promise((resolve) => child.once("close", resolve));
  return said;
}
