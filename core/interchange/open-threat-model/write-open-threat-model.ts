import type { Boundary, Component, Connection } from "../../architecture/architecture.schema.ts";
import type { Session } from "../../document/session.schema.ts";
import { exportedSeams, keptInvariant, type ExportedSeam } from "../threat-models/exported-seams.ts";
import type { Exporter, ExportedInvariant } from "../exporter.ts";
import { jsonFile } from "../threat-models/json-file.ts";
import { typeOfKind } from "./open-threat-model-kinds.ts";
import { placeSketch, type Box, type PlacedSketch } from "../threat-models/place-sketch.ts";

const DIAGRAM = "sketch";
/** The zone of what lies in no boundary: the format wants everything in one. No boundary can be called this. */
const SHEET = "seamark:sheet";

export const writeOpenThreatModel: Exporter = {
  format: "open-threat-model",
  name: "Open Threat Model 0.2.0",
  ending: ".otm",
  mediaType: "application/json",
  carried: {
    keeps: [
      "Components with their names, kinds and notes, where they stand on the sheet.",
      "Connections with their ends, kinds, notes and the objects they carry.",
      "Boundaries of all kinds as trust zones, with their members and their nesting.",
      "Objects as assets.",
      "Agreements at seams as threats, with what is to be done, and the moves that were taken over, as their mitigation: at the flows between both sides, or at both sides. Exposed until they are enforced or verified under all conditions.",
    ],
    loses: [
      "Facts, numbers and who answered; history, signals and what was set aside or dismissed.",
      "What a connection runs over.",
      "Trust ratings, sensitivities, impacts and risk reductions, which the format wants and a sketch does not know: they are 0 and say that nobody assessed them.",
      "For other programs: kinds of connections, kinds of boundaries, and all but the first boundary of a component. They stand in attributes.",
    ],
  },
  write,
};

function write(session: Session, invariants: readonly ExportedInvariant[]): string {
  const { architecture } = session;
  const { title, summary, components, connections, objects, boundaries } = architecture;
  const placed = placeSketch(session);
  const seams = exportedSeams(session, invariants);
  const exposed = threatsAt(seams);
  const names = { components: namesOf(components), objects: namesOf(objects) };
  const needsSheet = components.some((one) => one.boundaries.length === 0);
  return jsonFile({
    otmVersion: "0.2.0",
    project: { name: title, id: "sketch", description: summary },
    representations: [{ name: title, id: DIAGRAM, type: "diagram", size: sheetSize(session, placed) }],
    assets: objects.map(({ id, name }) => ({
      id,
      name,
      risk: { confidentiality: 0, integrity: 0, availability: 0, comment: NOT_ASSESSED },
    })),
    trustZones: [
      ...boundaries.map((boundary) => trustZone(boundary, placed)),
      ...(needsSheet ? [sheetZone()] : []),
    ],
    components: components.map((one) => componentOf(one, placed, exposed)),
    dataflows: connections.map((one) => dataflowOf(one, names, exposed)),
    threats: seams.map(threatOf),
    mitigations: seams.map(mitigationOf),
  });
}

interface Names {
  readonly components: ReadonlyMap<string, string>;
  readonly objects: ReadonlyMap<string, string>;
}

function namesOf(entries: readonly { readonly id: string; readonly name: string }[]) {
  return new Map(entries.map(({ id, name }) => [id, name]));
}

const NOT_ASSESSED = "Not assessed.";

function sheetSize({ architecture }: Session, placed: PlacedSketch) {
  let [width, height] = [0, 0];
  const boxes = [
    ...architecture.components.map(({ id }) => placed.component(id)),
    ...architecture.boundaries.map(({ id }) => placed.boundary(id)),
  ];
  for (const box of boxes) {
    width = Math.max(width, box.x + box.width);
    height = Math.max(height, box.y + box.height);
  }
  return { width, height };
}

