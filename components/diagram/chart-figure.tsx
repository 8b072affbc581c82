import type { Architecture } from "#core/architecture/architecture.schema.ts";
import type { Pair } from "#core/architecture/subject.ts";
import { renderSketch } from "#core/diagram/render-sketch.ts";

interface ChartFigureProps {
  readonly architecture: Architecture;
  readonly seams?: readonly Pair[];
  readonly caption: string;
  readonly idPrefix: string;
  /** As wide as the whole sheet, or as the drawing is by itself: a small one has nothing to gain from a sheet. */
  readonly size?: "sheet" | "natural";
}

/** A drawing with its caption. What does not fit scrolls within the frame, by keyboard too. */
export function ChartFigure({
  architecture,
  seams = [],
  caption,
  idPrefix,
  size = "sheet",
}: ChartFigureProps) {
  return (
    <figure className={size === "sheet" ? "wide" : undefined}>
      <div
        className={size === "sheet" ? "chart-frame" : "chart-frame chart-natural"}
        tabIndex={0}
        role="group"
        aria-label={`Drawing: ${architecture.title}`}
        // The writer in core escapes every text and writes shapes only.
        dangerouslySetInnerHTML={{ __html: renderSketch(architecture, { seams, idPrefix }) }}
      />
      <figcaption className="sounding mt-2 max-w-read">{caption}</figcaption>
    </figure>
  );
}
