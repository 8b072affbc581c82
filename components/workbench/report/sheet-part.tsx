import type { ReactNode } from "react";

/** One matter of a sheet on which something is handed over. */
export function SheetPart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="pt-8 pb-3 font-serif text-lead">{title}</h3>
      {children}
    </section>
  );
}
