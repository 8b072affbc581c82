import { FitReport } from "#components/intake/fit-report.tsx";
import { NearList } from "#components/intake/near-list.tsx";
import { OwnTextList } from "#components/intake/own-texts.tsx";
import { SketchDrawing } from "#components/intake/sketch-drawing.tsx";
import { Depth } from "#components/site/depth.tsx";
import { countSketch, readAttachedSketch, sayCount } from "#core/intake/attached-sketch.ts";
import { renderSketch } from "#core/diagram/render-sketch.ts";
import type { OwnSituation } from "#server/services/own-situation.ts";
import { CASE_BRIEFS, nearSituation } from "../../near-situation.ts";

/** What was written, how it fits, and what was published that is near to it. */
export function Written({ situation }: { readonly situation: OwnSituation }) {
  const { system, failing, works, tried, relied, known, unanswered, signals } = situation;
  const near = nearSituation([system, failing, works, tried, relied, known, unanswered], signals);
  return (
    <>
      <Depth id="fit" heading="How it fits">
        <FitReport fit={situation.fit} />
        <h3 className="mt-9 mb-2 text-base font-semibold">Nearest among the published cases</h3>
        <NearList near={near} published={CASE_BRIEFS.length} />
        <p className="no-print mt-6">
          <a href="/workbench" className="action">
            {situation.fit.verdict === "elsewhere" ? "Sketch it all the same" : "Sketch it on the workbench"}
          </a>
        </p>
      </Depth>
      <Depth id="written" heading="What you wrote" sounding="seen by you and by us">
        <OwnTextList texts={situation} />
        <Sketch sketch={situation.sketch} />
      </Depth>
    </>
  );
}

function Sketch({ sketch }: { readonly sketch: unknown }) {
  const read = sketch === null ? undefined : readAttachedSketch(sketch);
  if (!read?.ok) return null;
  return (
    <div className="mt-9">
      <h3 className="text-base font-semibold">The sketch you attached</h3>
      <p className="sounding mt-1 mb-3">{sayCount(countSketch(read.value))}</p>
      <SketchDrawing title={read.value.title} svg={renderSketch(read.value, { idPrefix: "attached" })} />
    </div>
  );
}
