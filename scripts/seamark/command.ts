import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { fail } from "./exit.ts";

/** One command: its help, and what it does with what follows its name. Resolves to the exit code. */
export interface Command {
  readonly help: string;
  readonly run: (args: readonly string[]) => Promise<number>;
}

/** The files and options of a command; refuses what it does not know. At least one file, `-` for standard input. */
export function readArguments<const O extends ParseArgsOptionsConfig>(
  command: string,
  args: readonly string[],
  options: O,
) {
  const seeHelp = `“seamark ${command} --help” says how it is used.`;
  const { values, positionals } = parsed(args, options, seeHelp);
  if (positionals.length === 0) fail(`Name a file, or - for standard input. ${seeHelp}`);
  return { files: positionals, values };
}

function parsed<const O extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: O,
  seeHelp: string,
) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)} ${seeHelp}`);
  }
}

/** The one of several words that an option must be. */
export function oneOf<T extends string>(option: string, words: readonly T[], given: string | undefined): T {
  const found = words.find((word) => word === given);
  if (found !== undefined) return found;
  return fail(
    `${option} is one of ${words.join(", ")}${given === undefined ? "" : `, and ${given} is none`}.`,
  );
}

/** A probability as an option: 0 to 1. */
export function probability(option: string, given: string): number {
  const value = Number(given);
  if (given.trim() !== "" && value >= 0 && value <= 1) return value;
  return fail(`${option} is a number from 0 to 1, and “${given}” is none.`);
}
