import { STATE_WORDS, type SituationState } from "#core/triage/states.ts";

const WAY: readonly SituationState[] = ["new", "accepted", "inDiagnosis", "answered"];

/** A state as a word, and how far along the way it is as ticks; what left the way has none inked. */
export function StateMark({ state }: { readonly state: SituationState }) {
  const at = WAY.indexOf(state);
  return (
    <span className="state-mark" data-state={state}>
      <span className="state-ticks" aria-hidden="true">
        {WAY.map((step, i) => (
          <span key={step} data-passed={i <= at} />
        ))}
      </span>
      {STATE_WORDS[state]}
    </span>
  );
}
