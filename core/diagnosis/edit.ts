import type {
  Architecture,
  Component,
  Connection,
  Facts,
  SketchObject,
} from "../architecture/architecture.schema.ts";
import { LIMITS } from "../architecture/architecture.schema.ts";
import { pairKey, type Pair } from "../architecture/subject.ts";

/**
 * One step of a structural move. A move adds elements or rewires connections; facts come only with what it adds,
 * rewires or gives a new part to. `rework` is for a component that the move adds a connection to, and says what that
 * makes of it; `bind` is for an agreement that the new construction carries.
 */
export type Edit =
  | { readonly op: "add-component"; readonly component: Component }
  | { readonly op: "add-object"; readonly object: SketchObject }
  | { readonly op: "add-connection"; readonly connection: Connection }
  | { readonly op: "rewire"; readonly id: string; readonly ends: Ends; readonly facts: Facts }
  | { readonly op: "remove-connection"; readonly id: string }
  | { readonly op: "rework"; readonly id: string; readonly facts: Facts }
  | { readonly op: "bind"; readonly between: Pair; readonly facts: Facts };

export type Ends = Partial<Pick<Connection, "from" | "to" | "kind" | "carries" | "over">>;

/** `base`, or the first of `base-2`, `base-3` … that is not taken. */
export function freshId(isTaken: (id: string) => boolean, base: string): string {
  if (!isTaken(base)) return base;
  let number = 2;
  while (isTaken(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

/** The edited copy. `about` words an agreement that a move binds and nobody wrote before. */
export function applyEdits(architecture: Architecture, edits: readonly Edit[], about: string): Architecture {
  return edits.reduce((edited, edit) => applyEdit(edited, edit, about), architecture);
}

function applyEdit(architecture: Architecture, edit: Edit, about: string): Architecture {
  const { components, connections, objects } = architecture;
  switch (edit.op) {
    case "add-component":
      return { ...architecture, components: [...components, edit.component] };
    case "add-object":
      return { ...architecture, objects: [...objects, edit.object] };
    case "add-connection":
      return { ...architecture, connections: [...connections, edit.connection] };
    case "rewire":
      return {
        ...architecture,
        connections: connections.map((c) =>
          c.id === edit.id ? { ...c, ...edit.ends, facts: { ...c.facts, ...edit.facts } } : c,
        ),
      };
    case "rework":
      return {
        ...architecture,
        components: components.map((c) =>
          c.id === edit.id ? { ...c, facts: { ...c.facts, ...edit.facts } } : c,
        ),
      };
    case "remove-connection":
      return withoutConnection(architecture, edit.id);
    case "bind":
      return bound(architecture, edit.between, edit.facts, about);
  }
}

/** History speaks of the sketch as it was; what it says of a connection that is gone goes with it, on the copy. */
function withoutConnection(architecture: Architecture, id: string): Architecture {
  const others = (ids: readonly string[]) => ids.filter((other) => other !== id);
  return {
    ...architecture,
    connections: architecture.connections.filter((c) => c.id !== id),
    history: architecture.history.map((entry) => ({
      ...entry,
      worked: others(entry.worked),
      failed: others(entry.failed),
    })),
  };
}

function bound(architecture: Architecture, between: Pair, facts: Facts, about: string): Architecture {
  const { agreements } = architecture;
  const isSame = (other: readonly [string, string]) => pairKey(...other) === pairKey(...between);
  if (agreements.some((agreement) => isSame(agreement.between)))
    return {
      ...architecture,
      agreements: agreements.map((agreement) =>
        isSame(agreement.between) ? { ...agreement, facts: { ...agreement.facts, ...facts } } : agreement,
      ),
    };
  const id = freshId((candidate) => agreements.some((agreement) => agreement.id === candidate), "bound");
  return {
    ...architecture,
    agreements: [...agreements, { id, between: [...between], about: about.slice(0, LIMITS.text), facts }],
  };
}
