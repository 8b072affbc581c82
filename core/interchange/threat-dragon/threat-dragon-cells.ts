import type { Box } from "../threat-models/place-sketch.ts";
import type { DragonCell, DragonFile, DragonProperties } from "./threat-dragon.schema.ts";

export type DragonShape = "actor" | "process" | "store" | "box" | "curve" | "flow" | "text" | "other";

/** A cell of either version, with what it says brought to one place. */
export interface Cell {
  /** Empty where it has none: then nothing can name it. */
  readonly id: string;
  readonly shape: DragonShape;
  /** On one line; empty where it has none. */
  readonly name: string;
  readonly says: DragonProperties;
  /** Null where it does not say where it stands. */
  readonly box: Box | null;
  /** The cells at its ends; null for an end that is attached to nothing. */
  readonly ends: { readonly from: string | null; readonly to: string | null };
  /** JSON pointer into the file. */
  readonly path: readonly (string | number)[];
}

export interface DragonDiagram {
  readonly title: string;
  readonly cells: readonly Cell[];
}

/** The diagrams of a file, whichever version wrote it. */
export function dragonDiagrams({ detail }: DragonFile): readonly DragonDiagram[] {
  return detail.diagrams.map(({ title, cells, diagramJson }, i) => {
    const isFirst = cells === null || cells === undefined;
    const path = ["detail", "diagrams", i, ...(isFirst ? ["diagramJson"] : []), "cells"];
    const all = cells ?? diagramJson?.cells ?? [];
    return { title, cells: all.map((cell, j) => cellOf(cell, [...path, j])) };
  });
}

function cellOf(cell: DragonCell, path: Cell["path"]): Cell {
  const says = cell.data ?? cell;
  const { position, size } = cell;
  return {
    id: cell.id ?? "",
    shape: shapeOf(cell.shape, says.type || cell.type),
    name: nameOf(cell, says),
    // Version 2 writes threats beside the properties or among them, whatever its schema says.
    says: says === cell ? says : { ...says, threats: [...says.threats, ...cell.threats] },
    box: position === undefined ? null : { x: position.x, y: position.y, ...sizeOf(size) },
    ends: { from: endOf(cell.source), to: endOf(cell.target) },
    path,
  };
}

function sizeOf(size: DragonCell["size"]): Pick<Box, "width" | "height"> {
  return { width: size?.width ?? 0, height: size?.height ?? 0 };
}

const SHAPES: Readonly<Record<string, DragonShape>> = {
  actor: "actor",
  process: "process",
  store: "store",
  flow: "flow",
  "trust-boundary-box": "box",
  "trust-boundary-curve": "curve",
  "trust-boundary": "curve",
  "td-text-block": "text",
  "tm.Actor": "actor",
  "tm.Process": "process",
  "tm.Store": "store",
  "tm.Flow": "flow",
  "tm.BoundaryBox": "box",
  "tm.Boundary": "curve",
  "tm.Text": "text",
};

function shapeOf(shape: string, type: string): DragonShape {
  const known = (name: string) => (Object.hasOwn(SHAPES, name) ? SHAPES[name] : undefined);
  return known(shape) ?? known(type) ?? "other";
}

/** Where names stand, by version and by the program that wrote the file. */
function nameOf({ attrs, labels: [label] }: DragonCell, says: DragonProperties): string {
  const said = [says.name, ...textsOf(attrs), ...textsOf(label?.attrs)];
  return said.map((name) => name.replaceAll(/\s+/g, " ").trim()).find((name) => name !== "") ?? "";
}

function textsOf(attributes: DragonCell["attrs"]): readonly string[] {
  const { text, labelText, label } = attributes ?? {};
  return [text, labelText, label].flatMap((one) => one?.text ?? []);
}

function endOf(end: DragonCell["source"]): string | null {
  return end?.cell ?? end?.id ?? null;
}

/** What a cell says beside its name, as sentences of their own. */
export function notesOf(says: DragonProperties): string {
  const { outOfScope, reasonOutOfScope, protocol, privilegeLevel } = says;
  const reason = reasonOutOfScope === "" ? "" : `: ${reasonOutOfScope}`;
  const marks = MARKS.flatMap(([mark, sentence]) => (says[mark] ? [sentence] : []));
  return [
    says.description,
    ...(outOfScope ? [`Out of scope of the threat model${reason}`] : []),
    ...(protocol === "" ? [] : [`Protocol: ${protocol}`]),
    ...(privilegeLevel === "" ? [] : [`Privilege level: ${privilegeLevel}`]),
    ...marks,
  ]
    .filter((line) => line.trim() !== "")
    .join("\n");
}

const MARKS = [
  ["isEncrypted", "Encrypted"],
  ["isPublicNetwork", "Over a public network"],
  ["isALog", "Holds logs"],
  ["isSigned", "Signed"],
  ["storesCredentials", "Holds credentials"],
  ["storesInventory", "Holds an inventory"],
  ["handlesCardPayment", "Handles card payments"],
  ["handlesGoodsOrServices", "Handles goods or services"],
  ["isWebApplication", "A web application"],
  ["providesAuthentication", "Provides authentication"],
] as const satisfies readonly (readonly [keyof DragonProperties, string])[];
