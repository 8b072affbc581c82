import type { Candidate } from "#core/diagnosis/diagnosis.ts";
import { pairKey } from "#core/architecture/subject.ts";
import { heaviestFirst } from "#core/report/findings.ts";
import { componentName, likelihoodWord, percent } from "#core/report/wording.ts";
import { Sounding } from "#components/ui/sounding.tsx";
import { useWorkbench } from "../workbench-context.ts";
import { Dismiss } from "./dismiss.tsx";

export function candidateKey({ between, mechanism }: Candidate): string {
  return `${pairKey(...between)} ${mechanism ?? "marked"}`;
}

/** Where a seam may be, with everything that speaks for it and against it. */
export function CandidateItem({ candidate }: { readonly candidate: Candidate }) {
  const { session, light } = useWorkbench();
  const { between, probability, title } = candidate;
  const names = between.map((id) => componentName(session.architecture, id)).join(" and ");
  const lightUp = () =>
    light([...candidate.elements, { agreement: between }, ...between.map((component) => ({ component }))]);
  return (
    <li
      className="border-b border-hairline"
      onPointerEnter={lightUp}
      onPointerLeave={() => light(null)}
      onFocus={lightUp}
      onBlur={() => light(null)}
    >
      <details>
        <summary className="grid cursor-pointer grid-cols-[3.5rem_1fr] gap-x-3 py-2 text-small">
          <span className="font-mono text-sounding leading-5 text-ink-soft">{percent(probability)}</span>
          <span>
            {names}
            <span className="block text-ink-soft">
              {likelihoodWord(probability)}: {title}
            </span>
          </span>
        </summary>
        <Contributions candidate={candidate} />
        <Dismiss candidate={candidate} />
      </details>
    </li>
  );
}

/** The weights as soundings: to the right what speaks for a seam, to the left what speaks against it. */
export function Contributions({ candidate }: { readonly candidate: Candidate }) {
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