function trustZone({ id, name, kind, within }: Boundary, placed: PlacedSketch) {
  return {
    id,
    name,
    type: kind,
    risk: { trustRating: 0 },
    ...(within !== null && { parent: { trustZone: within } }),
    representations: [shapeOf(id, placed.boundary(id), within === null ? null : placed.boundary(within))],
    attributes: { seamark: { kind } },
  };
}

function sheetZone() {
  return {
    id: SHEET,
    name: "In no boundary",
    description: "Made for what lies in no boundary of the sketch.",
    risk: { trustRating: 0 },
    attributes: { seamark: { kind: "trust", isSheet: true } },
  };
}

/** Positions are told relative to what something lies in. */
function shapeOf(id: string, { x, y, width, height }: Box, outer: Box | null) {
  return {
    representation: DIAGRAM,
    id: `${id}-shape`,
    position: { x: x - (outer?.x ?? 0), y: y - (outer?.y ?? 0) },
    size: { width, height },
  };
}

type Exposed = ReadonlyMap<string, readonly object[]>;
const componentKey = (id: string) => `component ${id}`;
const connectionKey = (id: string) => `connection ${id}`;

function componentOf(
  { id, name, kind, notes, boundaries }: Component,
  placed: PlacedSketch,
  exposed: Exposed,
) {
  const [first] = boundaries;
  return {
    id,
    name,
    type: typeOfKind(kind),
    description: notes,
    parent: { trustZone: first ?? SHEET },
    representations: [shapeOf(id, placed.component(id), first === undefined ? null : placed.boundary(first))],
    threats: exposed.get(componentKey(id)) ?? [],
    attributes: { seamark: { kind, boundaries } },
  };
}

function dataflowOf(connection: Connection, names: Names, exposed: Exposed) {
  const { id, from, to, kind, carries, notes } = connection;
  const object = carries === null ? undefined : names.objects.get(carries);
  return {
    id,
    name: object ?? `${names.components.get(from) ?? from} → ${names.components.get(to) ?? to}`,
    description: notes,
    source: from,
    destination: to,
    bidirectional: false,
    assets: carries === null ? [] : [carries],
    threats: exposed.get(connectionKey(id)) ?? [],
    attributes: { seamark: { id, kind, carries: carries !== null } },
  };
}

const threatId = (number: number) => `agreement-${number}`;
const mitigationId = (number: number) => `agreement-${number}-kept`;

/** Agreements by the elements that they are hung on: the flows between both sides, or both sides where nothing flows. */
function threatsAt(seams: readonly ExportedSeam[]): Exposed {
  const exposed = new Map<string, object[]>();
  seams.forEach(({ connections, a, b, isKept }, i) => {
    const places =
      connections.length > 0 ? connections.map(connectionKey) : [componentKey(a.id), componentKey(b.id)];
    const state = isKept ? "mitigated" : "exposed";
    const mitigations = [{ mitigation: mitigationId(i + 1), state: isKept ? "implemented" : "recommended" }];
    for (const place of places) {
      const here = exposed.get(place) ?? [];
      exposed.set(place, [...here, { threat: threatId(i + 1), state, mitigations }]);
    }
  });
  return exposed;
}

function threatOf(seam: ExportedSeam, i: number) {
  const { zone } = seam.invariant;
  return {
    id: threatId(i + 1),
    name: seam.title,
    description: seam.description,
    categories: zone === null ? [] : [zone],
    cwes: [],
    risk: { likelihood: null, likelihoodComment: NOT_ASSESSED, impact: 0, impactComment: NOT_ASSESSED },
    attributes: { seamark: keptInvariant(seam, (component) => component) },
  };
}

function mitigationOf({ advice }: ExportedSeam, i: number) {
  return {
    id: mitigationId(i + 1),
    name: advice,
    description: `How much risk this takes away: ${NOT_ASSESSED}`,
    riskReduction: 0,
  };
}
