import manifest from "../../package.json" with { type: "json" };
import type { Command } from "./command.ts";
import { diagnoseCommand } from "./diagnose.ts";
import { EXIT, fail } from "./exit.ts";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { lintCommand } from "./lint.ts";
import { reportCommand } from "./report.ts";

const COMMANDS: Readonly<Record<string, Command>> = {
  import: importCommand,
  export: exportCommand,
  diagnose: diagnoseCommand,
  lint: lintCommand,
  report: reportCommand,
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
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined)
    return fail(`There is no command ${name}: use one of ${Object.keys(COMMANDS).join(", ")}.`);
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
