import type { Component } from "../../architecture/architecture.schema.ts";
import { pairKey } from "../../architecture/subject.ts";
import type { Session } from "../../document/session.schema.ts";
import type { Exporter, ExportedInvariant } from "../exporter.ts";
import { exportedSeams } from "../threat-models/exported-seams.ts";
import { jsonFile } from "../threat-models/json-file.ts";
import { placeSketch, type Box, type PlacedSketch } from "../threat-models/place-sketch.ts";
import { outerBoundaries } from "./outer-boundaries.ts";
import { shapeOfKind } from "./threat-dragon-kinds.ts";
import { hasOpen, threatsByCell, type CellIds, type Threats } from "./threat-dragon-threats.ts";

/** What the file claims to be written by: the first version in which boxes say what they contain. */
const VERSION = "2.6.0";

export const writeThreatDragon: Exporter = {
  format: "threat-dragon",
  name: "Threat Dragon 2",
  ending: ".json",
  mediaType: "application/json",
  carried: {
    keeps: [
      "Components with their names, kinds and notes, where they stand on the sheet.",
      "Connections with their ends, kinds, notes and the objects they carry.",
      "Boundaries of all kinds as boxes around their members, with their nesting.",
      "Agreements at seams as threats of type STRIDE, at the flow between both sides or else at one of them: open until they are enforced or verified under all conditions. Their mitigation says what is to be done, and the moves that were taken over. Severity stays to be decided.",
    ],
    loses: [
      "Facts, numbers and who answered; history, signals and what was set aside or dismissed.",
      "What a connection runs over, and objects that no connection carries.",
      "Kinds in the drawing: it shows actors, processes and stores. Kinds of connections and boundaries stand in the file only.",
    ],
  },
  write,
};

function write(session: Session, invariants: readonly ExportedInvariant[]): string {
  const { architecture } = session;
  const seams = exportedSeams(session, invariants);
  const threats = threatsByCell(seams, IDS);
  const placed = placeSketch(session);
  const cells = [
    ...boundaryCells(session, placed),
    ...architecture.components.map((one) => componentCell(one, placed, threats)),
    ...flowCells(session, placed, threats),
  ].map((cell, zIndex) => ({ ...cell, zIndex: cell.shape === "trust-boundary-box" ? -1 : zIndex }));
  return jsonFile({
    version: VERSION,
    summary: { title: architecture.title, owner: "", description: architecture.summary, id: 0 },
    detail: {
      contributors: [],
      diagrams: [
        {
          id: 0,
          title: architecture.title,
          diagramType: "STRIDE",
          placeholder: "",
          thumbnail: "./public/content/images/thumbnail.stride.jpg",
          version: VERSION,
          cells,
        },
      ],
      diagramTop: 1,
      reviewer: "",
      threatTop: seams.length,
    },
  });
}

const boundaryId = (id: string) => `boundary-${id}`;
const IDS: CellIds = { component: (id) => `component-${id}`, connection: (id) => `connection-${id}` };

function boundaryCells({ architecture }: Session, placed: PlacedSketch) {
  const outerOf = outerBoundaries(architecture.boundaries);
  const contained = new Map<string, string[]>(architecture.boundaries.map(({ id }) => [id, []]));
  for (const { id, boundaries } of architecture.components) {
    const around = new Set(boundaries.flatMap((one) => [one, ...outerOf(one)]));
    for (const one of around) contained.get(one)?.push(IDS.component(id));
  }
  for (const { id } of architecture.boundaries)
    for (const one of outerOf(id)) contained.get(one)?.push(boundaryId(id));
  return architecture.boundaries.map(({ id, name, kind }) => ({
    id: boundaryId(id),
    shape: "trust-boundary-box",
    visible: true,
    ...geometryOf(placed.boundary(id)),
    attrs: { label: { text: name } },
    data: {
      type: "tm.BoundaryBox",
      name,
      description: "",
      isTrustBoundary: true,
      hasOpenThreats: false,
      containedElements: contained.get(id) ?? [],
      seamark: { kind },
    },
  }));
}

const SHAPES = {
  actor: { type: "tm.Actor", size: { width: 150, height: 80 }, lines: ["body"] },
  process: { type: "tm.Process", size: { width: 100, height: 100 }, lines: ["body"] },
  store: { type: "tm.Store", size: { width: 150, height: 75 }, lines: ["topLine", "bottomLine"] },
} as const;

