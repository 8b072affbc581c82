import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseIncident, type Incident } from "#core/architecture/incident.schema.ts";

const FOLDER = join(import.meta.dirname, "../../content/incidents");

export const incidentIds = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.slice(0, -".json".length))
  .sort();

export function incidentJson(id: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, `${id}.json`), "utf8"));
}

export function incident(id: string): Incident {
  const parsed = parseIncident(incidentJson(id));
  if (!parsed.ok) throw new Error(`${id} is refused: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
}
