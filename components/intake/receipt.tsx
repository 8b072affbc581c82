import Link from "next/link";
import type { ReactNode } from "react";
import type { Subject } from "#core/intake/refusal.ts";

interface ReceiptHeadProps {
  readonly heading: string;
  readonly reference: string;
}

/** That it is stored, and under which reference, which breaks only between its groups. */
export function ReceiptHead({ heading, reference }: ReceiptHeadProps) {
  return (
    <header className="py-10 md:py-14">
      <h1 className="font-serif text-display font-[560] tracking-[-0.02em]">{heading}</h1>
      <p className="mt-6 text-small text-ink-soft">Its reference</p>
      <p className="mt-1 font-mono text-lead [overflow-wrap:anywhere]">
        {reference.split("-").map((group, index, groups) => (
          <span key={index} className="inline-block">
            {group}
            {index < groups.length - 1 && "-"}
          </span>
        ))}
      </p>
    </header>
  );
}

interface NoReceiptProps {
  readonly subject: Subject;
  readonly formPath: string;
  /** Where what was typed can be found. */
  readonly children: ReactNode;
}

export function NoReceipt({ subject, formPath, children }: NoReceiptProps) {
  return (
    <div className="sheet py-16 md:py-24">
      <p className="sounding">404</p>
      <h1 className="mt-2 max-w-[20ch] display">Nothing is stored under this reference.</h1>
      <p className="mt-6 max-w-read font-serif text-lead text-ink-soft">
        Check that it was copied whole. If you have just sent a {subject} and came here, it was taken for a
        program&rsquo;s, because a hidden field was filled: some password managers do that. {children}
      </p>
      <p className="mt-8">
        <Link href={formPath} className="action action-first">
          Back to the form
        </Link>
      </p>
    </div>
  );
}

export function ReceiptAway() {
  return (
    <div className="sheet py-16 md:py-24">
      <h1 className="font-serif text-display">This receipt cannot be read just now.</h1>
      <p className="mt-6 max-w-read font-serif text-lead text-ink-soft">
        What was received is stored. Please load this page again in a moment.
      </p>
    </div>
  );
}
