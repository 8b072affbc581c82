import type { Component } from "../../architecture/architecture.schema.ts";
import type { Zone } from "../../architecture/vocabulary.ts";
import { keptInvariant, type ExportedSeam } from "../threat-models/exported-seams.ts";
import type { KeptInvariant } from "../threat-models/kept.schema.ts";
import { shapeOfKind } from "./threat-dragon-kinds.ts";

/** A threat as Threat Dragon 2 keeps it, beneath the properties of a cell. */
export interface DragonThreat {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly type: string;
  readonly status: "Open" | "Mitigated";
  readonly severity: "TBD";
  readonly score: "";
  readonly description: string;
  readonly mitigation: string;
  readonly modelType: "STRIDE";
  readonly new: false;
  readonly seamark: KeptInvariant;
}

/** How cells are called in the file. */
export interface CellIds {
  readonly component: (id: string) => string;
  readonly connection: (id: string) => string;
}

export type Threats = ReadonlyMap<string, readonly DragonThreat[]>;

/** Each agreement as a threat at the flows between its two sides, or at one of them where nothing flows: there people look. */
export function threatsByCell(seams: readonly ExportedSeam[], ids: CellIds): Threats {
  const threats = new Map<string, DragonThreat[]>();
  seams.forEach((seam, i) => {
    const [flow] = seam.connections;
    const side = shapeOfKind(seam.a.kind) === "actor" ? seam.b : seam.a;
    const cell = flow === undefined ? ids.component(side.id) : ids.connection(flow);
    const type =
      flow === undefined ? typeAt(side, seam.invariant.zone) : TYPES[seam.invariant.zone ?? "coupling"];
    const here = threats.get(cell) ?? [];
    threats.set(cell, [...here, threatOf(seam, type, i + 1, ids)]);
  });
  return threats;
}

function threatOf(seam: ExportedSeam, type: string, number: number, ids: CellIds): DragonThreat {
  const { title, description, advice, isKept } = seam;
  return {
    id: `agreement-${number}`,
    number,
    title,
    type,
    status: isKept ? "Mitigated" : "Open",
    severity: "TBD",
    score: "",
    description,
    mitigation: advice,
    modelType: "STRIDE",
    new: false,
    seamark: keptInvariant(seam, ids.component),
  };
}

/** STRIDE has no word for an agreement that nobody wrote down: the nearest that it allows at a flow, a process and a store. */
const TYPES: Readonly<Record<Zone, string>> = {
  authorization: "Tampering",
  resilience: "Denial of service",
  coupling: "Tampering",
};

function typeAt({ kind }: Component, zone: Zone | null): string {
  return shapeOfKind(kind) === "actor" ? "Repudiation" : TYPES[zone ?? "coupling"];
}

export function hasOpen(threats: readonly DragonThreat[]): boolean {
  return threats.some(({ status }) => status === "Open");
}
