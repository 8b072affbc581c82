import Link from "next/link";

/** The same whatever is wrong with the link, so that nobody learns anything by trying. */
export function NoOwnSituation() {
  return (
    <div className="sheet py-16 md:py-24">
      <p className="sounding">404</p>
      <h1 className="mt-2 max-w-[20ch] display">Nothing is stored under this link.</h1>
      <p className="mt-6 max-w-read font-serif text-lead text-ink-soft">
        Check that it was copied whole. If you have just sent a situation and came here, it was taken for a
        program&rsquo;s, because a hidden field was filled: some password managers do that. What you typed is
        still in the form.
      </p>
      <p className="mt-8">
        <Link href="/situation" className="action action-first">
          Back to the form
        </Link>
      </p>
    </div>
  );
}

export function OwnSituationAway() {
  return (
    <div className="sheet py-16 md:py-24">
      <h1 className="font-serif text-display">Your situation cannot be read just now.</h1>
      <p className="mt-6 max-w-read font-serif text-lead text-ink-soft">
        It is stored. Please load this page again in a moment.
      </p>
    </div>
  );
}
