import { Button } from "#components/ui/button.tsx";
import type { Colleague, SituationDetail } from "#core/triage/situation-view.ts";
import { isWithUs, nextStates, STATE_WORDS, type SituationState } from "#core/triage/states.ts";
import { useId, useRef, useState } from "react";
import { EngagementChoice, type Engagement } from "./engagement-choice.tsx";
import { StateMark } from "./state-mark.tsx";
import type { Acts } from "./use-acts.ts";

interface ActsProps {
  readonly detail: SituationDetail;
  readonly acts: Acts;
  readonly colleagues: readonly Colleague[];
  /** Those in which it may be put. */
  readonly engagements: readonly Engagement[];
}

/** Where it is, where it may go, and whose it is. */
export function SituationActs({ detail, acts, colleagues, engagements }: ActsProps) {
  const { state, isMerged, assignee } = detail;
  const ways = isMerged
    ? []
    : nextStates(state, "staff").filter((to) => to !== "answered" || !detail.wantsAnswer);
  const group = useRef<HTMLDivElement>(null);
  const moveTo = (to: SituationState) => {
    // The button that was pressed goes away with the state it leads from.
    group.current?.focus();
    return acts.ask(detail, { act: "state", to });
  };
  if (!isWithUs(state)) return <TakenBack state={state} />;
  return (
    <div className="situation-acts">
      <div
        ref={group}
        tabIndex={-1}
        role="group"
        aria-label="State"
        className="flex flex-wrap items-center gap-x-3 gap-y-2"
      >
        <StateMark state={state} />
        {ways.map((to) => (
          <Button key={to} data-move={to} onClick={() => void moveTo(to)}>
            {to === "new" ? "Back to new" : capital(STATE_WORDS[to])}
          </Button>
        ))}
      </div>
      <Assignee
        assignee={assignee}
        me={acts.me}
        colleagues={colleagues}
        onAssign={(to) => void acts.ask(detail, { act: "assignee", assignee: to })}
      />
      <EngagementChoice
        detail={detail}
        engagements={engagements}
        onFile={(engagement) => void acts.ask(detail, { act: "engagement", engagement })}
      />
      <Diagnosis detail={detail} onBegin={() => acts.ask(detail, { act: "state", to: "inDiagnosis" })} />
    </div>
  );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function TakenBack({ state }: { readonly state: SituationState }) {
  return (
    <p className="situation-acts text-small">
      <StateMark state={state} />
      <span>
        {state === "erased"
          ? "Its texts are erased for good. What stays is that there was one."
          : "The visitor took it back. Nothing is added to it any more."}
      </span>
    </p>
  );
}

interface AssigneeProps {
  readonly assignee: Colleague | null;
  readonly me: Colleague;
  readonly colleagues: readonly Colleague[];
  readonly onAssign: (to: Colleague | null) => void;
}

function Assignee({ assignee, me, colleagues, onAssign }: AssigneeProps) {
  const id = useId();
  const known = colleagues.some((colleague) => colleague.id === assignee?.id);
  return (
    <div className="flex items-center gap-x-2">
      <label htmlFor={id} className="sounding">
        Whose
      </label>
      <select
        id={id}
        className="field w-auto max-w-56 min-w-32"
        value={assignee?.id ?? ""}
        onChange={({ target }) =>
          onAssign(colleagues.find((colleague) => colleague.id === target.value) ?? null)
        }
      >
        <option value="">Nobody’s</option>
        {colleagues.map((colleague) => (
          <option key={colleague.id} value={colleague.id}>
            {colleague.id === me.id ? `${colleague.name} (you)` : colleague.name}
          </option>
        ))}
        {assignee !== null && !known && <option value={assignee.id}>{assignee.name}</option>}
      </select>
    </div>
  );
}

interface DiagnosisProps {
  readonly detail: SituationDetail;
  readonly onBegin: () => Promise<boolean>;
}

/** Leads to the workbench with the situation beside the canvas. The first time, the situation moves with it. */
function Diagnosis({ detail: { id, state, isMerged, diagnoses }, onBegin }: DiagnosisProps) {
  const [isLeaving, setLeaving] = useState(false);
  const kept = diagnoses.find(({ isOpenable }) => isOpenable);
  const href = kept === undefined ? `/workbench?situation=${id}` : `/workbench?document=${kept.id}`;
  const elsewhere = diagnoses.find(({ isOpenable }) => !isOpenable);
  if (isMerged || state === "closed") return null;
  if (kept === undefined && elsewhere !== undefined)
    return (
      <p className="max-w-64 text-small text-ink-soft">
        {elsewhere.by.name} keeps a diagnosis of it. Shared with a team you are in, it opens here.
      </p>
    );
  if (state === "inDiagnosis")
    return (
      <a href={href} className="action action-first">
        Open the diagnosis
      </a>
    );
  return (
    <Button
      rank="first"
      aria-disabled={isLeaving}
      onClick={() => {
        if (isLeaving) return;
        setLeaving(true);
        void onBegin().then((isDone) => {
          if (isDone) location.assign(href);
          else setLeaving(false);
        });
      }}
    >
      Start a diagnosis
    </Button>
  );
}
