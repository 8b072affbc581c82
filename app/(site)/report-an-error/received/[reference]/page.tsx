import type { Metadata } from "next";
import Link from "next/link";
import { NoReceipt, ReceiptAway, ReceiptHead } from "#components/intake/receipt.tsx";
import { WhatHappensThen } from "#components/intake/report-questions.tsx";
import { Depth } from "#components/site/depth.tsx";
import { EMPTY_REPORT } from "#core/intake/error-report-form.ts";
import { setPageStatus } from "#server/http/page-status.ts";
import { findReportReceipt } from "#server/services/find-receipt.ts";
import { findReportedText } from "../../reported-text.ts";

/** A receipt is read from the database for whoever holds its reference, and kept nowhere. */
export const instant = false;

export const metadata: Metadata = { title: "Received", robots: { index: false, follow: false } };

interface ReceiptPageProps {
  readonly params: Promise<{ readonly reference: string }>;
}

export default async function ReceiptPage({ params }: ReceiptPageProps) {
  const { reference } = await params;
  const receipt = await findReportReceipt(reference);
  if (receipt.ok) return <Received {...receipt.value} />;
  if (receipt.error.kind === "not-found") {
    setPageStatus(404);
    return (
      <NoReceipt subject="report" formPath="/report-an-error">
        Go back in your browser to find what you typed.
      </NoReceipt>
    );
  }
  setPageStatus(503);
  return <ReceiptAway />;
}

function Received({ reference, text }: { readonly reference: string; readonly text: string }) {
  const reported = findReportedText({ ...EMPTY_REPORT, text });
  return (
    <div className="sheet">
      <ReceiptHead heading="Your report is stored" reference={reference} />
      <Depth id="next" heading="What happens next">
        <div className="max-w-read">
          <WhatHappensThen />
        </div>
        <p className="no-print mt-8 flex flex-wrap gap-3">
          {reported && (
            <Link href={reported.href} className="action">
              Back to “{reported.title}”
            </Link>
          )}
          <Link href="/cases" className="action">
            Read the cases
          </Link>
        </p>
      </Depth>
    </div>
  );
}
