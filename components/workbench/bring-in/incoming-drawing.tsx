import type { Session } from "#core/document/session.schema.ts";
import { renderSketch } from "#core/diagram/render-sketch.ts";
import { useMemo } from "react";

/** Beyond this a drawing of this size says nothing, and takes its time. */
const MOST_DRAWN = 120;

/** What comes in, in small. */
export function IncomingDrawing({ session }: { readonly session: Session }) {
  const { architecture } = session;
  const { components, connections } = architecture;
  const isDrawn = components.length > 0 && components.length + connections.length <= 3 * MOST_DRAWN;
  const drawing = useMemo(
    () => (isDrawn ? renderSketch(architecture, { idPrefix: "incoming", title: "What comes in" }) : null),
    [architecture, isDrawn],
  );
  if (drawing === null)
    return (
      <p className="text-small text-ink-soft">
        {components.length === 0 ? "There is nothing to draw." : "It is too large to be drawn this small."}
      </p>
    );
  return (
    <div
      className="incoming-chart border border-hairline p-2"
      // Every text in it is escaped where it is drawn.
      dangerouslySetInnerHTML={{ __html: drawing }}
    />
  );
}
