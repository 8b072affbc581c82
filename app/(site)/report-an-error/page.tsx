import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { connection } from "next/server";
import { ReportForm } from "#components/intake/report-form.tsx";
import { EMPTY_REPORT } from "#core/intake/error-report-form.ts";
import { refusedErrorReport } from "#server/http/refused-form.ts";
import { firstOf, type Parameters } from "../cases/find-cases.ts";
import { findReportedText } from "./reported-text.ts";

/** Every form has a key of its own, so it is rendered for each request, and whole: it must not need scripts. */
export const instant = false;

export const metadata: Metadata = {
  title: "Report an error",
  description: "Say what is wrong in a case or a pattern. If you are right, it is corrected.",
  alternates: { canonical: "/report-an-error" },
};

interface ReportAnErrorPageProps {
  readonly searchParams: Promise<Parameters>;
}

export default async function ReportAnErrorPage({ searchParams }: ReportAnErrorPageProps) {
  await connection();
  const asked = await searchParams;
  const refused = refusedErrorReport.find();
  const draft = refused?.draft ?? {
    ...EMPTY_REPORT,
    text: firstOf(asked, "text"),
    version: firstOf(asked, "version"),
    part: firstOf(asked, "part"),
  };
  return (
    <div className="sheet">
      <header className="py-10 md:py-14">
        <h1 className="display max-w-[18ch]">Report an error</h1>
        <p className="mt-5 max-w-read font-serif text-lead text-ink-soft">
          Every text here is a standing claim, and open to correction. Say what is wrong with it.
        </p>
      </header>
      <ReportForm
        keyValue={refused?.key ?? randomUUID()}
        draft={draft}
        text={findReportedText(draft)}
        refused={refused?.refusal}
      />
    </div>
  );
}
