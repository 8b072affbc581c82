import Link from "next/link";

/** What stands where an address names nothing. */
export function NotOnChart() {
  return (
    <div className="sheet py-16 md:py-24">
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
    </div>
  );
}
