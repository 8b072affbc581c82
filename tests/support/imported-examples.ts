import type { Importer, ImportFile, ImportFormat } from "#core/interchange/importer.ts";
import { parseArchitecture } from "#core/architecture/parse-architecture.ts";
import { TEMPLATES } from "#core/architecture/templates/catalogue.ts";
import { sessionFromSketch } from "#core/document/new-session.ts";
import { writeSession } from "#core/interchange/session-json.ts";
import { interchangeExamples } from "#tests/support/interchange-examples.ts";
import { valueOf } from "#tests/support/value-of.ts";

/** The folder of the examples of a format, as they were named by whoever counted them. */
const FOLDERS: Partial<Record<ImportFormat, readonly string[]>> = {
  "open-threat-model": ["otm"],
  "tm-bom": ["threat-model-library"],
  traces: ["jaeger", "otlp"],
};

/** Files of a format that somebody meant: of other projects, and of this one the templates. */
export const examplesOf = ({ format }: Importer): readonly ImportFile[] =>
  format === "seamark"
    ? TEMPLATES.map(({ key, sketch }) => ({
        name: `${key}.json`,
        text: writeSession(sessionFromSketch(valueOf(parseArchitecture(sketch)), null, {})),
      }))
    : interchangeExamples().filter(({ folder }) => (FOLDERS[format] ?? [format]).includes(folder));
