import type { Architecture, Boundary } from "../architecture/architecture.schema.ts";
import { pairKey, subjectKey, type Pair, type Subject } from "../architecture/subject.ts";
import { byId } from "../architecture/text-order.ts";
import { FACE, INK } from "./chart-ink.ts";
import { drawComponent } from "./draw-component.ts";
import { drawConnection, drawSeam, type Emphasis } from "./draw-connection.ts";
import { layoutSketch, type Box, type SketchLayout } from "./layout-sketch.ts";
import { LABEL, placeLabels } from "./place-labels.ts";
import { routeLines, type LineEnds, type Point } from "./route-lines.ts";
import { element, escapeXml, number } from "./svg.ts";

export interface RenderOptions {
  /** Pairs of component ids to draw as seams, whether or not they have a connection. */
  readonly seams?: readonly Pair[];
  /** The accessible name; the title of the architecture when left out. */
  readonly title?: string;
  /** Where things lie, when people have moved them; `layoutSketch` decides otherwise. */
  readonly layout?: SketchLayout;
  /** Elements that are set off from the rest, by `subjectKey`, each with a word that stands at a component. */
  readonly marked?: ReadonlyMap<string, string>;
  /** Keeps the ids of several drawings in one document apart. */
  readonly idPrefix?: string;
}

/**
 * Draws an architecture as one SVG document. Depends on its arguments alone, escapes every text, and uses neither
 * scripts nor style attributes, so it may stand in a page with the strictest content policy, in a file or in a report.
 */
export function renderSketch(architecture: Architecture, options: RenderOptions = {}): string {
  const layout = options.layout ?? layoutSketch(architecture);
  const seams = (options.seams ?? []).map(([a, b]) => ({ key: `seam:${pairKey(a, b)}`, from: a, to: b }));
  const routes = routeLines(layout.components, [...seams, ...connectionLines(architecture, layout)]);
  const routeOf = (key: string) => routes.get(key) ?? [];
  const prefix = options.idPrefix ?? "chart";
  const boundaries = architecture.boundaries.filter(({ id }) => layout.boundaries.has(id));
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: options.marked === undefined ? "chart" : "chart chart-compared",
      role: "img",
      "aria-labelledby": `${prefix}-title ${prefix}-desc`,
      viewBox: `0 0 ${number(layout.width)} ${number(layout.height)}`,
      width: layout.width,
      height: layout.height,
    },
    element("title", { id: `${prefix}-title` }, escapeXml(options.title ?? architecture.title)),
    element("desc", { id: `${prefix}-desc` }, escapeXml(describeSketch(architecture, options.seams ?? []))),
    ...byArea(boundaries, layout).map(([boundary, box]) => drawBoundary(boundary, box)),
    ...byId(architecture.connections).map(({ id, kind }) =>
      setOff(options, { connection: id }, (emphasis) => drawConnection(id, kind, routeOf(id), emphasis)),
    ),
    ...byId(architecture.components).map((component) => {
      const box = layout.components.get(component.id);
      if (box === undefined) return "";
      return setOff(
        options,
        { component: component.id },
        (emphasis) => drawComponent(component, box, emphasis === "heavy"),
        box,
      );
    }),
    ...seams.map(({ key }) => drawSeam(key.slice("seam:".length), routeOf(key))),
    ...drawLabels(architecture, layout, routes),
  );
}

function setOff(
  { marked }: RenderOptions,
  about: Subject,
  draw: (emphasis: Emphasis) => string,
  box?: Box,
): string {
  const word = marked?.get(subjectKey(about));
  if (word === undefined) return draw(marked === undefined ? "plain" : "quiet");
  const place = box === undefined ? undefined : { x: box.x + box.width, y: box.y - 6, "text-anchor": "end" };
  const face = { fill: INK.ink, "font-family": FACE.mono, "font-size": 10.5 };
  const label =
    place === undefined ? "" : element("text", { class: "chart-mark", ...place, ...face }, escapeXml(word));
  return element("g", { class: "chart-marked" }, draw("heavy"), label);
}

/** Short lines choose their track first: they have the least room to go around. */
function connectionLines(architecture: Architecture, { components }: SketchLayout): readonly LineEnds[] {
  const reach = ({ from, to }: LineEnds) => {
    const [a, b] = [components.get(from), components.get(to)];
    return a === undefined || b === undefined ? 0 : Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
  };
  return byId(architecture.connections)
    .map(({ id, from, to }) => ({ key: id, from, to }))
    .sort((a, b) => reach(a) - reach(b));
}

