"use client";

import { Button } from "#components/ui/button.tsx";
import { noticeOf } from "#core/intake/refusal.ts";
import type { SituationDraft } from "#core/intake/situation-form.ts";
import { FormNotice } from "./form-notice.tsx";
import { FormPart } from "./form-part.tsx";
import { HiddenFields } from "./hidden-fields.tsx";
import type { RefusedSituation } from "./send-situation.ts";
import {
  Consent,
  MoreIfYouLike,
  WhatHappens,
  WhatYouRecognize,
  WhereTo,
  type Errors,
} from "./situation-questions.tsx";
import { useSituationForm } from "./use-situation-form.ts";

interface SituationFormProps {
  readonly keyValue: string;
  readonly draft: SituationDraft;
  readonly refused: RefusedSituation | undefined;
}

/** A plain form that posts to its own page; scripts only make it quicker. */
export function SituationForm({ keyValue, draft, refused }: SituationFormProps) {
  const { form, returned, isSending, isRestored, onInput, onSubmit, onClear } = useSituationForm(refused);
  const problems = returned?.problems ?? [];
  const errors: Errors = Object.fromEntries(problems.map(({ field, message }) => [field, message]));
  return (
    <>
      {returned && (
        <FormNotice notice={noticeOf(returned, "situation")} problems={problems} attempt={returned.attempt} />
      )}
      {isRestored && !returned && (
        <p role="status" className="mb-10 max-w-read border-l-2 border-rule pl-4 text-small text-ink-soft">
          Restored what you had typed in this browser.{" "}
          <Button rank="quiet" onClick={onClear}>
            Discard it
          </Button>
        </p>
      )}
      <form
        ref={form}
        method="post"
        action="/situation"
        noValidate
        aria-label="Your situation"
        onInput={onInput}
        onSubmit={onSubmit}
      >
        <HiddenFields keyValue={keyValue} />
        <FormPart heading="What happens" sounding="one answer is enough">
          <WhatHappens draft={draft} errors={errors} />
        </FormPart>
        <FormPart heading="Signs" sounding="for and against">
          <WhatYouRecognize draft={draft} errors={errors} />
        </FormPart>
        <FormPart heading="You">
          <WhereTo draft={draft} errors={errors} />
          <MoreIfYouLike draft={draft} errors={errors} />
          <Consent draft={draft} errors={errors} />
          <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
            <Button type="submit" rank="first" aria-disabled={isSending}>
              {isSending ? "Sending…" : "Send it"}
            </Button>
            <p aria-live="polite" className="text-small text-ink-soft">
              {isSending ? "Storing what you wrote." : "You get a reference as soon as it is stored."}
            </p>
          </div>
        </FormPart>
      </form>
    </>
  );
}