function componentCell(component: Component, placed: PlacedSketch, threats: Threats) {
  const { id, name, kind, notes, boundaries } = component;
  const shape = shapeOfKind(kind);
  const { type, size, lines } = SHAPES[shape];
  const own = threats.get(IDS.component(id)) ?? [];
  const line = lineOf(hasOpen(own));
  return {
    id: IDS.component(id),
    shape,
    visible: true,
    ...geometryOf(centred(placed.component(id), size)),
    attrs: { text: { text: name }, ...Object.fromEntries(lines.map((part) => [part, line])) },
    data: {
      type,
      name,
      description: notes,
      outOfScope: false,
      reasonOutOfScope: "",
      hasOpenThreats: hasOpen(own),
      threats: own,
      seamark: { kind, boundaries: boundaries.map(boundaryId) },
    },
  };
}

/** As the program itself draws what has open threats, and what has none. */
function lineOf(isOpen: boolean) {
  return isOpen
    ? { stroke: "red", strokeWidth: 2.5, strokeDasharray: null }
    : { stroke: "#333333", strokeWidth: 1.5, strokeDasharray: null };
}

function geometryOf({ x, y, width, height }: Box) {
  return { position: { x, y }, size: { width, height } };
}

/** A box of another size around the same middle. */
function centred({ x, y, width, height }: Box, size: Pick<Box, "width" | "height">): Box {
  return { x: x + (width - size.width) / 2, y: y + (height - size.height) / 2, ...size };
}

/** How far a flow bends for each other flow between the same two, so that none hides another. */
const BEND = 40;

function flowCells({ architecture }: Session, placed: PlacedSketch, threats: Threats) {
  const names = new Map(architecture.objects.map(({ id, name }) => [id, name]));
  const before = new Map<string, number>();
  return architecture.connections.map((connection) => {
    const { id, from, to, kind, carries, notes } = connection;
    const object = carries === null ? undefined : names.get(carries);
    const name = object ?? kind;
    const others = before.get(pairKey(from, to)) ?? 0;
    before.set(pairKey(from, to), others + 1);
    const own = threats.get(IDS.connection(id)) ?? [];
    return {
      id: IDS.connection(id),
      shape: "flow",
      width: 200,
      height: 100,
      connector: "smooth",
      source: { cell: IDS.component(from) },
      target: { cell: IDS.component(to) },
      vertices: others === 0 ? [] : [bend(placed.component(from), placed.component(to), others * BEND)],
      labels: [labelOf(name)],
      attrs: {
        line: { ...lineOf(hasOpen(own)), sourceMarker: { name: "" }, targetMarker: { name: "block" } },
      },
      data: {
        type: "tm.Flow",
        name,
        description: notes,
        outOfScope: false,
        reasonOutOfScope: "",
        protocol: "",
        isBidirectional: false,
        isEncrypted: false,
        isPublicNetwork: false,
        hasOpenThreats: hasOpen(own),
        threats: own,
        seamark: { id, kind, carries: object !== undefined },
      },
    };
  });
}

function labelOf(text: string) {
  return {
    markup: [
      { tagName: "ellipse", selector: "labelBody" },
      { tagName: "text", selector: "labelText" },
    ],
    attrs: {
      labelText: { text, textAnchor: "middle", textVerticalAnchor: "middle" },
      labelBody: { ref: "labelText", refRx: "50%", refRy: "60%", fill: "#fff", strokeWidth: 0 },
    },
    position: { distance: 0.5, args: { keepGradient: true, ensureLegibility: true } },
  };
}

function bend(from: Box, to: Box, by: number) {
  const middle = { x: (centreX(from) + centreX(to)) / 2, y: (centreY(from) + centreY(to)) / 2 };
  const isUpright = Math.abs(centreY(from) - centreY(to)) > Math.abs(centreX(from) - centreX(to));
  return isUpright ? { x: middle.x + by, y: middle.y } : { x: middle.x, y: middle.y + by };
}

const centreX = ({ x, width }: Box) => x + width / 2;
const centreY = ({ y, height }: Box) => y + height / 2;
