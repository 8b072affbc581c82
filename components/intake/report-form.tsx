import { Button } from "#components/ui/button.tsx";
import type { ErrorReportDraft, ReportProblem } from "#core/intake/error-report-form.ts";
import { noticeOf, type Refused } from "#core/intake/refusal.ts";
import { FormNotice } from "./form-notice.tsx";
import { FormPart } from "./form-part.tsx";
import { HiddenFields } from "./hidden-fields.tsx";
import { ReachYou, WhatIsWrong, WhatHappensThen, WhichText, type ReportErrors } from "./report-questions.tsx";
import { AboutText, type ReportedText } from "./reported-text.tsx";

interface ReportFormProps {
  readonly keyValue: string;
  readonly draft: ErrorReportDraft;
  /** Undefined where nobody knows yet which text it is about: then the form asks. */
  readonly text: ReportedText | undefined;
  readonly refused: Refused<ReportProblem["field"]> | undefined;
}

/** A plain form that posts to its own page. It needs no scripts, and has none. */
export function ReportForm({ keyValue, draft, text, refused }: ReportFormProps) {
  const problems = refused?.problems ?? [];
  const errors: ReportErrors = Object.fromEntries(problems.map(({ field, message }) => [field, message]));
  return (
    <>
      {refused && <FormNotice notice={noticeOf(refused, "report")} problems={problems} attempt={0} />}
      <form method="post" action={addressOf(text)} noValidate aria-label="Report an error">
        <HiddenFields keyValue={keyValue} />
        <FormPart heading="The text">
          {text ? <AboutText text={text} /> : <WhichText draft={draft} errors={errors} />}
        </FormPart>
        <FormPart heading="The error" sounding="one answer is enough">
          <WhatIsWrong draft={draft} errors={errors} />
        </FormPart>
        <FormPart heading="What happens then">
          <WhatHappensThen />
        </FormPart>
        <FormPart heading="You">
          <ReachYou draft={draft} errors={errors} />
          <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
            <Button type="submit" rank="first">
              Send the report
            </Button>
            <p className="text-small text-ink-soft">You get a reference as soon as it is stored.</p>
          </div>
        </FormPart>
      </form>
    </>
  );
}

/** With the text in it, so that the page still knows it when a body was too large to be read. */
function addressOf(text: ReportedText | undefined): string {
  if (text === undefined) return "/report-an-error";
  const { id, readVersion = "", part } = text;
  const query = new URLSearchParams({ text: id, version: readVersion, part: part?.part ?? "" });
  return `/report-an-error?${query.toString()}`;
}
