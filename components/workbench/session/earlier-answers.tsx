import { Button } from "#components/ui/button.tsx";
import { FACT_WORDING } from "#core/architecture/fact-wording.ts";
import { addressOfKey, factKey, pairKey } from "#core/architecture/subject.ts";
import { answeredFacts } from "#core/report/answered-facts.ts";
import { questionWords } from "#core/report/findings.ts";
import { answerWords, subjectName } from "#core/report/wording.ts";
import { FactField } from "../panels/fact-field.tsx";
import { useWorkbench } from "../workbench-context.ts";
import { elementsOf } from "./elements.ts";

/** Everything that was said so far, each of it to be changed or taken back. */
export function EarlierAnswers() {
  const { session, person, light } = useWorkbench();
  const { architecture } = session;
  const answered = answeredFacts(session);
  if (answered.length === 0) return null;
  return (
    <details className="border-t border-hairline py-2">
      <summary className="cursor-pointer text-small">
        Answers so far <span className="sounding">{answered.length}</span>
      </summary>
      <ul>
        {answered.map(({ address, answers }) => (
          <li
            key={factKey(address)}
            className="border-b border-hairline py-2 text-small last:border-b-0"
            onFocus={() => light(elementsOf(architecture, address.about))}
            onBlur={() => light(null)}
          >
            <p className="sounding">{subjectName(architecture, address.about)}</p>
            {answers.map(({ by, value, evidence = "", guessed = false }) => (
              <p key={by}>
                {FACT_WORDING[address.fact].label}: {answerWords(architecture, address.fact, value)}
                <span className="text-ink-soft">
                  {` (${by}${guessed ? ", a guess" : ""}${evidence === "" ? "" : `, from ${evidence}`})`}
                </span>
              </p>
            ))}
            <details>
              <summary className="cursor-pointer text-sounding text-ink-soft">Change</summary>
              <FactField address={address} value={answers.find(({ by }) => by === person)?.value} />
            </details>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Questions that were skipped, and pairs that were said to need no agreement. */
export function SetAside() {
  const { session, dispatch } = useWorkbench();
  const { skipped, independent, architecture } = session;
  if (skipped.length + independent.length === 0) return null;
  return (
    <details className="border-t border-hairline py-2">
      <summary className="cursor-pointer text-small">
        Set aside <span className="sounding">{skipped.length + independent.length}</span>
      </summary>
      <ul className="text-small">
        {skipped.map((key) => (
          <li key={key} className="flex items-baseline justify-between gap-3 py-1">
            {questionWords(session, addressOfKey(key))}
            <Button rank="quiet" onClick={() => dispatch({ type: "ask-again", address: addressOfKey(key) })}>
              Ask again
            </Button>
          </li>
        ))}
        {independent.map((between) => (
          <li key={pairKey(...between)} className="flex items-baseline justify-between gap-3 py-1">
            {subjectName(architecture, { agreement: between })} need not agree
            <Button
              rank="quiet"
              onClick={() => dispatch({ type: "set-independent", between, independent: false })}
            >
              Take back
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
