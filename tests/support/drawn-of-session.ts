import type { Session } from "#core/document/session.schema.ts";
import type { Drawn } from "./interchange-examples.ts";

/** What a session draws, by names, to be compared with what is expected of a file. */
export function drawnOf({ architecture: { components, connections, boundaries } }: Session): Drawn {
  const name = (id: string) => components.find((one) => one.id === id)?.name ?? id;
  return {
    components: components.map((one) => one.name),
    connections: connections.map(({ from, to }) => [name(from), name(to)] as const),
    boundaries: boundaries.map((boundary) => ({
      name: boundary.name,
      holds: [
        ...components.filter((one) => one.boundaries.includes(boundary.id)).map((one) => one.name),
        ...boundaries.filter(({ within }) => within === boundary.id).map((one) => one.name),
      ],
    })),
  };
}
