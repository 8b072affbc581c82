import { IMPORTERS } from "#core/interchange/importers.ts";
import { countNotes, countWords, guessWords } from "#core/interchange/import-words.ts";
import type { Imported, ImportNote } from "#core/interchange/importer.ts";
import { writeSession } from "#core/interchange/session-json.ts";
import { oneLine } from "#core/report/wording.ts";
import { readArguments, type Command } from "./command.ts";
import { EXIT } from "./exit.ts";
import { readSketch } from "./read-files.ts";
import { writeOut } from "./write-out.ts";

const FORMATS = IMPORTERS.map(({ format, name }) => `  ${format.padEnd(20)}${name}`).join("\n");

export const importCommand: Command = {
  help: `seamark import FILE… [--format FORMAT] [-o OUT] [--quiet | --json]

Reads FILE… (- is standard input) and writes the sketch as Seamark JSON to OUT or standard output. The workbench opens
it. How many elements the file says, how many were guessed and how many left out is said on standard error, with a line
for each guess and each omission: an element that the file names may have a kind that is guessed.

  --format FORMAT   says what the files are; otherwise they are recognized by what they hold
  -o, --out OUT     the file to write
  --quiet           says only how many
  --json            says it as JSON lines

Formats:
${FORMATS}

Several files make one sketch where the format is written in several (Kubernetes).
Exit code: 0, or 2 where a file is refused.

Example: seamark import compose.yaml -o shop.seamark.json`,
  run: async (args) => {
    const { files, values } = readArguments("import", args, {
      format: { type: "string" },
      out: { type: "string", short: "o" },
      quiet: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    });
    const imported = readSketch(files, values.format);
    await writeOut(values.out, writeSession(imported.session));
    console.error(values.json ? asJson(imported) : asText(imported, values.quiet));
    return EXIT.done;
  },
};

function asJson({ notes }: Imported): string {
  return notes.map((note) => JSON.stringify(note)).join("\n");
}

function asText({ format, session, notes }: Imported, isQuiet: boolean): string {
  const { components, connections, boundaries } = session.architecture;
  return [
    `${format}: ${components.length} components, ${connections.length} connections, ${boundaries.length} boundaries; ${countWords(countNotes(notes))}.`,
    ...(isQuiet ? [] : notes.flatMap(noteLines)),
  ].join("\n");
}

/** A line for whatever a person should look at: what the file says as it stands needs none. */
function noteLines({ file, line, how, what, guesses }: ImportNote): readonly string[] {
  if (how === "recognized" && guesses.length === 0) return [];
  const at = [oneLine(file), ...(line === null ? [] : [line])].join(":");
  const told = oneLine([what, ...guesses.map(guessWords)].join("; "));
  return [`${at}: ${how === "left-out" ? "left out" : how}: ${told}`];
}
