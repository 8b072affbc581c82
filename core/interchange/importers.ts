import { err, type Result } from "../result.ts";
import { dockerCompose } from "./docker-compose/docker-compose.ts";
import type {
  Imported,
  Importer,
  ImportFile,
  ImportFormat,
  ImportOptions,
  ImportProblem,
} from "./importer.ts";
import { kubernetes } from "./kubernetes/kubernetes.ts";
import { mermaid } from "./mermaid/mermaid.ts";
import { openThreatModel } from "./open-threat-model/open-threat-model.ts";
import { LARGEST_RECORDED, readJson } from "./read-document.ts";
import { seamarkJson } from "./seamark-json.ts";
import { structurizr } from "./structurizr/structurizr.ts";
import { threatDragon } from "./threat-dragon/threat-dragon.ts";
import { tmBom } from "./tm-bom/tm-bom.ts";
import { traces } from "./traces/traces.ts";

/** Every format that can be read, the most telling first: a file is taken for the first that recognizes it. */
export const IMPORTERS: readonly Importer[] = [
  seamarkJson,
  threatDragon,
  openThreatModel,
  tmBom,
  dockerCompose,
  kubernetes,
  traces,
  structurizr,
  mermaid,
];

/** The importer for files, by what they hold; undefined where none knows them all. */
export function importerFor(files: readonly ImportFile[]): Importer | undefined {
  return IMPORTERS.find((importer) => files.every((file) => importer.recognizes(file)));
}

/** Reads files as one sketch: by the named format, or else by the one that recognizes them. Never throws. */
export function importFiles(
  files: readonly ImportFile[],
  options: ImportOptions,
  format?: ImportFormat,
): Result<Imported, readonly ImportProblem[]> {
  const importer = format === undefined ? importerFor(files) : IMPORTERS.find((one) => one.format === format);
  const [first] = files;
  if (first === undefined) return err([{ file: "", line: null, message: "there is no file: choose one" }]);
  if (importer === undefined) {
    // Where it was meant to be JSON, the place that is wrong says more than a list of formats.
    const json = /^\s*[{[]/.test(first.text) ? readJson(first, LARGEST_RECORDED) : null;
    if (json?.ok === false) return json;
    const names = IMPORTERS.map(({ name }) => name).join(", ");
    const message = `it is of no format that is read here (${names}): choose another, or say which format it is`;
    return err([{ file: first.name, line: null, message }]);
  }
  if (files.length > 1 && !importer.takesSeveral) {
    const message = `${importer.name} is read one file at a time: choose one`;
    return err([{ file: first.name, line: null, message }]);
  }
  return importer.read(files, options);
}
