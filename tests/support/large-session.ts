import type { Architecture } from "#core/architecture/architecture.schema.ts";
import {
  AGREEMENT_FACTS,
  COMPONENT_FACTS,
  CONNECTION_FACTS,
  type FactShape,
} from "#core/architecture/vocabulary.ts";
import type { Session } from "#core/document/session.schema.ts";
import { incident, incidentIds } from "./incidents.ts";
import { sessionWithAnswers } from "./reports.ts";

/** The documented incidents side by side in one sketch, over and over, until it has so many components; all answered. */
export function largeSession(components: number): Session {
  const parts: Architecture[] = [];
  let count = 0;
  for (let i = 0; count < components; i++) {
    const next = incident(incidentIds[i % incidentIds.length] ?? "").architecture;
    parts.push(renamed(next, `p${i}-`));
    count += next.components.length;
  }
  const [first] = parts;
  if (first === undefined) throw new Error("There are no incidents.");
  const all = <K extends "objects" | "boundaries" | "components" | "connections" | "agreements" | "history">(
    key: K,
  ) => parts.flatMap((part) => part[key] as readonly unknown[]) as unknown as Architecture[K];
  return sessionWithAnswers({
    ...first,
    title: `Everything at once, ${components} components`,
    summary: "Several documented systems in one sketch.",
    objects: all("objects"),
    boundaries: all("boundaries"),
    components: all("components"),
    connections: all("connections"),
    agreements: all("agreements"),
    history: all("history"),
  });
}

/** Ids are all that a sketch refers by: every one of them, wherever it stands, gets a new one, short enough for any number of parts. */
function renamed(architecture: Architecture, prefix: string): Architecture {
  const { objects, boundaries, components, connections, agreements, history } = architecture;
  const entries = [...objects, ...boundaries, ...components, ...connections, ...agreements, ...history];
  const ids = new Map(entries.map(({ id }, i) => [id, `${prefix}${i}`]));
  const rename = (value: unknown): unknown => {
    if (typeof value === "string") return ids.get(value) ?? value;
    if (Array.isArray(value)) return value.map(rename);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, isKept(key) ? entry : rename(entry)]),
    );
  };
  return rename(architecture) as Architecture;
}

function isKept(key: string): boolean {
  const shape = FACTS.get(key)?.shape;
  return KEPT.has(key) || (shape !== undefined && shape !== "components" && shape !== "connections");
}

/** Words, which might read like an id. */
const KEPT = new Set(["name", "title", "summary", "text", "kind", "notes", "stated", "evidence"]);

/** A fact may refer to something on the sketch; what another says is no id, though it may read like one. */
const FACTS = new Map<string, FactShape>(
  Object.entries({ ...COMPONENT_FACTS, ...CONNECTION_FACTS, ...AGREEMENT_FACTS }),
);
