import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseIncident } from "../../core/architecture/incident.schema.ts";
import { describeProblems } from "../../core/architecture/input-problem.schema.ts";
import { parseArchitecture } from "../../core/architecture/parse-architecture.ts";
import { MECHANISMS_BY_ZONE } from "../../core/architecture/vocabulary.ts";
import { remembered } from "./remembered.ts";

/** The module with a sketch for each mechanism, and the incidents of the corpus by the mechanism that they document. */
export async function mechanismsModule(content: string): Promise<string> {
  const keys = Object.values(MECHANISMS_BY_ZONE).flat();
  for (const key of keys) await checkSketch(join(content, "mechanisms", `${key}.json`));
  const documented = await incidentsIn(join(content, "incidents"));
  return [
    'import type { MechanismKey } from "#core/architecture/vocabulary.ts";',
    'import type { DocumentedIncident } from "#core/series/documented-incident.ts";',
    ...keys.map(
      (key, i) => `import sketch${i} from "#content/mechanisms/${key}.json" with { type: "json" };`,
    ),
    "",
    "/** A sketch for each mechanism, whose one agreement is the seam; not yet parsed. */",
    "export const sketches: Readonly<Record<MechanismKey, unknown>> = {",
    ...keys.map((key, i) => `  "${key}": sketch${i},`),
    "};",
    "",
    `export const documented: readonly DocumentedIncident[] = ${JSON.stringify(documented, null, 2)};`,
    "",
  ].join("\n");
}

/** Remembers only that the sketch is right. */
function checkSketch(file: string): Promise<boolean> {
  const source = readFileSync(file, "utf8");
  return remembered(["checked sketch", source], () => {
    const sketch = parseArchitecture(JSON.parse(source));
    if (!sketch.ok) throw new Error(`${file}: ${describeProblems(sketch.error)}`);
    if (sketch.value.agreements.length !== 1) throw new Error(`${file}: the seam is its one agreement`);
    return true;
  });
}

async function incidentsIn(folder: string): Promise<readonly object[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const incidents: object[] = [];
  for (const name of names.sort()) {
    const source = readFileSync(join(folder, name), "utf8");
    incidents.push(await remembered(["documented incident", source], () => documentedIn(name, source)));
  }
  return incidents;
}

function documentedIn(name: string, text: string): object {
  const incident = parseIncident(JSON.parse(text));
  if (!incident.ok) throw new Error(`${name}: ${describeProblems(incident.error)}`);
  const { id, name: title, date, documented, sources } = incident.value;
  const [source] = sources;
  return {
    id,
    title,
    date,
    mechanism: documented.mechanism,
    invariant: documented.invariant,
    source: { title: source?.title, publisher: source?.publisher, url: source?.url },
  };
}
