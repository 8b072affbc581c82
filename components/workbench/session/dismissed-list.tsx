import { Button } from "#components/ui/button.tsx";
import { pairKey } from "#core/architecture/subject.ts";
import { dismissalKey } from "#core/document/command.ts";
import type { Dismissal } from "#core/document/session.schema.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { likelihoodWord, percent, subjectName } from "#core/report/wording.ts";
import { flushSync } from "react-dom";
import { useWorkbench } from "../workbench-context.ts";
import { focusFirstOf } from "./focus-first-of.ts";
import { QUESTION_ID } from "./question-id.ts";

export const DISMISSED_ID = "dismissed";

/** What was dismissed, as sure as it would be, each of it to be brought back. */
export function DismissedList() {
  const { session } = useWorkbench();
  const { dismissed } = session;
  if (dismissed.length === 0) return null;
  return (
    <details className="border-t border-hairline py-2">
      <summary id={DISMISSED_ID} className="cursor-pointer text-small">
        Dismissed <span className="font-mono text-sounding text-ink-faint">{dismissed.length}</span>
      </summary>
      <ul className="text-small">
        {dismissed.map((dismissal) => (
          <DismissedItem key={dismissalKey(dismissal)} dismissal={dismissal} />
        ))}
      </ul>
    </details>
  );
}

function DismissedItem({ dismissal }: { readonly dismissal: Dismissal }) {
  const { session, dispatch, announce } = useWorkbench();
  const { between, mechanism, reason, by } = dismissal;
  const names = subjectName(session.architecture, { agreement: between });
  const bringBack = () => {
    announce(`Brought back ${names}.`);
    flushSync(() => dispatch({ type: "bring-back", between, mechanism }));
    focusFirstOf(DISMISSED_ID, QUESTION_ID);
  };
  return (
    <li className="flex items-baseline justify-between gap-3 border-b border-hairline py-2 last:border-b-0">
      <span className="min-w-0 wrap-anywhere">
        {names}
        <DismissedTitles dismissal={dismissal} />
        <span className="block text-ink-soft">
          {reason === "" ? `No reason given (${by})` : `“${reason}” (${by})`}
        </span>
      </span>
      <Button rank="quiet" onClick={bringBack}>
        Bring back
      </Button>
    </li>
  );
}

function DismissedTitles({ dismissal: { between, mechanism } }: { readonly dismissal: Dismissal }) {
  const { diagnosis } = useWorkbench();
  const meant = diagnosis.dismissed.filter(
    (candidate) =>
      pairKey(...candidate.between) === pairKey(...between) &&
      (mechanism === null || candidate.mechanism === mechanism),
  );
  if (meant.length === 0) {
    const title = CATALOGUE.find(({ key }) => key === mechanism)?.title;
    return (
      <span className="block text-ink-soft">
        {title === undefined ? "" : `${title}. `}The sketch as it is does not lead to it.
      </span>
    );
  }
  return meant.map(({ title, probability }) => (
    <span key={title} className="block text-ink-soft">
      {title}: {likelihoodWord(probability)}, {percent(probability)}
    </span>
  ));
}
