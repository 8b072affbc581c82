import { pairKey, type FactAddress } from "#core/architecture/subject.ts";
import type { Diagnosis, Question } from "#core/diagnosis/diagnosis.ts";
import { factKey } from "#core/architecture/subject.ts";
import { elementsIn, isAboutOneOf } from "#core/document/question-key.ts";
import type { Session } from "#core/document/session.schema.ts";
import { answeredFacts } from "#core/report/answered-facts.ts";
import { useMemo, useState } from "react";

export interface QuestionsInHand {
  /** The one thing that is asked now. */
  readonly current: Question | null;
  /** Further questions about the same element. */
  readonly more: readonly Question[];
  /** A person answers them in one go: they stay until all of them are settled, whatever the engine would ask next. */
  readonly areHeld: boolean;
  readonly hold: (hold: boolean) => void;
}

const NONE: readonly Question[] = [];

export function useQuestionsInHand(session: Session, diagnosis: Diagnosis): QuestionsInHand {
  const [held, setHeld] = useState(NONE);
  const left = useMemo(() => (held.length === 0 ? NONE : held.filter(isOpenIn(session))), [held, session]);
  const offered = useMemo(
    () => (diagnosis.next === null ? NONE : [diagnosis.next, ...diagnosis.together]),
    [diagnosis],
  );
  if (held.length > 0 && left.length === 0) setHeld(NONE);
  const areHeld = left.length > 0;
  return useMemo(() => {
    const [current = null, ...more] = areHeld ? left : offered;
    return { current, more, areHeld, hold: (hold) => setHeld(hold ? offered : NONE) };
  }, [areHeld, left, offered]);
}

/** Whether a question is still to be asked: its element is there, and nobody answered it or set it aside. */
function isOpenIn(session: Session): (address: FactAddress) => boolean {
  const { architecture, skipped, referred, independent } = session;
  const elements = elementsIn(architecture);
  const settled = new Set([
    ...answeredFacts(session).map(({ address }) => factKey(address)),
    ...skipped,
    ...Object.keys(referred),
  ]);
  const apart = new Set(independent.map((pair) => pairKey(...pair)));
  return (address) => {
    const key = factKey(address);
    const isApart = "agreement" in address.about && apart.has(pairKey(...address.about.agreement));
    return !settled.has(key) && !isApart && isAboutOneOf(elements, key);
  };
}
