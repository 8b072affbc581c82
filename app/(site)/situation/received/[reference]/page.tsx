import type { Metadata } from "next";
import Link from "next/link";
import { FitReport } from "#components/intake/fit-report.tsx";
import { ForgetDraft } from "#components/intake/forget-draft.tsx";
import { NoReceipt, ReceiptAway, ReceiptHead } from "#components/intake/receipt.tsx";
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
    return (
      <NoReceipt subject="situation" formPath="/situation">
        What you typed is still in the form.
      </NoReceipt>
    );
  }
  setPageStatus(503);
  return <ReceiptAway />;
}

function Received({ receipt }: { readonly receipt: SituationReceipt }) {
  return (
    <div className="sheet">
      <ForgetDraft />
      <ReceiptHead heading="Your situation is with us" reference={receipt.reference} />
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
