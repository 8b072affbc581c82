import type { Agreement, Architecture, Component, Connection } from "./architecture.schema.ts";
import { pairKey } from "./subject.ts";

/** An architecture with the look-ups that graph questions need. Every list keeps the order of the file. */
export interface SketchGraph {
  readonly architecture: Architecture;
  readonly components: ReadonlyMap<string, Component>;
  readonly connections: ReadonlyMap<string, Connection>;
  /** Connections that leave, that enter, and that run over a component. */
  readonly outgoing: (id: string) => readonly Connection[];
  readonly incoming: (id: string) => readonly Connection[];
  readonly runningOver: (id: string) => readonly Connection[];
  /** Connections that carry an object. */
  readonly carrying: (objectId: string) => readonly Connection[];
  /** Connections between two components, in either direction. */
  readonly between: (a: string, b: string) => readonly Connection[];
  readonly agreement: (a: string, b: string) => Agreement | undefined;
  /** Of many, those that a pattern should look at (bounded-graph.ts); all of them where nothing is left out. */
  readonly mostSpecific: (connections: readonly Connection[]) => readonly Connection[];
  readonly mostSpecificOf: (componentIds: readonly string[]) => readonly string[];
  /** What people call a component, and the object that a connection carries. */
  readonly name: (componentId: string) => string;
  readonly objectName: (connectionId: string) => string | undefined;
}

export function sketchGraph(architecture: Architecture): SketchGraph {
  const { connections } = architecture;
  const outgoing = group(connections, (c) => [c.from]);
  const incoming = group(connections, (c) => [c.to]);
  const over = group(connections, (c) => c.over);
  const carried = group(connections, (c) => (c.carries === null ? [] : [c.carries]));
  const pairs = group(connections, (c) => [pairKey(c.from, c.to)]);
  const agreements = new Map(architecture.agreements.map((a) => [pairKey(...a.between), a]));
  const componentsById = new Map(architecture.components.map((c) => [c.id, c]));
  const connectionsById = new Map(connections.map((c) => [c.id, c]));
  const objects = new Map(architecture.objects.map((o) => [o.id, o.name]));
  return {
    architecture,
    components: componentsById,
    connections: connectionsById,
    outgoing: (id) => outgoing.get(id) ?? [],
    incoming: (id) => incoming.get(id) ?? [],
    runningOver: (id) => over.get(id) ?? [],
    carrying: (objectId) => carried.get(objectId) ?? [],
    between: (a, b) => pairs.get(pairKey(a, b)) ?? [],
    agreement: (a, b) => (agreements.size === 0 ? undefined : agreements.get(pairKey(a, b))),
    mostSpecific: (all) => all,
    mostSpecificOf: (all) => all,
    name: (id) => componentsById.get(id)?.name ?? id,
    objectName: (id) => objects.get(connectionsById.get(id)?.carries ?? ""),
  };
}

function group<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const list = groups.get(key);
      if (list === undefined) groups.set(key, [item]);
      else list.push(item);
    }
  }
  return groups;
}
