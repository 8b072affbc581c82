import type { Metadata } from "next";
import Link from "next/link";
import { FitReport } from "#components/intake/fit-report.tsx";
import { ForgetDraft } from "#components/intake/forget-draft.tsx";
import { Depth } from "#components/site/depth.tsx";
import { setPageStatus } from "#server/http/page-status.ts";
import { findReceipt, type SituationReceipt } from "#server/services/find-receipt.ts";

/** A receipt is read from the database for whoever holds its reference, and kept nowhere. */
export const instant = false;

export const metadata: Metadata = { title: "Received", robots: { index: false, follow: false } };

interface ReceiptPageProps {
  readonly params: Promise<{ readonly reference: string }>;
}

export default async function ReceiptPage({ params }: ReceiptPageProps) {
  const { reference } = await params;
  const receipt = await findReceipt(reference);
  if (receipt.ok) return <Received receipt={receipt.value} />;
  if (receipt.error.kind === "not-found") {
    setPageStatus(404);
    return <NoReceipt />;
  }
  setPageStatus(503);
  return (
    <div className="sheet py-16 md:py-24">
      <h1 className="font-serif text-display">This receipt cannot be read just now.</h1>
      <p className="mt-6 max-w-read font-serif text-lead text-ink-soft">
        What was received is stored. Please load this page again in a moment.
      </p>
    </div>
  );
}

function NoReceipt() {
  return (
    <div className="sheet py-16 md:py-24">
      <p className="sounding">404</p>
      <h1 className="mt-2 max-w-[20ch] display">Nothing is stored under this reference.</h1>
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

function Received({ receipt }: { readonly receipt: SituationReceipt }) {
  return (
    <div className="sheet">
      <ForgetDraft />
      <header className="py-10 md:py-14">
        <h1 className="font-serif text-display font-[560] tracking-[-0.02em]">Your situation is with us</h1>
        <p className="mt-6 text-small text-ink-soft">Its reference</p>
        <p className="mt-1 font-mono text-lead [overflow-wrap:anywhere]">
          {receipt.reference.split("-").map((group, index, groups) => (
            <span key={index} className="inline-block">
              {group}
              {index < groups.length - 1 && "-"}
            </span>
          ))}
        </p>
      </header>
      <Depth id="fit" heading="How it fits">
        <FitReport fit={receipt.fit} />
      </Depth>
      <Depth id="next" heading="What happens next">
        <ul className="grid max-w-read gap-3 font-serif text-read">
          <li>It is stored, and waits to be read by a person.</li>
          <li>
            {receipt.wantsAnswer
              ? "The answer will go to the e-mail address you gave, and will name this reference."
              : "You asked for no answer, so none will be sent."}
          </li>
          <li>
            Keep the reference, or the address of this page: there is no other way back to it. It shows
            nothing of what you wrote.
          </li>
        </ul>
        <NextSteps isPoorFit={receipt.fit.verdict === "elsewhere"} />
      </Depth>
    </div>
  );
}

/** Nobody is urged on to what will probably not help; nobody is kept from it either. */
function NextSteps({ isPoorFit }: { readonly isPoorFit: boolean }) {
  return (
    <p className="no-print mt-8 flex flex-wrap gap-3">
      <a href="/workbench" className={`action ${isPoorFit ? "" : "action-first"}`}>
        {isPoorFit ? "Sketch it all the same" : "Sketch it on the workbench"}
      </a>
      <Link href="/cases" className="action">
        Read the cases
      </Link>
    </p>
  );
}
