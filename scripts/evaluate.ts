import { readdirSync } from "node:fs";
import { join } from "node:path";
import { figuresOf, judgeIncident, type Figures } from "#core/evaluation/figures.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { fail, readIncident } from "./command-line.ts";

const SEED = 20_240_723;

const [directory, ...flags] = process.argv.slice(2);
if (directory === undefined) fail("Usage: npm run --silent evaluate -- DIRECTORY [--json]");

const files = jsonFilesIn(directory);
const figures = figuresOf(
  files.map((name, i) => judgeIncident(readIncident(join(directory, name)), CATALOGUE, SEED + i)),
);
console.log(flags.includes("--json") ? JSON.stringify(figures, null, 2) : tableOf(figures));

function jsonFilesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .sort();
  } catch {
    fail(`${folder} cannot be read.`);
  }
}

function tableOf({ incidents, rows, each }: Figures): string {
  const number = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(2)).padStart(6);
  const summary = rows.map(
    ({ name, value, accepted }) =>
      `${name.padEnd(12)}${number(value)}${accepted === undefined ? "" : `  ~${number(accepted)}`}`,
  );
  const place = (at: number, accepted: number) =>
    `${at === 0 ? "–" : at}${accepted === at ? "" : ` (~${accepted === 0 ? "–" : accepted})`}`;
  const lines = each.map((f) =>
    [
      f.id.padEnd(32),
      `sketch ${place(f.sketchPlace, f.sketchPlaceAccepted).padEnd(9)}`,
      `guided ${place(f.guidedPlace, f.guidedPlaceAccepted).padEnd(9)}`,
      `zone ${f.zone ? "yes" : "no "}  mechanism ${f.mechanism ? "yes" : "no "}`,
      `questions ${String(f.questions).padStart(2)} of ${String(f.asked).padStart(2)}, wasted ${f.wasted}`,
      `repaired ${f.repaired ? "yes" : "no "}  healthy ${f.healthy}/${f.healthyOf}`,
      `likely ${f.likelyOnSketch}→${f.likelyAtEnd}`,
    ].join("  "),
  );
  return [`${incidents} incidents, ${CATALOGUE.length} mechanisms`, ...summary, "", ...lines].join("\n");
}
