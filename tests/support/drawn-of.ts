import type { Architecture } from "#core/architecture/architecture.schema.ts";
import type { Drawn } from "#tests/support/interchange-examples.ts";

/** What a sketch draws, by names: each boundary with what lies in it and in none that is inside it. */
export function drawnOf({ components, connections, boundaries }: Architecture): Drawn {
  const name = new Map(components.map((one) => [one.id, one.name]));
  const within = new Map(boundaries.map((one) => [one.id, one.within]));
  const isAround = (outer: string, inner: string) => {
    let at = within.get(inner);
    while (at !== null && at !== undefined && at !== outer) at = within.get(at);
    return at === outer;
  };
  return {
    components: components.map((one) => one.name),
    connections: connections.map(({ from, to }) => [name.get(from) ?? "", name.get(to) ?? ""]),
    boundaries: boundaries.map((boundary) => ({
      name: boundary.name,
      holds: [
        ...components
          .filter((one) => one.boundaries.includes(boundary.id))
          .filter((one) => !one.boundaries.some((other) => isAround(boundary.id, other)))
          .map((one) => one.name),
        ...boundaries.filter((one) => one.within === boundary.id).map((one) => one.name),
      ],
    })),
  };
}
