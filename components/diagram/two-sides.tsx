import type { Component } from "#core/architecture/architecture.schema.ts";
import { drawComponent } from "#core/diagram/draw-component.ts";
import { drawSeam } from "#core/diagram/draw-connection.ts";
import { isobath } from "#core/diagram/isobath.ts";

const SIZE = { width: 132, height: 56 } as const;
const FOCUS = 84;
const STRETCH = 1.35;
/** Depths as shares of the depth at which two separate grounds become one; that one is drawn a little stronger. */
const DEPTHS = [0.7, 0.82, 0.92, 1, 1.07, 1.18, 1.32, 1.5, 1.72, 2, 2.35];

const plain = { boundaries: [], notes: "", facts: {}, numbers: {} };
const SIDES: readonly Component[] = [
  { id: "decides", name: "Decides", kind: "enforcer", ...plain },
  { id: "acts", name: "Acts", kind: "executor", ...plain },
];

/** Two sides on their own grounds, the water between them, and what must hold across it. */
export function TwoSides({ caption }: { readonly caption: string }) {
  const centre = FOCUS * STRETCH;
  const drawn = SIDES.map((side, i) =>
    drawComponent(side, {
      x: (i === 0 ? -centre : centre) - SIZE.width / 2,
      y: -SIZE.height / 2,
      ...SIZE,
    }),
  );
  const edge = centre - SIZE.width / 2;
  const seam = drawSeam("decides~acts", [
    { x: -edge, y: 0 },
    { x: edge, y: 0 },
  ]);
  return (
    <figure>
      <svg
        className="chart h-80 w-full lg:h-96"
        viewBox="-300 -200 600 400"
        preserveAspectRatio="xMidYMid slice"
        role="img"
        aria-labelledby="two-sides"
      >
        <title id="two-sides">
          Two components on separate grounds, one that decides and one that acts, with a seam between them
        </title>
        <g fill="none">
          {DEPTHS.map((depth) => (
            <path
              key={depth}
              d={isobath(FOCUS, depth * FOCUS, STRETCH)}
              className={depth === 1 ? "stroke-rule" : "stroke-hairline"}
            />
          ))}
        </g>
        {/* The writers in core escape every text and write shapes only. */}
        <g dangerouslySetInnerHTML={{ __html: drawn.join("") + seam }} />
      </svg>
      <figcaption className="sounding mx-auto mt-2 max-w-96 text-center">{caption}</figcaption>
    </figure>
  );
}
