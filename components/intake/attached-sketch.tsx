"use client";

import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { countSketch, sayCount } from "#core/intake/attached-sketch.ts";
import { SketchDrawing } from "./sketch-drawing.tsx";

interface AttachedSketchProps {
  readonly sketch: Architecture;
  readonly onRemove: () => void;
}

/** What would be sent, as a drawing and in figures. */
export function AttachedSketch({ sketch, onRemove }: AttachedSketchProps) {
  return (
    <>
      <LateDrawing sketch={sketch} />
      <p role="status" className="max-w-read">
        <strong className="font-semibold">A copy of “{sketch.title}” is sent with your text</strong>:{" "}
        {sayCount(countSketch(sketch))}, with its notes, its history, and the names of those who answered.
        What you change on the workbench later stays with you.
      </p>
      <p>
        <Button onClick={onRemove}>Do not send it</Button>
      </p>
    </>
  );
}

/** What draws it is loaded when there is something to draw. */
function LateDrawing({ sketch }: { readonly sketch: Architecture }) {
  const [svg, setSvg] = useState<string | undefined>();
  useEffect(() => {
    let isWanted = true;
    void import("#core/diagram/render-sketch.ts").then(({ renderSketch }) => {
      if (isWanted) setSvg(renderSketch(sketch, { idPrefix: "attached" }));
    });
    return () => void (isWanted = false);
  }, [sketch]);
  return <SketchDrawing title={sketch.title} svg={svg} />;
}
