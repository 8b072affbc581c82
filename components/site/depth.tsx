import type { ReactNode } from "react";

interface DepthProps {
  readonly id: string;
  readonly heading: string;
  /** A few words in the margin, in the small figures of a chart. */
  readonly sounding?: string;
  readonly children: ReactNode;
}

/** One part of a page that is not an article: a hairline, a heading in the margin, the matter beside it. */
export function Depth({ id, heading, sounding, children }: DepthProps) {
  return (
    <section aria-labelledby={id} className="depth">
      <div>
        <h2 id={id} className="text-base font-semibold">
          {heading}
        </h2>
        {sounding !== undefined && <p className="sounding mt-1">{sounding}</p>}
      </div>
      <div>{children}</div>
    </section>
  );
}
