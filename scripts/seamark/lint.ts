import { pathToFileURL } from "node:url";
import * as z from "zod";
import { pairKey, subjectKey } from "#core/architecture/subject.ts";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import type { Diagnosis } from "#core/diagnosis/diagnosis.ts";
import type { Imported, ImportNote } from "#core/interchange/importer.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { diagnoseOptionsOf } from "#core/report/diagnose-options.ts";
import {
  lintedSeams,
  lintLines,
  silenceWords,
  unstatedBelow,
  type LintOptions,
  type LintSource,
} from "#core/report/lint.ts";
import { renderSarif } from "#core/report/render-sarif.ts";
import manifest from "../../package.json" with { type: "json" };
import { probability, readArguments, type Command } from "./command.ts";
import { EXIT, fail } from "./exit.ts";
import { readSketch, readText } from "./read-files.ts";
import { writeOut } from "./write-out.ts";

export const lintCommand: Command = {
  help: `seamark lint FILE… [--threshold 0.5] [--only-unstated] [--since OLD | --baseline KNOWN] [--sarif] [-o OUT]

Writes a line for each seam of the sketch in FILE… (any format that import reads; - is standard input):
file:line: level: the components: the invariant (mechanism; rung; how sure).

  --threshold P           from which probability on a seam counts (0 to 1; 0.5)
  --only-unstated         only seams whose agreement is stated, enforced and verified nowhere
  --since OLD             passes over the seams that OLD, an earlier version of the sketch, has as well
  --baseline KNOWN        passes over the seams that are listed in KNOWN
  --write-baseline KNOWN  lists the seams of now in KNOWN, and reports none
  --sarif                 writes SARIF 2.1.0 instead of lines
  -o, --out OUT           the file to write
  --format FORMAT         says what the files are; otherwise they are recognized by what they hold

A seam is the same one while the ids of its two components are. Where none is reported, standard error says how many
possible seams below the threshold are unstated: a drawing without answers hardly ever comes to 0.5.
Exit code: 0 where there is none, 1 where there is one, 2 where a file is refused.

Example: git show main:shop.seamark.json | seamark lint shop.seamark.json --since - --only-unstated`,
  run: async (args) => {
    const { files, values } = readArguments("lint", args, {
      threshold: { type: "string", default: "0.5" },
      "only-unstated": { type: "boolean", default: false },
      since: { type: "string" },
      baseline: { type: "string" },
      "write-baseline": { type: "string" },
      sarif: { type: "boolean", default: false },
      out: { type: "string", short: "o" },
      format: { type: "string" },
    });
    const asked = {
      threshold: probability("--threshold", values.threshold),
      onlyUnstated: values["only-unstated"],
    };
    const imported = readSketch(files, values.format);
    const baseline = values["write-baseline"];
    if (baseline !== undefined) {
      await writeOut(baseline, baselineOf(seamsOf(imported, asked)));
      return EXIT.done;
    }
    const known = new Set([
      ...(values.since === undefined ? [] : pairsIn(readSketch([values.since], values.format), asked)),
      ...(values.baseline === undefined ? [] : readBaseline(values.baseline)),
    ]);
    const diagnosis = diagnosed(imported);
    const seams = lintedSeams(diagnosis, { ...asked, known });
    const source = sourceOf(imported);
    await writeOut(
      values.out,
      values.sarif ? renderSarif(seams, CATALOGUE, source, manifest.version) : lintLines(seams, source),
    );
    if (seams.length > 0) return EXIT.found;
    const below = unstatedBelow(diagnosis, { ...asked, known });
    const silence = silenceWords(imported.session.architecture, below, asked.threshold);
    if (silence !== undefined) console.error(silence);
    return EXIT.done;
  },
};

function diagnosed({ session }: Imported): Diagnosis {
  return diagnose(session.architecture, CATALOGUE, diagnoseOptionsOf(session));
}

function seamsOf(imported: Imported, options: LintOptions) {
  return lintedSeams(diagnosed(imported), options);
}

function pairsIn(imported: Imported, options: LintOptions): readonly string[] {
  return seamsOf(imported, options).map(({ between }) => pairKey(...between));
}

/** Where each element was read, by what the importer noted of it. */
function sourceOf({ session: { architecture }, notes }: Imported): LintSource {
  const places = new Map(
    notes.flatMap((note) => {
      const key = keyOf(note);
      if (key === undefined) return [];
      return [[key, { file: note.file, uri: uriOf(note.file), line: note.line }] as const];
    }),
  );
  return { architecture, placeOf: (element) => places.get(subjectKey(element)) ?? null };
}

function keyOf({ about }: ImportNote): string | undefined {
  if (about === null) return undefined;
  if ("component" in about) return subjectKey({ component: about.component });
  return "connection" in about ? subjectKey({ connection: about.connection }) : undefined;
}

/** Pipelines match findings with their files by addresses relative to where they run. */
function uriOf(file: string): string {
  const [here, there] = [pathToFileURL(`${process.cwd()}/`).href, pathToFileURL(file).href];
  return there.startsWith(here) ? there.slice(here.length) : there;
}

const Baseline = z.strictObject({
  format: z.literal("seamark.baseline/1"),
  seams: z.array(z.strictObject({ between: z.tuple([z.string(), z.string()]) })).max(100_000),
});

function baselineOf(seams: ReturnType<typeof seamsOf>): string {
  const pairs = seams.map(({ between }) => ({ between: [...between].sort() }));
  const sorted = pairs.toSorted((a, b) => (a.between.join() < b.between.join() ? -1 : 1));
  return `${JSON.stringify({ format: "seamark.baseline/1", seams: sorted }, null, 2)}\n`;
}

function readBaseline(path: string): readonly string[] {
  try {
    const read = Baseline.safeParse(JSON.parse(readText(path)));
    if (read.success) return read.data.seams.map(({ between }) => pairKey(...between));
  } catch {
    // Said below, in the same words.
  }
  return fail(
    `${path} is no list of known seams: make one with “seamark lint FILE --write-baseline ${path}”.`,
  );
}
