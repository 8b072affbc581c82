import type { SketchGraph } from "./sketch-graph.ts";

/** What is found in a graph once is remembered as long as the graph is: a graph never changes. */
export function perGraph<T extends object>(find: (graph: SketchGraph) => T): (graph: SketchGraph) => T {
  const known = new WeakMap<SketchGraph, T>();
  return (graph) => {
    const before = known.get(graph);
    if (before !== undefined) return before;
    const found = find(graph);
    known.set(graph, found);
    return found;
  };
}

/** The same for what is found about one element. */
export function perId<T>(find: (graph: SketchGraph, id: string) => T): (graph: SketchGraph, id: string) => T {
  const of = perGraph((graph) => byId((id) => find(graph, id)));
  return (graph, id) => of(graph)(id);
}

export function byId<T>(find: (id: string) => T): (id: string) => T {
  const known = new Map<string, { readonly found: T }>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before.found;
    const found = find(id);
    known.set(id, { found });
    return found;
  };
}
