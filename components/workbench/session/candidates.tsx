import { Button } from "#components/ui/button.tsx";
import { Sounding } from "#components/ui/sounding.tsx";
import { pairKey } from "#core/architecture/subject.ts";
import type { Candidate } from "#core/diagnosis/diagnosis.ts";
import { seamOf } from "#core/document/seam-commands.ts";
import { heaviestFirst } from "#core/report/finding.ts";
import { likelihoodWord, percent, subjectName } from "#core/report/wording.ts";
import { flushSync } from "react-dom";
import { newId } from "../new-id.ts";
import { useWorkbench } from "../workbench-context.ts";
import { Dismiss } from "./dismiss.tsx";
import { elementsOfCandidate, useLighting } from "./lighting.ts";

export function candidateKey({ between, mechanism }: Candidate): string {
  return `${pairKey(...between)} ${mechanism ?? "marked"}`;
}

interface CandidateProps {
  readonly candidate: Candidate;
}

/** Where a seam may be: the two sides and the reason, and on demand everything that was weighed. */
export function CandidateItem({ candidate }: CandidateProps) {
  const { session } = useWorkbench();
  const { between, probability } = candidate;
  const names = subjectName(session.architecture, { agreement: between });
  const seam = seamOf(session, between);
  const isAccepted = seam?.mechanism === candidate.mechanism;
  return (
    <li className="border-b border-hairline" {...useLighting(elementsOfCandidate(candidate))}>
      <details>
        <summary className="grid cursor-pointer grid-cols-[3.5rem_1fr] gap-x-3 py-2 text-small">
          <span className="font-mono text-sounding leading-5 text-ink-soft">{percent(probability)}</span>
          <span>
            <span className="font-medium">{names}</span>
            {isAccepted && <span className="sounding"> kept</span>}
            <span className="block text-ink-soft">{reasonOf(candidate)}</span>
          </span>
        </summary>
        <Mechanism candidate={candidate} />
        <Contributions candidate={candidate} />
        <div className="flex flex-wrap items-baseline gap-x-4">
          <Accept candidate={candidate} />
          <Dismiss candidate={candidate} />
        </div>
      </details>
    </li>
  );
}

/** What weighs most for it, as one sentence. */
function reasonOf(candidate: Candidate): string {
  const heaviest = heaviestFirst(candidate).find(({ weight }) => weight > 0);
  const reason = heaviest?.because ?? candidate.title;
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
}

function Mechanism({ candidate: { title, mechanism, probability } }: CandidateProps) {
  return (
    <p className="grid grid-cols-[3.5rem_1fr] gap-x-3 pb-1 text-small">
      <span className="col-start-2">
        {likelihoodWord(probability)}:{" "}
        {mechanism === null ? title : <a href={`/mechanisms/${mechanism}`}>{title}</a>}
      </span>
    </p>
  );
}

/** Enters the seam into the ledger with the mechanism that explains it, or takes it out again. */
function Accept({ candidate: { between, mechanism } }: CandidateProps) {
  const { session, dispatch, announce } = useWorkbench();
  const names = subjectName(session.architecture, { agreement: between });
  const seam = seamOf(session, between);
  if (seam?.mechanism === mechanism) {
    const takeOut = () => {
      announce(`${names}: no longer kept as a seam. Undo brings it back.`);
      flushSync(() => dispatch({ type: "unmark-seam", id: seam.id }));
    };
    return (
      <Button rank="quiet" onClick={takeOut}>
        Keep it no longer
      </Button>
    );
  }
  const accept = () => {
    announce(`${names}: accepted as a seam. Its sentence stands with the invariants.`);
    dispatch({ type: "tell-seam", id: newId("seam"), between, told: { mechanism } });
  };
  return (
    <Button onClick={accept}>{seam === undefined ? "Accept as a seam" : "Accept this explanation"}</Button>
  );
}

/** The weights as soundings: to the right what speaks for a seam, to the left what speaks against it. */
export function Contributions({ candidate }: CandidateProps) {
  const contributions = heaviestFirst(candidate);
  if (contributions.length === 0)
    return <p className="pb-3 text-small text-ink-soft">Nothing was asked yet.</p>;
  const heaviest = Math.max(1, ...contributions.map(({ weight }) => Math.abs(weight)));
  return (
    <ul className="pb-3">
      {contributions.map(({ weight, because }, i) => (
        <li key={i} className="grid grid-cols-[3.5rem_1fr] gap-x-3 py-1 text-small">
          <Sounding share={weight / heaviest} label={weight < 0 ? "speaks against" : "speaks for"} />
          <span className="text-ink-soft">{because}</span>
        </li>
      ))}
    </ul>
  );
}
