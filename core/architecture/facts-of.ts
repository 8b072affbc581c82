import type { Architecture, Facts } from "./architecture.schema.ts";
import { pairKey, type Subject } from "./subject.ts";

/** What is said of a subject; none where it is not there. */
export function factsOf({ components, connections, agreements }: Architecture, about: Subject): Facts {
  if ("component" in about) return components.find(({ id }) => id === about.component)?.facts ?? {};
  if ("connection" in about) return connections.find(({ id }) => id === about.connection)?.facts ?? {};
  const key = pairKey(...about.agreement);
  return agreements.find(({ between }) => pairKey(...between) === key)?.facts ?? {};
}
