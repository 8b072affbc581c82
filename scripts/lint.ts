import { pathToFileURL } from "node:url";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import { jsonLines } from "#core/interchange/json-lines.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { lintLines, seamsAbove } from "#core/report/lint.ts";
import { renderSarif } from "#core/report/render-sarif.ts";
import manifest from "../package.json" with { type: "json" };
import { fail, readArchitectureFile, readArguments } from "./command-line.ts";

const USAGE = "Usage: npm run --silent lint -- FILE [--threshold 0.5] [--sarif]";

const { path, values } = readArguments(USAGE, {
  threshold: { type: "string", default: "0.5" },
  sarif: { type: "boolean", default: false },
});
const threshold = Number(values.threshold);
if (values.threshold.trim() === "" || !(threshold >= 0 && threshold <= 1))
  fail(`The threshold is a number from 0 to 1, and ${values.threshold} is none.\n${USAGE}`);

const { architecture, text, root } = readArchitectureFile(path);
const seams = seamsAbove(diagnose(architecture, CATALOGUE), threshold);
const source = { architecture, root, lineOf: jsonLines(text), uri: uriOf(path) };
process.stdout.write(
  values.sarif ? renderSarif(seams, CATALOGUE, source, manifest.version) : lintLines(seams, source, path),
);
process.exitCode = seams.length === 0 ? 0 : 1;

/** Pipelines match findings with their files by addresses relative to where they run. */
function uriOf(file: string): string {
  const [here, there] = [pathToFileURL(`${process.cwd()}/`).href, pathToFileURL(file).href];
  return there.startsWith(here) ? there.slice(here.length) : there;
}