function byArea(
  boundaries: readonly Boundary[],
  layout: SketchLayout,
): readonly (readonly [Boundary, Box])[] {
  const area = ({ width, height }: Box) => width * height;
  return byId(boundaries)
    .flatMap((boundary) => {
      const box = layout.boundaries.get(boundary.id);
      return box === undefined ? [] : [[boundary, box] as const];
    })
    .sort(([, a], [, b]) => area(b) - area(a));
}

function drawBoundary({ id, name, kind }: Boundary, { x, y, width, height }: Box): string {
  const text = { y: y + 21, "font-family": FACE.mono, "font-size": 10.5 };
  return element(
    "g",
    { "data-boundary": id },
    element("rect", {
      class: "chart-boundary",
      x,
      y,
      width,
      height,
      rx: 1,
      fill: INK.land,
      stroke: INK.rule,
      "stroke-width": 1,
    }),
    element(
      "text",
      { ...text, class: "chart-boundary-name", x: x + 14, fill: INK.soft },
      shortened(name, width - 120),
    ),
    element(
      "text",
      { ...text, class: "chart-kind", x: x + width - 14, fill: INK.faint, "text-anchor": "end" },
      escapeXml(kind),
    ),
  );
}

function drawLabels(
  architecture: Architecture,
  layout: SketchLayout,
  routes: ReadonlyMap<string, readonly Point[]>,
): readonly string[] {
  const names = new Map(architecture.objects.map(({ id, name }) => [id, name]));
  const wishes = byId(architecture.connections).flatMap(({ id, carries }) => {
    const [text, route] = [names.get(carries ?? ""), routes.get(id)];
    if (text === undefined || route === undefined) return [];
    return [{ key: id, text: ellipsis(text, LABEL.longest), route }];
  });
  const boundaries = [...layout.boundaries.values()];
  const boxes = [...layout.components.values(), ...boundaries.map(nameStrip)];
  const places = placeLabels(wishes, boxes, [...routes.values()], layout.width);
  return wishes.map(({ key, text }) => {
    const { x, y, width, height } = places.get(key) ?? { x: 0, y: 0, width: 0, height: 0 };
    const isInside = boundaries.some(
      (box) => box.x < x && x < box.x + box.width && box.y < y && y < box.y + box.height,
    );
    const ground = isInside ? INK.land : INK.paper;
    const halo = { "paint-order": "stroke", stroke: ground, "stroke-width": 8, "stroke-linejoin": "round" };
    const place = { x: x + width / 2, y: y + height - 4, "text-anchor": "middle" };
    const face = { fill: INK.soft, "font-family": FACE.mono, "font-size": LABEL.size };
    const name = isInside ? "chart-object" : "chart-object chart-object-outside";
    return element("text", { "data-label": key, class: name, ...place, ...face, ...halo }, escapeXml(text));
  });
}

/** Where the name of a boundary stands: no place for a label. */
function nameStrip({ x, y, width }: Box): Box {
  return { x, y, width, height: 28 };
}

function shortened(name: string, room: number): string {
  return escapeXml(ellipsis(name, Math.max(8, Math.floor(room / LABEL.advance))));
}

function ellipsis(text: string, longest: number): string {
  const characters = Array.from(text);
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join("")}…`;
}

/** The drawing in words, for those who do not see it. */
export function describeSketch(architecture: Architecture, seams: readonly Pair[]): string {
  const names = new Map(architecture.components.map(({ id, name }) => [id, name]));
  const objects = new Map(architecture.objects.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const { components, connections } = architecture;
  const sentences = [
    `${components.length} components and ${connections.length} connections.`,
    ...seams.map(([a, b]) => `A seam between ${nameOf(a)} and ${nameOf(b)}.`),
    ...byId(connections)
      .slice(0, 80)
      .map(({ from, to, kind, carries }) => {
        const object = objects.get(carries ?? "");
        return `${nameOf(from)} to ${nameOf(to)}: ${kind}${object === undefined ? "" : `, ${object}`}.`;
      }),
  ];
  return sentences.join(" ");
}
