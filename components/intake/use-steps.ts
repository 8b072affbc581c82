"use client";

import { useEffect, useState, type RefObject } from "react";
import { STEPS, type StepId } from "./steps.ts";

export interface Steps {
  /** The step that is shown; undefined where all are, as without scripts. */
  readonly step: number | undefined;
  /** Whether a step was shown at some time. */
  readonly wasAt: (id: StepId) => boolean;
  /** Shows a step, and brings what has that id to attention: its heading, when nothing is named. */
  readonly show: (to: number, id?: string) => void;
  /** Shows a step without drawing attention to it. */
  readonly begin: (at: number) => void;
}

/** One step of the form at a time. */
export function useSteps(form: RefObject<HTMLFormElement | null>): Steps {
  const [step, setStep] = useState<number>();
  const [furthest, setFurthest] = useState(0);
  const [wanted, setWanted] = useState<{ readonly id: string }>();
  useEffect(() => {
    if (wanted !== undefined) bringToAttention(form.current, wanted.id);
  }, [wanted, form]);
  const begin = (at: number) => {
    setStep(at);
    setFurthest((before) => Math.max(before, at));
  };
  return {
    step,
    begin,
    wasAt: (id) => STEPS.findIndex((one) => one.id === id) <= furthest,
    show: (to, id = headingOf(to)) => {
      begin(to);
      setWanted({ id });
    },
  };
}

function headingOf(step: number): string {
  return `${STEPS[step]?.id ?? ""}-heading`;
}

/** A heading is shown with the steps above it, a field in the middle of the window. */
function bringToAttention(form: HTMLFormElement | null, id: string): void {
  const element = form?.querySelector<HTMLElement>(`[id="${id}"]`);
  element?.focus({ preventScroll: true });
  const steps = id.endsWith("-heading") ? form?.parentElement?.querySelector("nav") : undefined;
  if (steps) steps.scrollIntoView({ block: "start" });
  else element?.scrollIntoView({ block: "center" });
}
