import type { Box } from "../threat-models/place-sketch.ts";
import type { Cell, DragonDiagram } from "./threat-dragon-cells.ts";

/** Which boundary boxes of a diagram lie around its cells. */
export interface Nesting {
  /** All of them, in no order. */
  readonly around: (cell: Cell) => readonly Cell[];
  /** The nearest of them; undefined where there is none. Going on from box to box ends. */
  readonly nearest: (cell: Cell) => Cell | undefined;
}

/** By what each box says it contains, or where it says nothing, by what lies wholly inside it, as the program itself does. */
export function nestingOf({ cells }: DragonDiagram): Nesting {
  const boxes = cells.filter(({ shape }) => shape === "box");
  const around = new Map<Cell, Cell[]>(cells.map((cell) => [cell, []]));
  const named = new Map(cells.map((cell) => [cell.id, cell]));
  boxes.forEach((box) => {
    for (const cell of heldBy(box, cells, named)) if (cell !== box) around.get(cell)?.push(box);
  });
  const boxesAround = (cell: Cell) => around.get(cell) ?? [];
  const depth = (cell: Cell) => boxesAround(cell).length;
  return {
    around: boxesAround,
    // Two boxes that claim to lie in each other lie side by side: from box to box there are ever fewer around.
    nearest: (cell) =>
      boxesAround(cell)
        .filter((box) => cell.shape !== "box" || depth(box) < depth(cell))
        .reduce<Cell | undefined>(
          (nearest, box) => (nearest === undefined || depth(box) > depth(nearest) ? box : nearest),
          undefined,
        ),
  };
}

function heldBy(box: Cell, cells: readonly Cell[], named: ReadonlyMap<string, Cell>): Iterable<Cell> {
  const { containedElements } = box.says;
  if (containedElements.length > 0)
    return new Set(containedElements.flatMap((id) => named.get(id) ?? []).filter(isPlaced));
  const { box: outer } = box;
  if (outer === null) return [];
  return cells.filter((cell) => isPlaced(cell) && cell.box !== null && isInside(cell.box, outer));
}

function isPlaced({ shape }: Cell): boolean {
  return shape === "actor" || shape === "process" || shape === "store" || shape === "box";
}

/** Two boxes of one size do not hold each other. */
function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height &&
    (inner.width < outer.width || inner.height < outer.height)
  );
}
