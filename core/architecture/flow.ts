import type { Connection } from "./architecture.schema.ts";
import { perGraph, perId } from "./remembered.ts";
import type { SketchGraph } from "./sketch-graph.ts";
import type { ComponentKind } from "./vocabulary.ts";

/** An object handed from one component to another, whichever of the two opened the connection. */
interface Delivery {
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

/** Handing something over moves the work along: asking about it and watching it do not. */
export function isHandOver({ kind }: Connection): boolean {
  return kind !== "decide" && kind !== "observe";
}

/** Every hand-over of an object. */
export function deliveriesOf(graph: SketchGraph, objectId: string): readonly Delivery[] {
  return graph.carrying(objectId).filter(isHandOver).map(deliveryOf);
}

export function isOutside(graph: SketchGraph, componentId: string): boolean {
  const component = graph.components.get(componentId);
  return component !== undefined && OUTSIDE.has(component.kind);
}

/** Whether one component hands an object to another itself. */
export function handsOver(graph: SketchGraph, objectId: string, from: string, to: string): boolean {
  return graph
    .between(from, to)
    .filter(({ carries }) => carries === objectId)
    .filter(isHandOver)
    .map(deliveryOf)
    .some(({ giver, taker }) => giver === from && taker === to);
}

/** Whether an object, or what led to it at its first carrier, was put together outside. */
export const comesFromOutside = perId((graph, objectId) =>
  deliveriesOf(graph, objectId).some(({ giver }) => isOutside(graph, giver)),
);

/** Whether somebody outside reaches a component by calls and messages, directly or through others. */
export function servesStrangers(graph: SketchGraph, id: string): boolean {
  return reachedByStrangers(graph).has(id);
}

const reachedByStrangers = perGraph((graph): ReadonlySet<string> => {
  const requests = graph.architecture.connections.filter(({ kind }) => kind === "call" || kind === "send");
  const byCaller = Map.groupBy(requests, ({ from }) => from);
  const reached = new Set<string>();
  const open = [...byCaller.keys()].filter((id) => isOutside(graph, id));
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { to } of byCaller.get(id) ?? []) {
      if (!reached.has(to)) open.push(to);
      reached.add(to);
    }
  }
  return reached;
});

/** Who is further away than so many others is no longer looked for: such a way explains nothing to anybody. */
const MOST_BETWEEN = 128;

/** Whether `start` leads to one that is `wanted` along `next`. Itself counts only where a circle leads back to it. */
export function leadsTo(
  start: string,
  next: (id: string) => readonly string[],
  wanted: (id: string) => boolean,
): boolean {
  const seen = new Set<string>();
  let layer = next(start);
  while (layer.length > 0 && seen.size < MOST_BETWEEN) {
    const behind: string[] = [];
    for (const id of layer) {
      if (wanted(id)) return true;
      if (!seen.has(id)) behind.push(...next(id));
      seen.add(id);
    }
    layer = behind;
  }
  return false;
}

/** What a component directly needs in order to work: what it calls, reads, asks and sends to, and what those run over. */
export const needsOf = perId((graph, id): readonly string[] => {
  const outgoing = graph.outgoing(id).filter(({ kind }) => NEEDING.has(kind));
  const configured = graph.incoming(id).filter(({ kind }) => kind === "configure");
  return [...new Set([...outgoing.flatMap((c) => [c.to, ...c.over]), ...configured.map((c) => c.from)])];
});

const NEEDING: ReadonlySet<Connection["kind"]> = new Set(["call", "read", "decide", "write", "observe"]);
