"use client";

import { useEffect, useRef, useState, type RefObject, type SubmitEvent } from "react";
import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { inOrder, SIGNAL_IDS, type Signal } from "#core/fit/signals.ts";
import { KEY_FIELD, type FormEntries } from "#core/intake/form.ts";
import { readSituation, type SituationDraft, type SituationProblem } from "#core/intake/situation-form.ts";
import { findLeft, findProblemsIn, loadSchema } from "./find-problems.ts";
import { forgetDraft, keepDraft, restoreDraft } from "./local-draft.ts";
import { newKey, type RefusedSituation } from "./send-situation.ts";
import { LAST_STEP, STEPS, stepOf } from "./steps.ts";
import { useSending } from "./use-sending.ts";
import { useSteps, type Steps } from "./use-steps.ts";

export interface Returned extends RefusedSituation {
  readonly attempt: number;
}

export interface SituationFormState extends Pick<Steps, "step" | "wasAt"> {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly returned: Returned | undefined;
  readonly problems: readonly SituationProblem[];
  readonly isSending: boolean;
  readonly isRestored: boolean;
  readonly signals: readonly Signal[];
  readonly sketch: Architecture | undefined;
  /** What was typed when a step was gone to last. */
  readonly draft: SituationDraft | undefined;
  readonly onInput: () => void;
  readonly onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
  readonly onClear: () => void;
  readonly onGo: (step: number) => void;
  readonly onShow: (field: string) => void;
  readonly onAttach: (sketch: Architecture | undefined) => void;
}

/** What scripts add to the form: steps, checks in place, a copy in this browser, and sending without leaving the page. */
export function useSituationForm(refusedByServer: RefusedSituation | undefined): SituationFormState {
  const form = useRef<HTMLFormElement>(null);
  const [sketch, setSketch] = useState<Architecture>();
  const [draft, setDraft] = useState<SituationDraft>();
  const wrong = useWrong(refusedByServer);
  const { problems, left } = wrong;
  const steps = useSteps(form);
  const { step, show } = steps;
  const { isRestored, signals, follow } = useDraft(form, refusedByServer, steps);
  const { isSending, prove, send } = useSending((refused) => {
    wrong.refuse(refused);
    const at = stepOf(refused.problems);
    if (at !== undefined) steps.begin(at);
  });
  const read = (element: HTMLFormElement): FormEntries<SituationDraft> => {
    const entries = readSituation(new FormData(element));
    return { ...entries, draft: { ...entries.draft, sketch: sketch ?? null } };
  };
  /** What is wrong in a step holds up whoever leaves it forwards. */
  const leave = async (element: HTMLFormElement, from: number, to: number) => {
    const typed = read(element).draft;
    const found = to > from ? await findProblemsIn(from, typed) : [];
    wrong.hold(found);
    setDraft(typed);
    const [first] = found;
    if (first === undefined) show(to);
    else show(from, first.field);
  };

  return {
    ...{ form, step, wasAt: steps.wasAt, returned: wrong.returned, problems },
    ...{ isSending, isRestored, signals, sketch, draft },
    onInput: () => {
      if (!form.current) return;
      follow(form.current);
      prove();
      if (problems.length > 0) void findLeft(read(form.current).draft, problems).then(left);
      else void loadSchema().catch(() => undefined);
    },
    onSubmit: (event) => {
      event.preventDefault();
      const element = event.currentTarget;
      if (step !== undefined && step < LAST_STEP) void leave(element, step, step + 1);
      else send(read(element), () => replaceKey(element));
    },
    onClear: () => {
      forgetDraft();
      window.location.assign("/situation");
    },
    onGo: (to) => {
      if (form.current && step !== undefined) void leave(form.current, step, to);
    },
    onShow: (field) => {
      const to = STEPS.findIndex(({ fields }) => fields.some((name) => name === field));
      if (to >= 0) show(to, field);
    },
    onAttach: (attached) => {
      setSketch(attached);
      left(problems.filter(({ field }) => field !== "sketch"));
    },
  };
}

/** What is wrong: with the whole form where it came back, and with each field. */
function useWrong(refusedByServer: RefusedSituation | undefined) {
  const [returned, setReturned] = useState<Returned | undefined>(
    refusedByServer && { ...refusedByServer, attempt: 0 },
  );
  const [problems, setProblems] = useState(refusedByServer?.problems ?? []);
  return {
    returned,
    problems,
    refuse: (refused: RefusedSituation) => {
      setReturned((before) => ({ ...refused, attempt: (before?.attempt ?? 0) + 1 }));
      setProblems(refused.problems);
    },
    /** Fields of the step at hand; the form as a whole did not come back. */
    hold: (found: readonly SituationProblem[]) => {
      setReturned(undefined);
      setProblems(found);
    },
    /** What is still wrong after something was mended. */
    left: (still: readonly SituationProblem[]) => {
      setProblems(still);
      setReturned((before) =>
        before?.kind === "invalid" && still.length === 0
          ? undefined
          : before && { ...before, problems: still },
      );
    },
  };
}

/** What is in the form is kept in this browser, and put back when the page is loaded again. */
function useDraft(
  form: RefObject<HTMLFormElement | null>,
  refusedByServer: RefusedSituation | undefined,
  { begin }: Steps,
) {
  const [isRestored, setIsRestored] = useState(false);
  const [signals, setSignals] = useState<readonly Signal[]>([]);
  const start = useRef(begin);
  useEffect(() => {
    if (!form.current) return;
    // What came back from the server is newer than any copy here.
    if (refusedByServer) keepDraft(form.current);
    else setIsRestored(restoreDraft(form.current));
    setSignals(signalsIn(form.current));
    start.current(stepOf(refusedByServer?.problems ?? []) ?? 0);
  }, [form, refusedByServer]);
  const follow = (element: HTMLFormElement) => {
    keepDraft(element);
    setSignals(signalsIn(element));
  };
  return { isRestored, signals, follow };
}

function signalsIn(form: HTMLFormElement): readonly Signal[] {
  return signalsAmong(readSituation(new FormData(form)).draft.signals);
}

/** What is known here among what was ticked. */
export function signalsAmong(ticked: readonly string[]): readonly Signal[] {
  return inOrder(SIGNAL_IDS.filter((id) => ticked.includes(id)));
}

function replaceKey(form: HTMLFormElement): void {
  const control = form.elements.namedItem(KEY_FIELD);
  if (control instanceof HTMLInputElement) control.value = newKey();
  keepDraft(form);
}
