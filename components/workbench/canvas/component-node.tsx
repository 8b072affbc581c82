import { drawComponent, drawFactMarks } from "#core/diagram/draw-component.ts";
import { COMPONENT_SIZE } from "#core/diagram/layout-sketch.ts";
import { Handle, Position, type NodeProps } from "@xyflow/react";
import { memo, useEffect, useEffectEvent, useRef, useState } from "react";
import { useWorkbench } from "../workbench-context.ts";
import { useHandOver } from "../use-hand-over.ts";
import type { ComponentNode } from "./flow-projection.ts";
import { focusComponent } from "./focus-component.ts";
import { useIsLit } from "./lit.tsx";
import { useTurn } from "./use-turn.ts";

const BOX = { x: 0, y: 0, ...COMPONENT_SIZE };

/** One component, drawn by the same hand as in articles and reports. */
export const ComponentNodeView = memo(function ComponentNodeView({
  data: { component, isRenaming },
  selected,
}: NodeProps<ComponentNode>) {
  const isLit = useIsLit(`component:${component.id}`);
  const isDrawn = useTurn();
  return (
    <div className="sketch-node" data-lit={isLit} data-selected={selected}>
      <Handle type="target" position={Position.Left} className="sketch-target" isConnectableStart={false} />
      <svg
        aria-hidden="true"
        className="chart block overflow-visible"
        width={COMPONENT_SIZE.width}
        height={COMPONENT_SIZE.height}
        // Every text in it is escaped where it is drawn.
        dangerouslySetInnerHTML={{
          __html: isDrawn ? drawComponent(component, BOX) + drawFactMarks(component, BOX) : "",
        }}
      />
      {isRenaming && <NameField id={component.id} name={component.name} />}
      <Handle type="source" position={Position.Right} className="sketch-source" />
    </div>
  );
});

function NameField({ id, name }: { readonly id: string; readonly name: string }) {
  const { dispatch, rename, announce } = useWorkbench();
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  const [original] = useState(name);
  const { later, now } = useHandOver();
  const keep = (next: string) => dispatch({ type: "rename-component", id, name: next });

  useEffect(() => {
    // React Flow gives the focus to the node in the same turn; the field takes it back.
    const frame = requestAnimationFrame(() => field.current?.select());
    return () => cancelAnimationFrame(frame);
  }, []);

  const end = (next: string | null) => {
    if (isDone.current) return;
    isDone.current = true;
    later(() => keep(next ?? original));
    now();
    if (next !== null && next !== original) announce(`Named ${next}.`);
    rename(null);
  };

  const leave = useEffectEvent(() => end(field.current?.value ?? null));
  useEffect(() => {
    addEventListener("pagehide", leave);
    return () => removeEventListener("pagehide", leave);
  }, []);

  return (
    <input
      ref={field}
      aria-label="Name of the component"
      className="nodrag nopan absolute inset-x-1 inset-y-2 border border-ink bg-paper px-2 text-center text-small outline-none"
      defaultValue={original}
      maxLength={100}
      onChange={({ target }) => later(() => keep(target.value))}
      onBlur={(event) => end(event.currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== "Enter" && event.key !== "Escape") return;
        end(event.key === "Enter" ? event.currentTarget.value : null);
        focusComponent(id);
      }}
    />
  );
}
