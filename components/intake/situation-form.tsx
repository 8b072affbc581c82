"use client";

import { Button } from "#components/ui/button.tsx";
import { noticeOf } from "#core/intake/refusal.ts";
import type { SituationDraft } from "#core/intake/situation-form.ts";
import { EarlyAnswer } from "./early-answer.tsx";
import { FormNotice } from "./form-notice.tsx";
import { FormPart } from "./form-part.tsx";
import { HiddenFields } from "./hidden-fields.tsx";
import { NearBefore, type FindNear } from "./near-before.tsx";
import type { RefusedSituation } from "./send-situation.ts";
import { Consent, TextQuestions, WhatYouRecognize, WhereTo, type Errors } from "./situation-questions.tsx";
import { SketchChoice, type SketchShelf } from "./sketch-choice.tsx";
import { StepActions } from "./step-actions.tsx";
import { StepRail } from "./step-rail.tsx";
import { LAST_STEP, STEPS, type StepId } from "./steps.ts";
import { signalsAmong, useSituationForm, type SituationFormState } from "./use-situation-form.ts";

interface SituationFormProps {
  readonly keyValue: string;
  readonly draft: SituationDraft;
  readonly refused: RefusedSituation | undefined;
  /** Days for which a situation is kept after the last thing that happened to it. */
  readonly keptDays: number;
  readonly shelf: SketchShelf;
  readonly findNear: FindNear;
  readonly published: number;
}

/** A plain form that posts to its own page; scripts lead through it step by step. */
export function SituationForm(props: SituationFormProps) {
  const state = useSituationForm(props.refused);
  const { form, step, returned, isRestored, onInput, onSubmit, onClear, onGo, onShow } = state;
  return (
    <>
      {returned && (
        <FormNotice
          notice={noticeOf(returned, "situation")}
          problems={returned.problems}
          attempt={returned.attempt}
          onShow={onShow}
        />
      )}
      {isRestored && !returned && (
        <p role="status" className="mb-10 max-w-read border-l-2 border-rule pl-4 text-small text-ink-soft">
          Restored what you had typed in this browser.{" "}
          <Button rank="quiet" onClick={onClear}>
            Discard it
          </Button>
        </p>
      )}
      {step !== undefined && <StepRail current={step} onGo={onGo} />}
      <form
        ref={form}
        method="post"
        action="/situation"
        noValidate
        aria-label="Your situation"
        onInput={onInput}
        onSubmit={onSubmit}
      >
        <HiddenFields keyValue={props.keyValue} />
        {STEPS.map(({ id, heading, sounding }, index) => (
          <FormPart
            key={id}
            id={id}
            heading={heading}
            sounding={sounding}
            isHidden={step !== undefined && step !== index}
          >
            <StepQuestions id={id} state={state} {...props} />
            {(step !== undefined || index === LAST_STEP) && <StepActions index={index} {...state} />}
          </FormPart>
        ))}
      </form>
    </>
  );
}

interface StepQuestionsProps extends SituationFormProps {
  readonly id: StepId;
  readonly state: SituationFormState;
}

function StepQuestions({ id, state, ...props }: StepQuestionsProps) {
  const { draft } = props;
  const errors = errorsOf(state);
  switch (id) {
    case "happens":
      return <TextQuestions names={["system", "failing", "works"]} draft={draft} errors={errors} />;
    case "tried":
      return <TextQuestions names={["tried", "relied"]} draft={draft} errors={errors} />;
    case "known":
      return (
        <>
          <TextQuestions names={["known", "unanswered"]} draft={draft} errors={errors} />
          {state.step !== undefined && state.wasAt("known") && (
            <SketchChoice
              shelf={props.shelf}
              attached={state.sketch}
              error={errors.sketch}
              onAttach={state.onAttach}
            />
          )}
        </>
      );
    case "signs":
      return <Signs id={id} state={state} {...props} />;
    case "you":
      return (
        <>
          <WhereTo draft={draft} errors={errors} />
          <Consent draft={draft} errors={errors} keptDays={props.keptDays} />
        </>
      );
  }
}

/** The signs, and with scripts at once what they point to and what was published that is near. */
function Signs({ state, draft, findNear, published }: StepQuestionsProps) {
  const isShown = STEPS[state.step ?? -1]?.id === "signs";
  return (
    <>
      <WhatYouRecognize draft={draft} errors={errorsOf(state)} />
      <EarlyAnswer signals={state.step === undefined ? signalsAmong(draft.signals) : state.signals} />
      {isShown && state.draft !== undefined && (
        <NearBefore draft={state.draft} signals={state.signals} find={findNear} published={published} />
      )}
    </>
  );
}

function errorsOf({ problems }: SituationFormState): Errors {
  return Object.fromEntries(problems.map(({ field, message }) => [field, message]));
}
