"use client";

import { Button } from "#components/ui/button.tsx";
import type { PlayerStep } from "#components/ui/step-player.tsx";
import { whenNear } from "#components/ui/when-near.ts";
import { lazy, Suspense, useCallback, useEffect, useRef, useState, type ReactNode } from "react";

const loadPlayer = () => import("#components/ui/step-player.tsx");
const StepPlayer = lazy(() => loadPlayer().then(({ StepPlayer: Loaded }) => ({ default: Loaded })));

export interface DrawnStep extends PlayerStep {
  /** What is lit in the drawing, as `drawnKeys` names it. */
  readonly lit: readonly string[];
}

interface WalkedFigureProps {
  readonly figure: ReactNode;
  /** The same steps to be read without a player. */
  readonly list: ReactNode;
  readonly steps: readonly DrawnStep[];
}

/** A drawing over which its failure can be walked. Without scripts, and until somebody begins, the steps are a list. */
export function WalkedFigure({ figure, list, steps }: WalkedFigureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const begin = useRef<HTMLParagraphElement>(null);
  const [isReady, setReady] = useState(false);
  const [isWalking, setWalking] = useState(false);
  useEffect(() => whenNear(frame.current, () => void loadPlayer().then(() => setReady(true))), []);
  const light = useCallback(
    (index: number) => lightUp(frame.current, new Set(steps[index]?.lit ?? [])),
    [steps],
  );
  const start = () => {
    setWalking(true);
    frame.current?.scrollIntoView();
  };
  const end = () => {
    lightUp(frame.current, new Set());
    setWalking(false);
    requestAnimationFrame(() => begin.current?.querySelector("button")?.focus());
  };
  return (
    <div ref={frame} className="walked" data-walking={isWalking}>
      {figure}
      {isWalking && (
        <Suspense>
          <StepPlayer
            label="The failure, step by step"
            steps={steps}
            onStep={light}
            endLabel="End the walk"
            onEnd={end}
          />
        </Suspense>
      )}
      <p ref={begin} className="walked-begin no-print">
        {isReady && !isWalking && <Button onClick={start}>Walk the failure on the drawing</Button>}
      </p>
      {list}
    </div>
  );
}

const DRAWN = "[data-component], [data-connection], [data-label], [data-seam]";

/** Lights what a step is about, and brings the first of it into the frame where the drawing is wider than that. */
function lightUp(frame: HTMLElement | null, keys: ReadonlySet<string>): void {
  if (frame === null) return;
  const drawn = [...frame.querySelectorAll<SVGElement>(DRAWN)];
  for (const element of drawn) element.toggleAttribute("data-lit", keys.has(keyOf(element)));
  const [named] = keys;
  const first = drawn.find((element) => keyOf(element) === named);
  if (first !== undefined) bringIntoView(first, frame.querySelector(".chart-frame"));
}

function keyOf({ dataset }: SVGElement): string {
  const { component, label, connection = label, seam = "" } = dataset;
  if (component !== undefined) return `component:${component}`;
  return connection === undefined ? `seam:${seam}` : `connection:${connection}`;
}

function bringIntoView(element: Element, sheet: Element | null): void {
  if (sheet === null) return;
  const [box, view] = [element.getBoundingClientRect(), sheet.getBoundingClientRect()];
  if (box.left < view.left || box.right > view.right)
    sheet.scrollBy({ left: box.left + box.width / 2 - (view.left + view.width / 2) });
}
