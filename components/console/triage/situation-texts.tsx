import { SIGNALS } from "#core/fit/signals.ts";
import type { SituationDetail } from "#core/triage/situation-view.ts";
import type { ReactNode } from "react";
import { SketchDrawing } from "./sketch-drawing.tsx";

const TEXTS = [
  ["failing", "Keeps failing"],
  ["works", "Works meanwhile"],
  ["tried", "Tried, and what came next"],
  ["relied", "Who relied on what"],
  ["known", "Known"],
  ["unanswered", "Nobody could answer"],
] as const satisfies readonly (readonly [keyof SituationDetail, string])[];

/** What the visitor sent in. Every word of it is text, in whatever direction it is written. */
export function SituationTexts({ detail }: { readonly detail: SituationDetail }) {
  const { signals, sketch } = detail;
  return (
    <dl className="border-b border-hairline">
      {TEXTS.filter(([field]) => detail[field] !== "").map(([field, label]) => (
        <Entry key={field} label={label}>
          <p dir="auto" className="visitor-text">
            {detail[field]}
          </p>
        </Entry>
      ))}
      {signals.length > 0 && (
        <Entry label="Signs they recognized">
          <ul className="grid gap-1 text-small">
            {signals.map((signal) => (
              <li key={signal} className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3">
                <span className="sounding">{SIGNALS[signal].speaks}</span>
                {SIGNALS[signal].statement}
              </li>
            ))}
          </ul>
        </Entry>
      )}
      {sketch !== null && (
        <Entry label="Their sketch">
          <SketchDrawing sketch={sketch} />
        </Entry>
      )}
    </dl>
  );
}

function Entry({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="situation-entry">
      <dt className="sounding">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
