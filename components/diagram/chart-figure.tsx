import type { Architecture } from "#core/architecture/architecture.schema.ts";
import type { Pair } from "#core/architecture/subject.ts";
import { layoutSketch, type SketchLayout } from "#core/diagram/layout-sketch.ts";
import { renderSketch } from "#core/diagram/render-sketch.ts";

interface ChartFigureProps {
  readonly architecture: Architecture;
  readonly seams?: readonly Pair[];
  readonly caption: string;
  readonly idPrefix: string;
  /** As wide as the whole sheet, or as the drawing is by itself: a small one has nothing to gain from a sheet. */
  readonly size?: "sheet" | "natural";
}

/** A drawing with its caption. What does not fit scrolls within the frame, by keyboard too, and begins at the seam. */
export function ChartFigure({
  architecture,
  seams = [],
  caption,
  idPrefix,
  size = "sheet",
}: ChartFigureProps) {
  const layout = layoutSketch(architecture);
  const [seam] = seams;
  return (
    <figure className={size === "sheet" ? "wide" : undefined}>
      <div
        className={size === "sheet" ? "chart-frame" : "chart-frame chart-natural"}
        tabIndex={0}
        role="group"
        aria-label={`Drawing: ${architecture.title}`}
      >
        <div className="chart-ground">
          {seam !== undefined && (
            <span className="chart-start" style={{ insetInlineStart: middleOf(seam, layout) }} />
          )}
          <div
            // The writer in core escapes every text and writes shapes only.
            dangerouslySetInnerHTML={{ __html: renderSketch(architecture, { seams, layout, idPrefix }) }}
          />
        </div>
      </div>
      <figcaption className="sounding mt-2">{caption}</figcaption>
    </figure>
  );
}

/** Half way between the two sides of a seam, as a share of the drawing. */
function middleOf(seam: Pair, { components, width }: SketchLayout): string {
  const middles = seam.flatMap((id) => {
    const box = components.get(id);
    return box === undefined ? [] : [box.x + box.width / 2];
  });
  const middle = middles.reduce((sum, x) => sum + x, 0) / Math.max(1, middles.length);
  return `${Math.round((100 * middle) / width)}%`;
}
