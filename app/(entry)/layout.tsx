import Link from "next/link";
import type { ReactNode } from "react";
import { Seamark } from "#components/site/seamark.tsx";

/** The door: the mark of the house and nothing to be distracted by. */
export default function EntryLayout({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <header>
        <div className="neatline" aria-hidden="true" />
        <div className="sheet py-3">
          <Link
            href="/"
            prefetch={false}
            className="inline-flex min-h-11 items-center gap-2.5 font-serif text-lead no-underline"
          >
            <Seamark />
            Seamark
          </Link>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="outline-none">
        {children}
      </main>
    </>
  );
}
