import type { Architecture } from "#core/architecture/architecture.schema.ts";
import type { Subject } from "#core/architecture/subject.ts";

/** The element with its two ends, so that a line is not lit without what it joins. */
export function elementsOf({ connections }: Architecture, about: Subject): readonly Subject[] {
  if ("component" in about) return [about];
  const ends =
    "agreement" in about
      ? about.agreement
      : connections.filter(({ id }) => id === about.connection).flatMap(({ from, to }) => [from, to]);
  return [about, ...ends.map((component) => ({ component }))];
}
