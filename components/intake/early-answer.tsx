import { assessFit } from "#core/fit/assess-fit.ts";
import type { Signal } from "#core/fit/signals.ts";
import { FitReport } from "./fit-report.tsx";

/** What the ticked signs point to, while they are ticked; nothing before the first. */
export function EarlyAnswer({ signals }: { readonly signals: readonly Signal[] }) {
  return (
    <div aria-live="polite" className={signals.length > 0 ? "border-l-2 border-ink pl-5" : ""}>
      {signals.length > 0 && (
        <>
          <p className="sounding mb-1">what this points to</p>
          <FitReport fit={assessFit(signals)} isNote />
        </>
      )}
    </div>
  );
}
