import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Architecture } from "../../core/architecture/architecture.schema.ts";
import { parseIncident, type Incident } from "../../core/architecture/incident.schema.ts";
import { describeProblems, type InputProblem } from "../../core/architecture/input-problem.schema.ts";
import type { WalkStep } from "../../core/architecture/walk.ts";
import type { Result } from "../../core/result.ts";
import type { CaseMatter } from "../../core/series/case.schema.ts";
import { parseMove, type Move } from "../../core/series/move.schema.ts";
import { parseWalk } from "../../core/series/walk.schema.ts";
import { remembered } from "./remembered.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What a case has besides its text: the day of its incident, its walk and its move. */
export interface CaseFiles {
  readonly happened: string;
  /** The names of the two components that had to agree. */
  readonly sides: readonly [string, string];
  readonly walk: readonly WalkStep[];
  readonly move: Move;
}

/** Reads the files beside a case, and refuses what does not fit its incident. */
export function readCaseFiles(matter: CaseMatter): Promise<CaseFiles> {
  const read = {
    incident: readFile(`content/incidents/${matter.incident}.json`),
    walk: readFile(`content/cases/${matter.slug}.walk.json`),
    move: readFile(`content/cases/${matter.slug}.move.json`),
  };
  const sources = Object.values(read).map(({ source }) => source);
  return remembered(["case files", JSON.stringify(matter), ...sources], () => parsed(matter, read));
}

interface ReadFile {
  readonly file: string;
  readonly source: string;
}

function readFile(file: string): ReadFile {
  if (!existsSync(join(root, file))) throw new Error(`${file} is missing`);
  return { file, source: readFileSync(join(root, file), "utf8") };
}

function parsed(
  matter: CaseMatter,
  read: Readonly<Record<"incident" | "walk" | "move", ReadFile>>,
): CaseFiles {
  const { architecture, date, documented } = incidentOf(matter, read.incident);
  const [[one, other] = ["", ""]] = documented.seam.between;
  const nameOf = (id: string) => architecture.components.find((component) => component.id === id)?.name ?? id;
  return {
    happened: date,
    sides: [nameOf(one), nameOf(other)],
    walk: beside(matter, read.walk, architecture, parseWalk),
    move: beside(matter, read.move, architecture, parseMove),
  };
}

function incidentOf(matter: CaseMatter, { file, source }: ReadFile): Incident {
  const incident = parseIncident(JSON.parse(source));
  if (!incident.ok) throw new Error(`${file}: ${describeProblems(incident.error)}`);
  const { zone, mechanism, failureClass } = incident.value.documented;
  if (zone !== matter.zone || mechanism !== matter.mechanism || failureClass !== matter.failureClass) {
    throw new Error(`${matter.slug}: zone, mechanism or failure class differ from ${file}`);
  }
  return incident.value;
}

type Parse<Value> = (
  input: unknown,
  architecture: Architecture,
  sources: readonly string[],
) => Result<Value, readonly InputProblem[]>;

function beside<Value>(
  { sources }: CaseMatter,
  { file, source }: ReadFile,
  architecture: Architecture,
  parse: Parse<Value>,
): Value {
  const read = parse(
    JSON.parse(source),
    architecture,
    sources.map(({ key }) => key),
  );
  if (!read.ok) throw new Error(`${file}: ${describeProblems(read.error)}`);
  return read.value;
}
