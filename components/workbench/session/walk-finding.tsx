import { usePaper } from "../canvas/paper.tsx";
import { StepPlayer, type PlayerStep } from "#components/ui/step-player.tsx";
import { walkElements, walkHeading } from "#core/architecture/walk.ts";
import { COMPONENT_SIZE } from "#core/diagram/layout-sketch.ts";
import { renderSketch } from "#core/diagram/render-sketch.ts";
import { spreadBoxes } from "#core/diagram/spread-boxes.ts";
import { walkOf } from "#core/report/finding-walk.ts";
import type { LedgerEntry } from "#core/report/ledger.ts";
import { subjectName } from "#core/report/wording.ts";
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { useWorkbench } from "../workbench-context.ts";
import { centreOn } from "./centre-on.ts";

interface WalkFindingProps {
  readonly entry: LedgerEntry;
  readonly onEnd: () => void;
}

/** A finding walked step by step over the canvas; where the canvas is out of sight, over a drawing of its own. */
export function WalkFinding({ entry, onEnd }: WalkFindingProps) {
  const { session, light } = useWorkbench();
  const { show } = usePaper();
  const { architecture } = session;
  const walk = useMemo(() => walkOf(architecture, entry), [architecture, entry]);
  const steps = useMemo(
    () =>
      walk.map((step): PlayerStep => ({
        above: walkHeading(architecture, step),
        text: step.text,
        below: step.source,
      })),
    [walk, architecture],
  );
  const [at, setAt] = useState(0);
  const onStep = useCallback(
    (index: number) => {
      setAt(index);
      const step = walk[index];
      light(step === undefined ? null : walkElements(step));
    },
    [walk, light],
  );
  const begin = useEffectEvent(() => {
    const ids = new Set(walk.flatMap(({ components }) => components));
    show([...ids], { padding: 0.3, maxZoom: 1.1 });
  });
  // Only when the walk begins: after that the view is the person's.
  useEffect(() => begin(), []);
  useEffect(() => () => light(null), [light]);
  return (
    <>
      <p className="stitched mb-4 pl-4 text-small font-medium">
        {subjectName(architecture, { agreement: entry.between })}
      </p>
      <StepPlayer
        label="Walk the failure"
        steps={steps}
        onStep={onStep}
        endLabel="Back to the findings"
        onEnd={onEnd}
      />
      <SmallDrawing entry={entry} lit={walk[at]?.components ?? []} />
    </>
  );
}

interface SmallDrawingProps {
  readonly entry: LedgerEntry;
  readonly lit: readonly string[];
}

/** What the walk passes, where the canvas is not beside it. */
function SmallDrawing({ entry, lit }: SmallDrawingProps) {
  const { session } = useWorkbench();
  const { architecture, positions } = session;
  const svg = useMemo(() => {
    const passed = new Set(walkOf(architecture, entry).flatMap(({ components }) => components));
    const components = architecture.components.filter(({ id }) => passed.has(id));
    const boxes = components.map(({ id }, i) => {
      const [x, y] = positions[id] ?? [0, i * 96];
      return [id, { x, y, ...COMPONENT_SIZE }] as const;
    });
    return renderSketch(
      {
        ...architecture,
        boundaries: [],
        components,
        connections: architecture.connections.filter(({ from, to }) => passed.has(from) && passed.has(to)),
      },
      {
        seams: [entry.between],
        layout: spreadBoxes(new Map(boxes)),
        title: "What the walk passes",
        idPrefix: "walk",
        marked: new Map(lit.map((id) => [`component:${id}`, ""])),
      },
    );
  }, [architecture, positions, entry, lit]);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => centreOn(frame.current, ".chart-marked"), [svg]);
  return (
    <div
      ref={frame}
      role="group"
      aria-label="What the walk passes"
      tabIndex={0}
      className="what-if-drawing mt-5 lg:hidden"
      // The writer in core escapes every text and writes shapes only.
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}
