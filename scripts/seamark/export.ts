import { diagnose } from "#core/diagnosis/diagnose.ts";
import { EXPORTERS } from "#core/interchange/exporters.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { exportedInvariants } from "#core/report/exported-invariants.ts";
import { diagnoseOptionsOf } from "#core/report/diagnose-options.ts";
import { oneOf, readArguments, type Command } from "./command.ts";
import { EXIT } from "./exit.ts";
import { readSketch } from "./read-files.ts";
import { writeOut } from "./write-out.ts";

const NAMES = EXPORTERS.map(({ format }) => format);

export const exportCommand: Command = {
  help: `seamark export FILE… --to FORMAT [--format FORMAT] [-o OUT] [--quiet]

Writes the sketch in FILE… (any format that import reads; - is standard input) to OUT or standard output. What the
format cannot carry is said on standard error.

  --to FORMAT       ${NAMES.join(", ")}
  --format FORMAT   says what the files are; otherwise they are recognized by what they hold
  -o, --out OUT     the file to write
  --quiet           does not say what is lost

Exit code: 0, or 2 where a file is refused.

Example: seamark export shop.seamark.json --to mermaid > shop.mmd`,
  run: async (args) => {
    const { files, values } = readArguments("export", args, {
      to: { type: "string" },
      format: { type: "string" },
      out: { type: "string", short: "o" },
      quiet: { type: "boolean", default: false },
    });
    const to = oneOf("--to", NAMES, values.to);
    const { session } = readSketch(files, values.format);
    const diagnosis = diagnose(session.architecture, CATALOGUE, diagnoseOptionsOf(session));
    for (const exporter of EXPORTERS.filter(({ format }) => format === to)) {
      await writeOut(values.out, exporter.write(session, exportedInvariants(session, diagnosis)));
      if (!values.quiet)
        console.error(exporter.carried.loses.map((lost) => `${exporter.name} loses: ${lost}`).join("\n"));
    }
    return EXIT.done;
  },
};
