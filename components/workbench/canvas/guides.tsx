import { ViewportPortal } from "@xyflow/react";
import type { Guide } from "./alignment.ts";

/** Hairlines through what the dragged component is in line with. */
export function Guides({ guides }: { readonly guides: readonly Guide[] }) {
  if (guides.length === 0) return null;
  return (
    <ViewportPortal>
      <svg aria-hidden="true" className="sketch-guides">
        {guides.map(({ axis, at, from, to }) => (
          <path
            key={axis}
            d={axis === "across" ? `M${at} ${from - 16}V${to + 16}` : `M${from - 16} ${at}H${to + 16}`}
          />
        ))}
      </svg>
    </ViewportPortal>
  );
}
