import type { Architecture } from "#core/architecture/architecture.schema.ts";
import type { Pair } from "#core/architecture/subject.ts";
import { renderSketch } from "#core/diagram/render-sketch.ts";

interface ChartFigureProps {
  readonly architecture: Architecture;
  readonly seams?: readonly Pair[];
  readonly caption: string;
  readonly idPrefix: string;
  /** A drawing of a few components, which may shrink with the page. */
  readonly isSmall?: boolean;
}

/** A drawing with its caption. What does not fit scrolls within the frame, by keyboard too. */
export function ChartFigure({
  architecture,
  seams = [],
  caption,
  idPrefix,
  isSmall = false,
}: ChartFigureProps) {
  const svg = renderSketch(architecture, { seams, idPrefix });
  return (
    <figure className={isSmall ? "" : "wide"}>
      <div
        className={isSmall ? "chart-small" : "chart-frame"}
        {...(isSmall ? {} : { tabIndex: 0, role: "group", "aria-label": `Drawing: ${architecture.title}` })}
        // The writer in core escapes every text and writes shapes only.
        dangerouslySetInnerHTML={{ __html: svg }}
      />
      <figcaption className="sounding mt-2 max-w-read">{caption}</figcaption>
    </figure>
  );
}
