import type { Architecture } from "#core/architecture/architecture.schema.ts";
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

/** Ids are all that a sketch refers by: every one of them, wherever it stands, gets the same prefix. */
function renamed(architecture: Architecture, prefix: string): Architecture {
  const { objects, boundaries, components, connections, history } = architecture;
  const ids = new Set(
    [...objects, ...boundaries, ...components, ...connections, ...history].map(({ id }) => id),
  );
  const rename = (value: unknown): unknown => {
    if (typeof value === "string") return ids.has(value) ? `${prefix}${value}` : value;
    if (Array.isArray(value)) return value.map(rename);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, KEPT.has(key) ? entry : rename(entry)]),
    );
  };
  return rename(architecture) as Architecture;
}

/** Words, which might read like an id. */
const KEPT = new Set(["name", "title", "summary", "text", "kind", "notes", "stated", "evidence"]);
