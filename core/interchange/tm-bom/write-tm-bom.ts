import type { Architecture, Component, Connection } from "../../architecture/architecture.schema.ts";
import { compareText } from "../../architecture/text-order.ts";
import type { Session } from "../../document/session.schema.ts";
import {
  exportedSeams,
  keptInvariant,
  movesSaid,
  type ExportedSeam,
} from "../threat-models/exported-seams.ts";
import type { Exporter, ExportedInvariant } from "../exporter.ts";
import { jsonFile } from "../threat-models/json-file.ts";
import { listOfKind, type PartList } from "./tm-bom-kinds.ts";
import { EXTENSION } from "./tm-bom.schema.ts";

const SCHEMA =
  "https://github.com/OWASP/www-project-threat-model-library/blob/v1.0.2/threat-model.schema.json";

export const writeTmBom: Exporter = {
  format: "tm-bom",
  name: "TM-BOM (Threat Model Library 1.0.2)",
  ending: ".json",
  mediaType: "application/json",
  carried: {
    keeps: [
      "Components with their names, kinds and notes: people and third parties as actors, stores and caches as data stores.",
      "Connections with their ends, kinds, notes and the objects they carry, as data flows and data sets.",
      "Boundaries of all kinds as trust zones with their members; their nesting and where components stand, in an extension.",
      "Agreements at seams as assumptions about both sides: confirmed where they are verified under all conditions, otherwise unconfirmed. The moves that were taken over are said with them.",
    ],
    loses: [
      "Facts, numbers and who answered; history, signals and what was set aside or dismissed.",
      "What a connection runs over.",
      "What the format wants and a sketch does not know is set to careful values, and the extension lists which: criticality, exposure and tier, sensitivity, encryption, types of actors and of data stores.",
      "For other programs: kinds, nesting, positions, and all but the first boundary of a component. They stand in the extension.",
    ],
  },
  write,
};

/** Zones are called apart from components: topics of assumptions do not say which they mean. */
const zoneName = (boundary: string) => `zone-${boundary}`;
/** The zone of what lies in no boundary: the format wants everything in one. */
const SHEET = "no-zone";

function write(session: Session, invariants: readonly ExportedInvariant[]): string {
  const { architecture } = session;
  const { title, summary, components, connections, objects } = architecture;
  const seams = exportedSeams(session, invariants);
  const listed = (list: PartList) => components.filter(({ kind }) => listOfKind(kind) === list);
  const lists = new Map(components.map(({ id, kind }) => [id, listOfKind(kind)]));
  const names = new Map(objects.map(({ id, name }) => [id, name]));
  return jsonFile({
    $schema: SCHEMA,
    version: "1",
    scope: {
      title,
      description: summary,
      business_criticality: "high",
      data_sensitivity: [],
      exposure: "external",
      tier: "important",
    },
    trust_zones: trustZones(architecture),
    trust_boundaries: trustBoundaries(architecture),
    actors: listed("actors").map((one) => ({
      ...partOf(one),
      type: one.kind === "person" ? "user" : "third_party",
    })),
    components: listed("components").map(partOf),
    data_stores: listed("data_stores").map((one) => ({
      ...partOf(one),
      type: one.kind === "cache" ? "key_value" : "object",
    })),
    data_sets: dataSets(architecture),
    data_flows: connections.map((one) => dataFlow(one, names, lists)),
    assumptions: seams.map(assumptionOf),
    extensions: { [EXTENSION]: keptOf(session, seams) },
  });
}

/** What had to be said although nobody did. */
const ASSUMED: readonly string[] = [
  "scope.business_criticality",
  "scope.exposure",
  "scope.tier",
  "actors[].type",
  "data_stores[].type",
  "data_flows[].has_sensitive_data",
  "data_flows[].encrypted",
];

function trustZones({ boundaries, components }: Architecture) {
  const zones = boundaries.map(({ id, name, kind }) => ({
    symbolic_name: zoneName(id),
    title: name,
    description: `A boundary of the kind “${kind}”.`,
  }));
  if (components.every((one) => one.boundaries.length > 0)) return zones;
  const description = "Made for what lies in no boundary of the sketch.";
  return [...zones, { symbolic_name: SHEET, title: "In no boundary", description }];
}

