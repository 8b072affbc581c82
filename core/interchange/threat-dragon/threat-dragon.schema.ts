import * as z from "zod";
import { Flag, Key, Keys, listOf, Point, Said, Size } from "../threat-models/lenient.schema.ts";

/** A node says where it stands in one of several places, depending on the version and on who wrote the file. */
const Label = z.looseObject({ text: Said }).optional().catch(undefined);
const Attributes = z.looseObject({ text: Label, label: Label, labelText: Label }).optional().catch(undefined);

const End = z.looseObject({ cell: Key, id: Key }).optional().catch(undefined);

const Threat = z.looseObject({ seamark: z.unknown().optional() });

/** The properties of a cell: under `data` in version 2, on the cell itself in version 1. */
const properties = {
  type: Said,
  name: Said,
  description: Said,
  outOfScope: Flag,
  reasonOutOfScope: Said,
  isBidirectional: Flag,
  isEncrypted: Flag,
  isPublicNetwork: Flag,
  protocol: Said,
  isALog: Flag,
  isSigned: Flag,
  storesCredentials: Flag,
  storesInventory: Flag,
  handlesCardPayment: Flag,
  handlesGoodsOrServices: Flag,
  isWebApplication: Flag,
  privilegeLevel: Said,
  providesAuthentication: Flag,
  threats: listOf(Threat),
  containedElements: Keys,
  seamark: z.unknown().optional(),
} as const;

const Properties = z.looseObject(properties);
export type DragonProperties = z.infer<typeof Properties>;

export const DragonCell = z.looseObject({
  ...properties,
  id: Key,
  shape: Said,
  position: Point,
  size: Size,
  attrs: Attributes,
  labels: listOf(z.looseObject({ attrs: Attributes })),
  source: End,
  target: End,
  data: Properties.optional().catch(undefined),
});
export type DragonCell = z.infer<typeof DragonCell>;

const Cells = z.array(DragonCell);

const Diagram = z.looseObject({
  title: Said,
  cells: Cells.nullish(),
  diagramJson: z.looseObject({ cells: Cells.nullish() }).nullish(),
});

/** What is read of a threat model of Threat Dragon, version 1 or 2; everything else is passed over. */
export const DragonFile = z.looseObject({
  version: Said,
  summary: z.looseObject({ title: Said, owner: Said, description: Said }),
  detail: z.looseObject({ diagrams: z.array(Diagram) }),
});
export type DragonFile = z.infer<typeof DragonFile>;
