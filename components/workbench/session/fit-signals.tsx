import { Check } from "#components/ui/check.tsx";
import { assessFit, FIT_WORDING, type Fit } from "#core/fit/assess-fit.ts";
import { SIGNAL_IDS, SIGNALS, type Signal } from "#core/fit/signals.ts";
import { useWorkbench } from "../workbench-context.ts";

/** The signs to be recognized, and what they come to as soon as one is ticked. */
export function FitSignals() {
  const { session, dispatch, announce } = useWorkbench();
  const { signals } = session;
  const set = (signal: Signal, given: boolean) => {
    dispatch({ type: "set-signal", signal, given });
    const next = given ? [...signals, signal] : signals.filter((other) => other !== signal);
    announce(next.length === 0 ? "Nothing is ticked." : `${FIT_WORDING[assessFit(next).verdict].heading}.`);
  };
  return (
    <>
      <fieldset>
        <legend className="text-small text-ink-soft">
          Tick what you recognize. Some speak for a structural failure and some against; none is fine.
        </legend>
        <ul className="mt-2 divide-y divide-hairline border-y border-hairline text-small">
          {SIGNAL_IDS.map((signal) => (
            <li key={signal}>
              <Check
                type="checkbox"
                checked={signals.includes(signal)}
                onChange={({ target }) => set(signal, target.checked)}
              >
                {SIGNALS[signal].statement}
              </Check>
            </li>
          ))}
        </ul>
      </fieldset>
      {signals.length > 0 && <FitVerdict fit={assessFit(signals)} />}
    </>
  );
}

function FitVerdict({ fit: { verdict, reasons, instead } }: { readonly fit: Fit }) {
  const { heading, text } = FIT_WORDING[verdict];
  return (
    <div className="mt-4">
      <p className="font-serif text-read">{heading}</p>
      <p className="mt-1 text-small text-ink-soft">{text}</p>
      {verdict === "elsewhere" && <Sentences label="What would help instead" sentences={instead} />}
      <details className="mt-2">
        <summary className="cursor-pointer text-small">Why</summary>
        <Sentences sentences={reasons} />
      </details>
    </div>
  );
}

interface SentencesProps {
  readonly label?: string;
  readonly sentences: readonly string[];
}

export function Sentences({ label, sentences }: SentencesProps) {
  return (
    <>
      {label !== undefined && <p className="sounding mt-4">{label}</p>}
      <ul className="mt-1 text-small">
        {sentences.map((sentence) => (
          <li key={sentence} className="border-l border-rule py-1 pl-3">
            {sentence}
          </li>
        ))}
      </ul>
    </>
  );
}
