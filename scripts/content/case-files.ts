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
export function readCaseFiles(matter: CaseMatter): CaseFiles {
  const { architecture, date, documented } = incidentOf(matter);
  const [[one, other] = ["", ""]] = documented.seam.between;
  const nameOf = (id: string) => architecture.components.find((component) => component.id === id)?.name ?? id;
  return {
    happened: date,
    sides: [nameOf(one), nameOf(other)],
    walk: beside(matter, "walk", architecture, parseWalk),
    move: beside(matter, "move", architecture, parseMove),
  };
}

function incidentOf(matter: CaseMatter): Incident {
  const file = `content/incidents/${matter.incident}.json`;
  const incident = parseIncident(readJson(file));
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
  { slug, sources }: CaseMatter,
  name: string,
  architecture: Architecture,
  parse: Parse<Value>,
): Value {
  const file = `content/cases/${slug}.${name}.json`;
  if (!existsSync(join(root, file))) throw new Error(`${file} is missing`);
  const read = parse(
    readJson(file),
    architecture,
    sources.map(({ key }) => key),
  );
  if (!read.ok) throw new Error(`${file}: ${describeProblems(read.error)}`);
  return read.value;
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(join(root, file), "utf8"));
}
