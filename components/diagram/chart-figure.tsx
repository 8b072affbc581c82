import type { Architecture } from "#core/architecture/architecture.schema.ts";
import type { Pair } from "#core/architecture/subject.ts";
import { renderSketch } from "#core/diagram/render-sketch.ts";

interface ChartFigureProps {
  readonly architecture: Architecture;
  readonly seams?: readonly Pair[];
  readonly caption: string;
  readonly idPrefix: string;
}

/** A drawing with its caption. What does not fit scrolls within the frame, by keyboard too. */
export function ChartFigure({ architecture, seams = [], caption, idPrefix }: ChartFigureProps) {
  return (
    <figure className="wide">
      <div
        className="chart-frame"
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
