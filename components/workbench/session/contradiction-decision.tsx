import { Check } from "#components/ui/check.tsx";
import type { Candidate } from "#core/diagnosis/diagnosis.ts";
import type { SeamDecision } from "#core/document/session.schema.ts";
import type { LedgerEntry } from "#core/report/ledger.ts";
import { useId } from "react";
import { newId } from "../new-id.ts";
import { useTyped } from "../use-typed.ts";
import { useWorkbench } from "../workbench-context.ts";

type Stance = SeamDecision["stance"];

const CHOICES: readonly (readonly [Stance | null, string])[] = [
  [null, "Not decided yet"],
  ["resolve", "Resolve it, with a layer that lets both hold"],
  ["reframe", "Reframe it: one requirement stands for something else"],
  ["keep", "Keep it: it drives the system"],
];

const WHY: Readonly<Record<Stance, string>> = {
  resolve: "Why",
  reframe: "What the requirement stands for instead",
  keep: "Why, and what holds it in check",
};

interface ContradictionDecisionProps {
  readonly entry: LedgerEntry;
  readonly candidate: Candidate;
}

/** What people say is to become of the contradiction. Without them a report says what follows from the session. */
export function ContradictionDecision({ entry, candidate }: ContradictionDecisionProps) {
  const { dispatch } = useWorkbench();
  const name = useId();
  const { mechanism } = candidate;
  const said = entry.seam?.decision;
  const decision = said?.mechanism === mechanism ? said : undefined;
  const decide = (stance: Stance | null, because: string) =>
    dispatch({
      type: "tell-seam",
      id: newId("seam"),
      between: entry.between,
      told: { decision: stance === null ? null : { stance, because, mechanism } },
    });
  return (
    <fieldset className="mt-3 text-small">
      <legend className="sounding">What is to become of it</legend>
      {CHOICES.map(([stance, words]) => (
        <Check
          key={words}
          type="radio"
          name={name}
          checked={(decision?.stance ?? null) === stance}
          onChange={() => decide(stance, decision?.because ?? "")}
        >
          {words}
        </Check>
      ))}
      {decision !== undefined && (
        <Because
          label={WHY[decision.stance]}
          because={decision.because}
          onSaid={(because) => decide(decision.stance, because)}
        />
      )}
    </fieldset>
  );
}

interface BecauseProps {
  readonly label: string;
  readonly because: string;
  readonly onSaid: (because: string) => void;
}

function Because({ label, because, onSaid }: BecauseProps) {
  const id = useId();
  const typed = useTyped<HTMLTextAreaElement>(
    because,
    (text) => {
      if (text.trim() !== because) onSaid(text);
    },
    { isWhole: true },
  );
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="sounding">
        {label}
      </label>
      <textarea id={id} {...typed} rows={2} maxLength={4000} className="field py-1" />
    </div>
  );
}
