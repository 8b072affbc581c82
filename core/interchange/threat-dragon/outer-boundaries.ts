import type { Boundary } from "../../architecture/architecture.schema.ts";

/** For each boundary those around it, the nearest first. */
export function outerBoundaries(boundaries: readonly Boundary[]): (id: string) => readonly string[] {
  const within = new Map(boundaries.map((one) => [one.id, one.within]));
  return (id) => {
    const around: string[] = [];
    for (let at = within.get(id); at !== null && at !== undefined; at = within.get(at)) around.push(at);
    return around;
  };
}
