import { isMainThread } from "node:worker_threads";
import manifest from "../../package.json" with { type: "json" };
import type { Command } from "./command.ts";
import { EXIT, fail } from "./exit.ts";
import { runApart } from "./run-apart.ts";

/** Each is loaded when it is wanted: a report needs the whole series, a line of lint does not. */
interface Entry {
  readonly about: string;
  readonly load: () => Promise<Command>;
  /** It runs in a thread whose memory is bounded. */
  readonly isApart?: true;
}

const COMMANDS: Readonly<Record<string, Entry>> = {
  import: {
    about: "reads files of other tools as a Seamark sketch",
    load: async () => (await import("./import.ts")).importCommand,
  },
  export: {
    about: "writes a sketch for another tool",
    load: async () => (await import("./export.ts")).exportCommand,
  },
  diagnose: {
    about: "says where the seams are and why, and what to ask next",
    load: async () => (await import("./diagnose.ts")).diagnoseCommand,
  },
  lint: {
    about: "says where the seams are, for pipelines",
    load: async () => (await import("./lint.ts")).lintCommand,
  },
  report: {
    about: "writes the findings as a report",
    isApart: true,
    load: async () => (await import("./report.ts")).reportCommand,
  },
};

const HELP = `seamark COMMAND FILE…

${Object.entries(COMMANDS)
  .map(([name, { about }]) => `  ${name.padEnd(10)}${about}`)
  .join("\n")}

FILE is a sketch in any format that import reads, or - for standard input. “seamark COMMAND --help” says more.

Exit codes: 0 done; 1 lint found seams; 2 the arguments or a file cannot be used; 3 a fault of this program.`;

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === "--version") return say(manifest.version);
  if (name === undefined || name === "--help" || name === "-h") return say(HELP);
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (entry === undefined)
    return fail(`There is no command ${name}: use one of ${Object.keys(COMMANDS).join(", ")}.`);
  if (entry.isApart && isMainThread) return await runApart([name, ...args]);
  const command = await entry.load();
  if (args.includes("--help") || args.includes("-h")) return say(command.help);
  return await command.run(args);
}

function say(text: string): number {
  console.log(text);
  return EXIT.done;
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Whoever reads our output may stop early, as `head` does.
  if (error.code === "EPIPE") process.exit(EXIT.done);
  throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error);
  process.exitCode = EXIT.bug;
}
