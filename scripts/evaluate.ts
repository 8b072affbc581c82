import { readdirSync } from "node:fs";
import { join } from "node:path";
import { compare, type ComparedRow, type Comparison } from "#core/evaluation/comparison.ts";
import { figuresOf, judgeIncident, type Figures } from "#core/evaluation/figures.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { fail, readArguments, readIncident } from "./command-line.ts";

const SEED = 20_240_723;

const LEGEND =
  "wasted: questions that did not lower the entropy by 0.02 bit, whatever the answer; unmoved: those that moved it by less, up or down.";
const USAGE = "Usage: npm run --silent evaluate -- DIRECTORY [--ablation] [--json]";

const { path: directory, values } = readArguments(USAGE, {
  ablation: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
});
const incidents = jsonFilesIn(directory).map((name) => readIncident(join(directory, name)));
if (values.ablation) {
  const comparison = compare(incidents, CATALOGUE, SEED);
  console.log(values.json ? JSON.stringify(comparison, null, 2) : comparisonTable(comparison));
} else {
  const figures = figuresOf(incidents.map((incident, i) => judgeIncident(incident, CATALOGUE, SEED + i)));
  console.log(values.json ? JSON.stringify(figures, null, 2) : tableOf(figures));
}

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
      `questions ${String(f.questions).padStart(2)} of ${String(f.asked).padStart(2)}, wasted ${f.wasted}, unmoved ${f.unmoved}`,
      `repaired ${f.repaired ? "yes" : "no "}  healthy ${f.healthy}/${f.healthyOf}`,
      `likely ${f.likelyOnSketch}→${f.likelyAtEnd}`,
    ].join("  "),
  );
  return [`${incidents} incidents, ${CATALOGUE.length} mechanisms`, ...summary, LEGEND, "", ...lines].join(
    "\n",
  );
}

/** One line for each way, one column for each figure; under `~` any accepted pair counts. */
function comparisonTable({ incidents: count, engine, baselines }: Comparison): string {
  const columns = engine[0]?.rows.map(({ name }) => name) ?? [];
  const widest = Math.max(...[...engine, ...baselines].map(({ name }) => name.length));
  const cell = (row: ComparedRow, column: string) => {
    const figure = row.rows.find(({ name }) => name === column);
    const accepted = figure?.accepted === undefined ? "" : ` ~${short(figure.accepted)}`;
    return (figure === undefined ? "" : `${short(figure.value)}${accepted}`).padEnd(widthOf(column));
  };
  const line = (row: ComparedRow) =>
    [row.name.padEnd(widest), ...columns.map((column) => cell(row, column))].join("  ").trimEnd();
  const head = ["".padEnd(widest), ...columns.map((column) => column.padEnd(widthOf(column)))].join("  ");
  return [
    `${count} incidents, ${CATALOGUE.length} mechanisms`,
    head.trimEnd(),
    ...engine.map(line),
    "",
    ...baselines.map(line),
    "",
    LEGEND,
  ].join("\n");
}

function widthOf(column: string): number {
  return Math.max(column.length, /@|questions/.test(column) ? 10 : 4);
}

function short(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
