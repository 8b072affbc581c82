import { Button } from "#components/ui/button.tsx";
import type { Component } from "#core/architecture/architecture.schema.ts";
import { BOUNDARY_KINDS, type BoundaryKind } from "#core/architecture/vocabulary.ts";
import { useId } from "react";
import { useActions } from "../actions/actions-context.tsx";
import { componentsSelected } from "../selection.ts";
import { useTyped } from "../use-typed.ts";
import { useWorkbench } from "../workbench-context.ts";

/** What a boundary is called, what lies around it and what in it. */
export function BoundaryInspector({ id }: { readonly id: string }) {
  const { session, dispatch, select } = useWorkbench();
  const { dissolve } = useActions();
  const { boundaries, components } = session.architecture;
  const boundary = boundaries.find((one) => one.id === id);
  const name = useTyped(boundary?.name ?? "", (typed) =>
    dispatch({ type: "rename-boundary", id, name: typed }),
  );
  const nameId = useId();
  const withinId = useId();
  if (boundary === undefined) return null;
  const members = components.filter((one) => one.boundaries.includes(id));
  const others = boundaries.filter((one) => one.kind === boundary.kind && one.id !== id);
  return (
    <div>
      <label htmlFor={nameId} className="sounding">
        Name of the {boundary.kind} boundary
      </label>
      <input
        id={nameId}
        {...name}
        className="field mb-2"
        maxLength={100}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
        }}
      />
      {others.length > 0 && (
        <>
          <label htmlFor={withinId} className="sounding">
            Lies within
          </label>
          <select
            id={withinId}
            className="field mb-2"
            value={boundary.within ?? ""}
            onChange={(event) =>
              dispatch({
                type: "nest-boundary",
                id,
                within: event.target.value === "" ? null : event.target.value,
              })
            }
          >
            <option value="">no other</option>
            {others.map((other) => (
              <option key={other.id} value={other.id}>
                {other.name}
              </option>
            ))}
          </select>
        </>
      )}
      <p className="text-small text-ink-soft">
        {members.length === 0 ? "Nothing lies in it." : members.map((one) => one.name).join(", ")}
      </p>
      <p className="flex flex-wrap gap-x-3">
        {members.length > 0 && (
          <Button rank="quiet" onClick={() => select(componentsSelected(...members.map((one) => one.id)))}>
            Select what lies in it
          </Button>
        )}
        <Button rank="quiet" onClick={dissolve.run}>
          Take it away
        </Button>
      </p>
    </div>
  );
}

/** In which boundary of each kind a component lies, for those who do not drag. */
export function BoundaryChoices({ component }: { readonly component: Component }) {
  const { session } = useWorkbench();
  const { boundaries } = session.architecture;
  return BOUNDARY_KINDS.filter((kind) => boundaries.some((one) => one.kind === kind)).map((kind) => (
    <BoundaryChoice key={kind} component={component} kind={kind} />
  ));
}

interface BoundaryChoiceProps {
  readonly component: Component;
  readonly kind: BoundaryKind;
}

function BoundaryChoice({ component, kind }: BoundaryChoiceProps) {
  const { session, dispatch } = useWorkbench();
  const id = useId();
  const ofKind = session.architecture.boundaries.filter((one) => one.kind === kind);
  const holder = ofKind.find((one) => component.boundaries.includes(one.id));
  return (
    <p className="flex items-baseline gap-2 pt-1 text-small">
      <label htmlFor={id} className="sounding shrink-0">
        In {kind}
      </label>
      <select
        id={id}
        className="min-w-0 flex-1 truncate bg-paper py-0.5"
        value={holder?.id ?? ""}
        onChange={({ target: { value } }) =>
          dispatch({
            type: "put-in-boundary",
            components: [component.id],
            kind,
            boundary: value === "" ? null : value,
          })
        }
      >
        <option value="">none</option>
        {ofKind.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </p>
  );
}
