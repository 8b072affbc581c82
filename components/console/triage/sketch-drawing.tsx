import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { renderSketch } from "#core/diagram/render-sketch.ts";
import { useMemo } from "react";

/** The sketch a visitor attached, drawn. What does not fit scrolls within the frame, by keyboard too. */
export function SketchDrawing({ sketch }: { readonly sketch: Architecture }) {
  const drawing = useMemo(() => renderSketch(sketch, { idPrefix: "attached" }), [sketch]);
  const { components, connections } = sketch;
  return (
    <figure>
      <div
        className="max-h-96 overflow-auto border border-hairline"
        tabIndex={0}
        role="group"
        aria-label="Drawing of the attached sketch"
        // The writer in core escapes every text and writes shapes only.
        dangerouslySetInnerHTML={{ __html: drawing }}
      />
      <figcaption className="sounding mt-1">
        {components.length} components · {connections.length} connections
      </figcaption>
    </figure>
  );
}
