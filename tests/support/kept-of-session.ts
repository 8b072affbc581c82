import type { Session } from "#core/document/session.schema.ts";

/** What formats of others must keep of a sketch: names and kinds without ids, in no order. */
export interface Kept {
  readonly title: string;
  readonly components: readonly string[];
  readonly connections: readonly string[];
  readonly boundaries: readonly string[];
}

/** As any format may write a name: on one line, without control characters and broken halves of characters. */
const plain = (name: string, otherwise = "Unnamed") =>
  name
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .trim() || otherwise;

/** Components with their boundaries, connections between them and boundaries with what is around them; a component is not connected to itself. */
export function keptOf({ architecture }: Session): Kept {
  const { title, components, connections, boundaries, objects } = architecture;
  const wayOf = (id: string | null): readonly string[] => {
    const one = boundaries.find((boundary) => boundary.id === id);
    return one === undefined ? [] : [`${plain(one.name)} (${one.kind})`, ...wayOf(one.within)];
  };
  const nameOf = (id: string) => {
    const one = components.find((component) => component.id === id)!;
    const around = one.boundaries.map((boundary) => wayOf(boundary).join(" < ")).sort();
    return JSON.stringify([plain(one.name), one.kind, around]);
  };
  const objectOf = (id: string | null) => objects.find((object) => object.id === id)?.name ?? null;
  return {
    title: plain(title, "Untitled sketch"),
    components: components.map(({ id }) => nameOf(id)).sort(),
    connections: connections
      .filter(({ from, to }) => from !== to)
      .map(({ from, to, kind, carries }) => {
        const object = objectOf(carries);
        return JSON.stringify([nameOf(from), kind, object === null ? null : plain(object), nameOf(to)]);
      })
      .sort(),
    boundaries: boundaries.map(({ id }) => JSON.stringify(wayOf(id))).sort(),
  };
}

/** Where components stand, by their names, as far as somebody placed them: on whole units. */
export function placesOf({ architecture, positions }: Session): readonly string[] {
  const round = (value: number) => Math.round(value) + 0;
  return architecture.components
    .flatMap(({ id, name, kind }) => {
      const position = Object.hasOwn(positions, id) ? positions[id] : undefined;
      return position === undefined ? [] : [JSON.stringify([plain(name), kind, position.map(round)])];
    })
    .sort();
}
