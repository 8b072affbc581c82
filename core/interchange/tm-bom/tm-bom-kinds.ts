import type { ComponentKind } from "../../architecture/vocabulary.ts";
import { kindWithin, shapeOfKind } from "../threat-dragon/threat-dragon-kinds.ts";
import type { TmBomPart } from "./tm-bom.schema.ts";

/** The lists of a model in which its parts stand, with the word for one of each. */
export const PART_LISTS = { actors: "actor", components: "component", data_stores: "data store" } as const;
export type PartList = keyof typeof PART_LISTS;

/** The list in which a component of a sketch stands. */
export function listOfKind(kind: ComponentKind): PartList {
  if (kind === "person" || kind === "external") return "actors";
  return kind === "store" || kind === "cache" ? "data_stores" : "components";
}

const PEOPLE: readonly string[] = ["user", "power_user", "administrator", "engineer"];

/** What a part is: by the list it stands in and its type, and by the words of its title where they say more. */
export function tmBomKind(
  list: PartList,
  { type, title, product }: TmBomPart,
): { readonly kind: ComponentKind; readonly guess?: string } {
  if (list === "actors") return { kind: PEOPLE.includes(type) ? "person" : "external" };
  return list === "data_stores"
    ? kindWithin("store", `${title} (${product})`, (kind) => shapeOfKind(kind) === "store")
    : kindWithin("service", title, (kind) => kind !== "store" && shapeOfKind(kind) !== "actor");
}
