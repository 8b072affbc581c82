import type { Architecture } from "../../architecture/architecture.schema.ts";
import { NUMBERS } from "../../architecture/vocabulary.ts";
import { componentName, objectName, subjectName } from "../wording.ts";
import type { Block } from "../report-document.ts";
import type { Report } from "../report.ts";
import { heading, paragraph, part } from "./block.ts";
import { drawSketch } from "./drawings.ts";
import type { SeamTold } from "./grouped-seams.ts";
import { tabled } from "./measure.ts";

/** What is drawn: as a figure with the seams, and as an inventory. */
export function architecture(report: Report, seams: readonly SeamTold[]): readonly Block[] {
  const { components } = report.session.architecture;
  if (components.length === 0)
    return [
      heading(1, "architecture", "The architecture"),
      paragraph("Nothing is drawn on the sketch yet, so there is neither a figure nor an inventory."),
    ];
  return [
    heading(1, "architecture", "The architecture"),
    {
      type: "figure",
      id: "sketch",
      caption:
        seams.length === 0
          ? "The sketch. No seam is drawn, because none was found."
          : "The sketch. A stitched line is a seam: two sides that must agree, connected or not.",
      drawing: drawSketch(report, seams),
    },
    ...part(2, "inventory", "Inventory", inventory(report)),
  ];
}

function inventory({ session: { architecture: sketch } }: Report): readonly Block[] {
  return [
    ...componentTable(sketch),
    ...connectionTable(sketch),
    ...boundaryTable(sketch),
    ...tabled(
      "Agreements that somebody named",
      ["Between", "About"],
      sketch.agreements.map(({ between, about }) => [subjectName(sketch, { agreement: between }), about]),
    ),
  ];
}

function componentTable({ components, boundaries: all }: Architecture): readonly Block[] {
  const names = new Map(all.map(({ id, name }) => [id, name]));
  return tabled(
    "Components",
    ["Component", "Kind", "In", "Notes"],
    components.map(({ name, kind, boundaries, notes, numbers }) => [
      name,
      kind,
      boundaries.map((id) => names.get(id) ?? id).join(", "),
      noted(notes, numbers),
    ]),
  );
}

function connectionTable(sketch: Architecture): readonly Block[] {
  return tabled(
    "Connections",
    ["From", "To", "Kind", "Carries", "Over", "Notes"],
    sketch.connections.map(({ from, to, kind, carries, over, notes, numbers }) => [
      componentName(sketch, from),
      componentName(sketch, to),
      kind,
      carries === null ? "" : objectName(sketch, carries),
      over.map((id) => componentName(sketch, id)).join(", "),
      noted(notes, numbers),
    ]),
  );
}

function boundaryTable({ components, boundaries }: Architecture): readonly Block[] {
  const names = new Map(boundaries.map(({ id, name }) => [id, name]));
  const members = Map.groupBy(
    components.flatMap(({ name, boundaries: holders }) => holders.map((id) => ({ id, name }))),
    ({ id }) => id,
  );
  return tabled(
    "Boundaries",
    ["Boundary", "Kind", "Within", "Holds"],
    boundaries.map(({ id, name, kind, within }) => [
      name,
      kind,
      within === null ? "" : (names.get(within) ?? within),
      (members.get(id) ?? []).map((member) => member.name).join(", "),
    ]),
  );
}

const NUMBER_LABELS: Readonly<Record<(typeof NUMBERS)[number], string>> = {
  clients: "clients",
  capacityPerSecond: "capacity per second",
  queueLimit: "limit of the queue",
  timeoutSeconds: "time limit in seconds",
  retries: "retries",
  ttlSeconds: "kept for seconds",
  lagSeconds: "lag in seconds",
  sizeLimit: "limit on the size",
};

function noted(notes: string, numbers: Architecture["components"][number]["numbers"]): string {
  const counted = NUMBERS.flatMap((name) => {
    const value = numbers[name];
    return value === undefined ? [] : [`${NUMBER_LABELS[name]}: ${value}`];
  });
  return [notes, counted.join(", ")].filter((text) => text !== "").join(" ");
}
