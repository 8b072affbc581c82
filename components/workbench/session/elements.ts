import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { componentsOf, type Subject } from "#core/architecture/subject.ts";

/** The element with its two ends, so that a line is not lit without what it joins. */
export function elementsOf({ connections }: Architecture, about: Subject): readonly Subject[] {
  if ("component" in about) return [about];
  const ends = componentsOf(about, (id) => connections.find((one) => one.id === id));
  return [about, ...ends.map((component) => ({ component }))];
}
