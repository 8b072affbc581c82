interface SketchDrawingProps {
  readonly title: string;
  /** What the writer in core drew; undefined while it is drawing. */
  readonly svg: string | undefined;
}

/** A sketch as a drawing. What does not fit scrolls within its frame, by keyboard too. */
export function SketchDrawing({ title, svg }: SketchDrawingProps) {
  return (
    <div className="chart-frame chart-attached" tabIndex={0} role="group" aria-label={`Drawing: ${title}`}>
      {svg === undefined ? (
        <p className="p-4 text-small text-ink-soft">Drawing…</p>
      ) : (
        <div
          className="chart-ground"
          // The writer in core escapes every text and writes shapes only.
          dangerouslySetInnerHTML={{ __html: svg }}
        />
      )}
    </div>
  );
}
