import type { Metadata } from "next";
import Link from "next/link";
import { SiteFooter } from "#components/site/site-footer.tsx";
import { SiteHeader } from "#components/site/site-header.tsx";

export const metadata: Metadata = { title: "Not on this chart" };

export default function NotFound() {
  return (
    <>
      <SiteHeader />
      <main id="main" tabIndex={-1} className="sheet py-16 outline-none md:py-24">
        <p className="sounding">404</p>
        <h1 className="mt-2 display">This place is not on the chart.</h1>
        <p className="mt-6 max-w-read font-serif text-lead text-ink-soft">
          The address may be misspelt, or the page may have moved. Nothing you have sketched is affected.
        </p>
        <p className="mt-8 flex flex-wrap gap-3">
          <Link href="/cases" className="action action-first">
            Go to the cases
          </Link>
          <Link href="/" className="action">
            Start at the front page
          </Link>
        </p>
      </main>
      <SiteFooter />
    </>
  );
}
