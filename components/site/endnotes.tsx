import type { ReactNode } from "react";

/** What stands after the text of a case or a pattern. */
export function Endnotes({ children }: { readonly children: ReactNode }) {
  return <footer className="mt-20 grid max-w-read gap-10 border-t border-ink pt-6">{children}</footer>;
}

interface EndnoteProps {
  readonly id: string;
  readonly heading: string;
  readonly children: ReactNode;
}

export function Endnote({ id, heading, children }: EndnoteProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3 text-base font-semibold">
        {heading}
      </h2>
      {children}
    </section>
  );
}
