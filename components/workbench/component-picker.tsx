import type { Component } from "#core/architecture/architecture.schema.ts";
import { centre } from "#core/diagram/route-lines.ts";
import type { Session } from "#core/document/session.schema.ts";
import { componentName } from "#core/report/wording.ts";
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { focusComponent } from "./canvas/focus-component.ts";
import { neighbourTowards, type Direction } from "./canvas/neighbour.ts";
import { pointerOnCanvas } from "./canvas/pointer.ts";
import { boxesOf } from "./canvas/sketch-drawing.ts";
import type { Picker } from "./selection.ts";
import { useSketchActions } from "./use-sketch-actions.ts";
import { useWorkbench } from "./workbench-context.ts";

const TOWARDS_KEY: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** The second of two components: by name, the nearest first; by Alt and an arrow on the canvas; or by a click there. */
export function ComponentPicker({ picker }: { readonly picker: Picker }) {
  const { session, pick, light } = useWorkbench();
  const { connect, mark } = useSketchActions();
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(0);
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const near = useMemo(() => byDistance(session, picker.from), [session, picker.from]);
  const found = near.filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
  const candidate = found[active]?.id;
  useEffect(() => {
    light(candidate === undefined ? null : [{ component: picker.from }, { component: candidate }]);
    return () => light(null);
  }, [light, picker.from, candidate]);
  const name = componentName(session.architecture, picker.from);
  const label = picker.purpose === "connect" ? `Connect ${name} to` : `${name} must agree with`;

  const choose = (target: string | undefined) => {
    if (target === undefined) return;
    pick(null);
    if (picker.purpose === "connect") connect(picker.from, target);
    else mark(picker.from, target);
    focusComponent(picker.from);
  };
  const moveTo = (next: number) => {
    const at = Math.max(0, Math.min(found.length - 1, next));
    setActive(at);
    list.current?.children[at]?.scrollIntoView({ block: "nearest" });
  };
  const moveTowards = (direction: Direction) => {
    const from = candidate ?? picker.from;
    const next = neighbourTowards(session, from, direction);
    const at = found.findIndex((component) => component.id === next);
    if (at >= 0) moveTo(at);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = TOWARDS_KEY[event.key];
    if (event.altKey && direction !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      moveTowards(direction);
      return;
    }
    const keys: Readonly<Record<string, (() => void) | undefined>> = {
      ArrowDown: () => moveTo(active + 1),
      ArrowUp: () => moveTo(active - 1),
      Enter: () => choose(found[active]?.id),
      Escape: () => {
        pick(null);
        focusComponent(picker.from);
      },
    };
    const run = keys[event.key];
    if (run === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };

  return (
    <div className="absolute inset-x-0 bottom-0 z-10 border-t border-ink bg-paper p-3 sm:inset-x-auto sm:bottom-4 sm:left-1/2 sm:w-80 sm:-translate-x-1/2 sm:border">
      <label htmlFor={id} className="sounding block pb-1">
        {label}
      </label>
      <input
        id={id}
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found[active] === undefined ? undefined : `${id}-${found[active].id}`}
        aria-autocomplete="list"
        autoComplete="off"
        className="field"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onBlur={() => {
          // A click on the canvas chooses there, or closes this by itself.
          if (pointerOnCanvas() === null) pick(null);
        }}
        onKeyDown={onKeyDown}
      />
      <ul
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        className="mt-1 max-h-48 overflow-y-auto"
      >
        {found.map((component, i) => (
          <li
            key={component.id}
            id={`${id}-${component.id}`}
            role="option"
            aria-selected={i === active}
            className={`flex cursor-default justify-between gap-3 px-2 py-1 text-small ${i === active ? "bg-ink text-paper" : ""}`}
            onPointerEnter={() => setActive(i)}
            onPointerDown={(event) => {
              event.preventDefault();
              choose(component.id);
            }}
          >
            {component.name}
            <span className="font-mono text-sounding">{component.kind}</span>
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <p className="px-2 py-1 text-small text-ink-soft">No other component by that name.</p>
      )}
    </div>
  );
}

function byDistance({ architecture, positions }: Session, from: string): readonly Component[] {
  const boxes = boxesOf(architecture, positions);
  const here = boxes.get(from);
  if (here === undefined) return [];
  const { x, y } = centre(here);
  const distanceTo = (id: string) => {
    const box = boxes.get(id);
    if (box === undefined) return Infinity;
    const to = centre(box);
    return Math.hypot(to.x - x, to.y - y);
  };
  const measured = architecture.components.map((one) => ({ one, distance: distanceTo(one.id) }));
  return measured
    .filter(({ one }) => one.id !== from)
    .sort((a, b) => a.distance - b.distance)
    .map(({ one }) => one);
}
