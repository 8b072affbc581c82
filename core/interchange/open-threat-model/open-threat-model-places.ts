import type { Position } from "../../document/session.schema.ts";
import type { OtmElement, OtmFile } from "./open-threat-model.schema.ts";
import { SIZE } from "../threat-models/place-sketch.ts";

/** Names of trust zones and of components are told apart: a file may give one name to both. */
export interface OtmElements {
  readonly zones: ReadonlyMap<string, OtmElement>;
  readonly components: ReadonlyMap<string, OtmElement>;
}

/** The element in which one lies, as it says; undefined where it says none that is there. */
export function parentOf(element: OtmElement, { zones, components }: OtmElements): OtmElement | undefined {
  const { trustZone, component } = element.parent ?? {};
  const parent = components.get(component ?? "") ?? zones.get(trustZone ?? "");
  return parent === element ? undefined : parent;
}

/** Each with what lies around it before it; of those that lie in each other in a circle the first lies in nothing. */
export function outermostFirst(elements: Iterable<OtmElement>, all: OtmElements): readonly OtmElement[] {
  const done = new Set<OtmElement>();
  for (const element of elements) {
    const chain: OtmElement[] = [];
    const onChain = new Set<OtmElement>();
    let at: OtmElement | undefined = element;
    for (; at !== undefined && !done.has(at) && !onChain.has(at); at = parentOf(at, all)) {
      chain.push(at);
      onChain.add(at);
    }
    for (const one of chain.reverse()) done.add(one);
  }
  return [...done];
}

/**
 * Where components stand on the sheet, by the first diagram on which any of them does. Positions are told relative to
 * what an element lies in.
 */
export function otmPlaces(
  { representations }: OtmFile,
  inOrder: readonly OtmElement[],
  all: OtmElements,
): (element: OtmElement) => Position | undefined {
  const diagrams = new Set(representations.filter(({ type }) => type !== "code").map(({ id }) => id));
  const drawn = inOrder.flatMap((element) => element.representations);
  const diagram = drawn.find(
    (one) => one.position !== undefined && diagrams.has(one.representation),
  )?.representation;
  const on = (element: OtmElement) =>
    diagram === undefined ? undefined : element.representations.find((one) => one.representation === diagram);
  const corners = new Map<OtmElement, Position>();
  for (const element of inOrder) {
    const parent = parentOf(element, all);
    const [left, top] = (parent && corners.get(parent)) ?? [0, 0];
    const { x = 0, y = 0 } = on(element)?.position ?? {};
    corners.set(element, [left + x, top + y]);
  }
  return (element) => {
    const box = on(element);
    const corner = corners.get(element);
    if (box?.position === undefined || corner === undefined) return undefined;
    const { width, height } = box.size ?? SIZE;
    return [corner[0] + (width - SIZE.width) / 2, corner[1] + (height - SIZE.height) / 2];
  };
}
