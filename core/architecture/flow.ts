import type { Connection } from "./architecture.schema.ts";
import type { SketchGraph } from "./sketch-graph.ts";
import type { ComponentKind } from "./vocabulary.ts";

/** An object handed from one component to another, whichever of the two opened the connection. */
export interface Delivery {
  readonly connection: Connection;
  readonly giver: string;
  readonly taker: string;
}

/** Kinds whose input nobody inside vouches for. */
const OUTSIDE: ReadonlySet<ComponentKind> = new Set(["client", "person", "external"]);

/** The way the object of a connection travels: a reader and an observer are handed what the other side holds. */
export function deliveryOf(connection: Connection): Delivery {
  const { from, to, kind } = connection;
  const isPulled = kind === "read" || kind === "observe";
  return isPulled ? { connection, giver: to, taker: from } : { connection, giver: from, taker: to };
}

/** Every hand-over of an object that moves the work along: asking about it and watching it are left out. */
export function deliveriesOf(graph: SketchGraph, objectId: string): readonly Delivery[] {
  return graph
    .carrying(objectId)
    .filter(({ kind }) => kind !== "decide" && kind !== "observe")
    .map(deliveryOf);
}

export function isOutside(graph: SketchGraph, componentId: string): boolean {
  const component = graph.components.get(componentId);
  return component !== undefined && OUTSIDE.has(component.kind);
}

/** Whether an object, or what led to it at its first carrier, was put together outside. */
export function comesFromOutside(graph: SketchGraph, objectId: string): boolean {
  return deliveriesOf(graph, objectId).some(({ giver }) => isOutside(graph, giver));
}

/** Components that `start` leads to along `next`, itself left out unless a circle leads back to it. */
export function reachable(start: string, next: (id: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...next(start)];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...next(id));
  }
  return seen;
}

/** What a component directly needs in order to work: what it calls, reads, asks and sends to, and what those run over. */
export function needsOf(graph: SketchGraph, id: string): readonly string[] {
  const outgoing = graph.outgoing(id).filter(({ kind }) => NEEDING.has(kind));
  const configured = graph.incoming(id).filter(({ kind }) => kind === "configure");
  return [...outgoing.flatMap((c) => [c.to, ...c.over]), ...configured.map((c) => c.from)];
}

const NEEDING: ReadonlySet<Connection["kind"]> = new Set(["call", "read", "decide", "write", "observe"]);
