import { componentName } from "#core/report/wording.ts";
import { useMemo } from "react";
import { newId } from "../new-id.ts";
import { boundarySelected, componentsSelected } from "../selection.ts";
import { useView } from "../view-context.tsx";
import { useWorkbench } from "../workbench-context.ts";

interface BoundaryActions {
  readonly enclose: () => void;
  readonly dissolve: () => void;
}

/** Draws a boundary of the kind that is shown around what is selected, and takes one away; nothing moves. */
export function useBoundaryActions(): BoundaryActions {
  const { session, selection, select, dispatch, announce } = useWorkbench();
  const { boundaries: kind } = useView();
  return useMemo(() => {
    const { architecture } = session;
    const { components } = selection;
    const ofKind = new Map(
      architecture.boundaries.filter((one) => one.kind === kind).map((one) => [one.id, one]),
    );
    const holderOf = (id: string) =>
      architecture.components
        .find((one) => one.id === id)
        ?.boundaries.find((boundary) => ofKind.has(boundary));
    return {
      enclose: () => {
        const id = newId("boundary");
        const [holder, ...others] = new Set(components.map(holderOf));
        const within = others.length === 0 ? (holder ?? null) : null;
        dispatch({ type: "add-boundary", id, name: "New boundary", kind, within, components });
        select(boundarySelected(id));
        announce(`Boundary around ${components.map((one) => componentName(architecture, one)).join(", ")}.`);
      },
      dissolve: () => {
        const id = selection.boundary ?? components.map(holderOf).find((holder) => holder !== undefined);
        if (id === undefined) return;
        const members = architecture.components.filter((one) => one.boundaries.includes(id));
        dispatch({ type: "delete-boundary", id });
        select(componentsSelected(...members.map((member) => member.id)));
        announce(
          `The boundary ${ofKind.get(id)?.name ?? ""} is taken away. What lay in it stays where it is.`,
        );
      },
    };
  }, [session, selection, select, dispatch, announce, kind]);
}
