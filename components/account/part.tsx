import type { ReactNode } from "react";

interface PartProps {
  readonly id?: string;
  readonly heading: string;
  readonly sounding?: string;
  readonly children: ReactNode;
}

/** One matter of the account, with its heading in the margin as on every sheet. */
export function Part({ id, heading, sounding, children }: PartProps) {
  return (
    <section id={id} className="depth">
      <div>
        <h2 className="text-base font-semibold">{heading}</h2>
        {sounding !== undefined && <p className="sounding mt-1">{sounding}</p>}
      </div>
      <div className="grid min-w-0 content-start gap-6">{children}</div>
    </section>
  );
}

/** The day, as on a log sheet. */
export function Day({ at }: { readonly at: Date }) {
  const day = at.toISOString().slice(0, 10);
  return (
    <time dateTime={day} className="sounding whitespace-nowrap">
      {day}
    </time>
  );
}

/** The day and the minute, in universal time. */
export function Minute({ at }: { readonly at: Date }) {
  const iso = at.toISOString();
  return (
    <time dateTime={iso} className="sounding whitespace-nowrap">
      {iso.slice(0, 10)} {iso.slice(11, 16)} UTC
    </time>
  );
}

/** What cannot be taken back: said first, and asked for only after somebody opened it. */
export function Grave({
  summary,
  isOpen = false,
  children,
}: {
  readonly summary: string;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <details open={isOpen}>
      <summary className="action action-quiet w-fit">{summary}</summary>
      <div className="mt-3 grid max-w-read gap-4 border-l-4 border-ink pl-4">{children}</div>
    </details>
  );
}