const zoneOf = ({ boundaries: [first] }: Component) => (first === undefined ? SHEET : zoneName(first));

/** Every two zones between which something flows. */
function trustBoundaries({ components, connections }: Architecture) {
  const zones = new Map(components.map((one) => [one.id, zoneOf(one)]));
  const pairs = connections.flatMap(({ from, to }) => {
    const [a = "", b = ""] = [zones.get(from), zones.get(to)].toSorted((one, other) =>
      compareText(one ?? "", other ?? ""),
    );
    return a === b ? [] : [`${a} ${b}`];
  });
  return [...new Set(pairs)].sort(compareText).map((pair) => {
    const [a, b] = pair.split(" ");
    return { trust_zone_a: a, trust_zone_b: b };
  });
}

function partOf(component: Component) {
  const { id, name, notes } = component;
  return { symbolic_name: id, title: name, description: notes, trust_zone: zoneOf(component) };
}

/** Objects lie where they are written to. */
function dataSets({ objects, connections, components }: Architecture) {
  const stores = new Set(
    components.flatMap(({ id, kind }) => (listOfKind(kind) === "data_stores" ? [id] : [])),
  );
  const placed = new Map<string, Set<string>>(objects.map(({ id }) => [id, new Set()]));
  for (const { carries, kind, to } of connections)
    if (carries !== null && stores.has(to) && (kind === "write" || kind === "replicate"))
      placed.get(carries)?.add(to);
  return objects.map(({ id, name }) => ({
    symbolic_name: id,
    title: name,
    description: "",
    placements: [...(placed.get(id) ?? [])].map((store) => ({ data_store: store })),
    data_sensitivity: [],
  }));
}

const TYPES = { actors: "actor", components: "component", data_stores: "data_store" } as const;

function dataFlow(
  { id, from, to, kind, carries, notes }: Connection,
  objects: ReadonlyMap<string, string>,
  lists: ReadonlyMap<string, PartList>,
) {
  const end = (one: string) => ({ type: TYPES[lists.get(one) ?? "components"], object: one });
  return {
    symbolic_name: id,
    title: objects.get(carries ?? "") ?? kind,
    description: notes,
    source: end(from),
    destination: end(to),
    has_sensitive_data: true,
    encrypted: false,
  };
}

function assumptionOf(seam: ExportedSeam) {
  return { description: descriptionOf(seam), topics: [seam.a.id, seam.b.id], validity: validityOf(seam) };
}

function descriptionOf({ invariant }: ExportedSeam): string {
  return [invariant.sentence, ...movesSaid(invariant)].join(" ");
}

function validityOf({ invariant, isKept }: ExportedSeam): "confirmed" | "unconfirmed" {
  return isKept && invariant.ladder.rung === "verified" ? "confirmed" : "unconfirmed";
}

function keptOf({ architecture, positions }: Session, seams: readonly ExportedSeam[]) {
  const { components, boundaries, connections } = architecture;
  return {
    assumed: ASSUMED,
    parts: components.map((one) => ({
      name: one.id,
      component: { kind: one.kind, boundaries: one.boundaries.map(zoneName) },
      ...(Object.hasOwn(positions, one.id) && { position: positions[one.id] }),
    })),
    zones: [
      ...boundaries.map(({ id, kind, within }) => ({
        name: zoneName(id),
        kind,
        within: within === null ? null : zoneName(within),
      })),
      { name: SHEET, kind: "trust", within: null, isSheet: true },
    ],
    flows: connections.map(({ id, kind, carries }) => ({
      name: id,
      connection: { id, kind, carries: carries !== null },
      carries,
    })),
    assumptions: seams.map((seam) => ({
      invariant: keptInvariant(seam, (component) => component),
      validity: validityOf(seam),
      description: descriptionOf(seam),
    })),
  };
}
