import { useState, type ReactNode } from "react";
import { ActionsProvider, type History } from "./actions/actions-context.tsx";
import { CanvasTools } from "./canvas/canvas-tools.tsx";
import { LateCanvas } from "./canvas/late-canvas.tsx";
import { ComponentPicker } from "./component-picker.tsx";
import { ProposalBar } from "./layout/proposal-bar.tsx";
import { Sheets } from "./palette/sheets.tsx";
import { LateInspector } from "./panels/late-inspector.tsx";
import { Outline } from "./panels/outline.tsx";
import { SelectionActions } from "./panels/selection-actions.tsx";
import { SessionPanel } from "./session/session-panel.tsx";
import { LateSituationPanel } from "./situation/late-situation-panel.tsx";
import { useShortcuts } from "./use-shortcuts.ts";
import { useView, ViewProvider } from "./view-context.tsx";
import { useWorkbench } from "./workbench-context.ts";

const SIDES = [
  { side: "session", label: "Session" },
  { side: "sketch", label: "Sketch" },
  { side: "outline", label: "Outline" },
] as const;
type Side = (typeof SIDES)[number]["side"];

interface TableProps {
  readonly history: History;
  /** The situation that is diagnosed, if it is one. */
  readonly situationId: string | undefined;
}

/** Outline, sketch and session beside each other; on a narrow screen one of them at a time. */
export function Table({ history, situationId }: TableProps) {
  return (
    <ViewProvider>
      <ActionsProvider history={history}>
        <Parts situationId={situationId} />
        <Sheets />
      </ActionsProvider>
    </ViewProvider>
  );
}

const COLUMNS = {
  all: "lg:grid-cols-[17rem_minmax(0,1fr)_26rem]",
  withoutCanvas: "lg:grid-cols-[minmax(0,1fr)_26rem]",
} as const;

function Parts({ situationId }: Pick<TableProps, "situationId">) {
  const { picking } = useWorkbench();
  const { isOutlineOnly } = useView();
  const [side, setSide] = useState<Side>("session");
  useShortcuts();
  return (
    <div
      className={`relative flex min-h-0 flex-1 flex-col lg:grid ${isOutlineOnly ? COLUMNS.withoutCanvas : COLUMNS.all}`}
    >
      <Part
        side="outline"
        shown={side}
        label="Outline"
        className="border-hairline max-lg:overflow-y-auto lg:flex lg:flex-col lg:border-r"
      >
        <div className="relative border-b border-hairline px-4 pt-3 pb-4 empty:hidden lg:max-h-3/5 lg:overflow-y-auto">
          <SelectionActions />
          <LateInspector />
        </div>
        <div className="relative px-4 py-3 lg:min-h-0 lg:flex-1 lg:overflow-y-auto">
          <h2 className="sounding pb-1">Outline</h2>
          <Outline />
        </div>
      </Part>
      <section
        aria-label="Sketch"
        data-sketch
        className={`relative min-h-0 flex-1 ${isOutlineOnly ? "lg:hidden" : ""} ${side === "sketch" ? "" : "max-lg:hidden"}`}
      >
        <LateCanvas />
        <CanvasTools />
        <ProposalBar />
      </section>
      <Part
        side="session"
        shown={side}
        label="Session"
        className="overflow-y-auto border-hairline px-4 py-4 lg:border-l"
      >
        {situationId !== undefined && <LateSituationPanel id={situationId} />}
        <SessionPanel />
      </Part>
      {picking !== null && <ComponentPicker key={picking.purpose + picking.from} picker={picking} />}
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
