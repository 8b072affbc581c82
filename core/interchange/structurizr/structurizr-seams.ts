import type { MarkedSeam } from "../../document/session.schema.ts";
import { asMechanism, fromToken } from "../drawings/seamark-mark.ts";
import type { DslElement, DslModel } from "./structurizr-model.ts";

/** How a perspective is called that says an agreement; its number is the same on both sides. */
export const SEAM = /^Seam (\d{1,5})$/;

/** Agreements are perspectives of the same name on two elements; the rest of a seam stands in properties of the model. */
export function readSeams(
  { elements, properties }: DslModel,
  components: ReadonlyMap<DslElement, string>,
): readonly Omit<MarkedSeam, "id">[] {
  const sides = new Map<string, { ids: string[]; sentence: string; rung: string }>();
  for (const element of elements) {
    const id = components.get(element);
    for (const { name, description, value } of id === undefined ? [] : element.perspectives) {
      const number = SEAM.exec(name)?.[1];
      if (number === undefined) continue;
      const known = sides.get(number) ?? { ids: [], sentence: description, rung: value };
      sides.set(number, { ...known, ids: [...known.ids, id ?? ""] });
    }
  }
  return [...sides].flatMap(([number, { ids, sentence, rung }]) => {
    const [a, b, ...more] = ids;
    if (a === undefined || b === undefined || more.length > 0) return [];
    const [mechanism, owner, exact] = (properties.get(`seamark.seam.${number}`) ?? "").split(" ").map(textOf);
    const invariant = (exact === undefined || exact === "" ? sentence : exact).slice(0, 4_000);
    const said = { mechanism: asMechanism(mechanism), owner: (owner ?? "").slice(0, 200), invariant };
    return [{ between: [a, b] as const, note: rung === "" ? "" : `The file says: ${rung}.`, ...said }];
  });
}

function textOf(word: string, index: number): string {
  return index === 0 ? word : fromToken(word);
}
