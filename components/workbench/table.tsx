import { useState, type ReactNode } from "react";
import { SketchCanvas } from "./canvas/sketch-canvas.tsx";
import { ComponentPicker } from "./component-picker.tsx";
import { Inspector } from "./panels/inspector.tsx";
import { Outline } from "./panels/outline.tsx";
import { SelectionActions } from "./panels/selection-actions.tsx";
import { SessionPanel } from "./session/session-panel.tsx";
import { useShortcuts, type History } from "./use-shortcuts.ts";
import { useWorkbench } from "./workbench-context.ts";

const SIDES = [
  { side: "session", label: "Session" },
  { side: "sketch", label: "Sketch" },
  { side: "outline", label: "Outline" },
] as const;
type Side = (typeof SIDES)[number]["side"];

/** Outline, sketch and session beside each other; on a narrow screen one of them at a time. */
export function Table({ history }: { readonly history: History }) {
  const { picking } = useWorkbench();
  const [side, setSide] = useState<Side>("session");
  useShortcuts(history);
  return (
    <div className="flex min-h-0 flex-1 flex-col lg:grid lg:grid-cols-[17rem_minmax(0,1fr)_26rem]">
      <Part
        side="outline"
        shown={side}
        label="Outline"
        className="border-hairline max-lg:overflow-y-auto lg:flex lg:flex-col lg:border-r"
      >
        <div className="relative border-b border-hairline px-4 pt-3 pb-4 empty:hidden lg:max-h-3/5 lg:overflow-y-auto">
          <SelectionActions />
          <Inspector />
        </div>
        <div className="relative px-4 py-3 lg:min-h-0 lg:flex-1 lg:overflow-y-auto">
          <h2 className="sounding pb-1">Outline</h2>
          <Outline />
        </div>
      </Part>
      <section
        aria-label="Sketch"
        data-sketch
        className={`relative min-h-0 flex-1 ${side === "sketch" ? "" : "max-lg:hidden"}`}
      >
        <SketchCanvas />
        {picking !== null && <ComponentPicker picker={picking} />}
      </section>
      <Part
        side="session"
        shown={side}
        label="Session"
        className="overflow-y-auto border-hairline px-4 py-4 lg:border-l"
      >
        <SessionPanel />
      </Part>
      <nav aria-label="Parts of the workbench" className="flex border-t border-rule lg:hidden">
        {SIDES.map(({ side: target, label }) => (
          <button
            key={target}
            type="button"
            aria-current={side === target ? "true" : undefined}
            className={`min-h-12 flex-1 border-t-2 text-small ${side === target ? "border-ink font-medium" : "border-transparent text-ink-soft"}`}
            onClick={() => setSide(target)}
          >
            {label}
          </button>
        ))}
      </nav>
    </div>
  );
}

interface PartProps {
  readonly side: Side;
  readonly shown: Side;
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
}

function Part({ side, shown, label, className, children }: PartProps) {
  return (
    <section
      aria-label={label}
      className={`relative min-h-0 flex-1 ${className} ${side === shown ? "" : "max-lg:hidden"}`}
    >
      {children}
    </section>
  );
}
