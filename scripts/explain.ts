import { diagnose } from "#core/diagnosis/diagnose.ts";
import { sketchOf } from "#core/evaluation/games.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { renderExplanation } from "#core/report/render-explanation.ts";
import { readArchitecture, readArguments } from "./command-line.ts";

const USAGE = "Usage: npm run --silent explain -- FILE [--sketch]";

const { path, values } = readArguments(USAGE, { sketch: { type: "boolean", default: false } });
const file = readArchitecture(path);
const architecture = values.sketch ? sketchOf(file) : file;
process.stdout.write(renderExplanation(architecture, diagnose(architecture, CATALOGUE)));
