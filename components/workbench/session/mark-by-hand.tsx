import { Button } from "#components/ui/button.tsx";
import { seamOf } from "#core/document/seam-commands.ts";
import { useId, useState } from "react";
import { selectedPair } from "../selection.ts";
import { useSketchActions } from "../use-sketch-actions.ts";
import { useWorkbench } from "../workbench-context.ts";

/** A seam that people know of: two components, picked out on the sketch or here. */
export function MarkByHand() {
  const { session, selection } = useWorkbench();
  const { mark } = useSketchActions();
  const selected = selectedPair(selection);
  const [chosen, choose] = useState<readonly [string, string]>(["", ""]);
  const [a, b] = chosen[0] === "" && chosen[1] === "" && selected !== null ? selected : chosen;
  const { components } = session.architecture;
  if (components.length < 2) return null;
  const isPair = a !== "" && b !== "" && a !== b;
  const isMarked = isPair && seamOf(session, [a, b]) !== undefined;
  return (
    <details className="border-t border-hairline py-2">
      <summary className="cursor-pointer text-small">Mark a seam by hand</summary>
      <form
        className="grid gap-2 pt-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isPair) return;
          mark(a, b);
          choose(["", ""]);
        }}
      >
        <Side label="One side" value={a} onChange={(id) => choose([id, b])} />
        <Side label="The other side" value={b} onChange={(id) => choose([a, id])} />
        <p className="flex flex-wrap items-baseline gap-3">
          <Button type="submit" disabled={!isPair || isMarked}>
            Mark it
          </Button>
          <span className="text-small text-ink-soft">
            {isMarked ? "It is kept already." : "They need no connection."}
          </span>
        </p>
      </form>
    </details>
  );
}

interface SideProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
}

function Side({ label, value, onChange }: SideProps) {
  const { session } = useWorkbench();
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="sounding">
        {label}
      </label>
      <select id={id} className="field" value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">Choose a component</option>
        {session.architecture.components.map((component) => (
          <option key={component.id} value={component.id}>
            {component.name}
          </option>
        ))}
      </select>
    </div>
  );
}
