import type { Candidate } from "#core/diagnosis/diagnosis.ts";
import { restsOnAnswers } from "#core/report/findings.ts";
import { componentName, fixWords, ladderWords, likelihoodWord, percent } from "#core/report/wording.ts";
import { useWorkbench } from "../workbench-context.ts";
import { candidateKey, Contributions } from "./candidates.tsx";
import { Dismiss } from "./dismiss.tsx";
import { MoveItem } from "./move-item.tsx";

/**
 * A seam that was found: the agreement as one sentence, how far it has come, and what is missing. When several
 * mechanisms meet at the same two components they are one seam, and the most probable comes first.
 */
export function SeamFinding({ explanations }: { readonly explanations: readonly Candidate[] }) {
  const { session, light } = useWorkbench();
  const [first, ...others] = explanations;
  if (first === undefined) return null;
  const { between, elements } = first;
  const [a, b] = between.map((id) => componentName(session.architecture, id));
  const lightUp = () =>
    light([...elements, { agreement: between }, ...between.map((component) => ({ component }))]);
  return (
    <article
      className="stitched py-1 pl-5"
      onPointerEnter={lightUp}
      onPointerLeave={() => light(null)}
      onFocus={lightUp}
      onBlur={() => light(null)}
    >
      <h3 className="text-small font-medium">
        {a} and {b}
      </h3>
      <Explanation candidate={first} />
      {others.map((candidate) => (
        <details key={candidateKey(candidate)} className="mt-1 border-t border-hairline pt-2">
          <summary className="cursor-pointer text-small">Here too: {candidate.title.toLowerCase()}</summary>
          <Explanation candidate={candidate} />
        </details>
      ))}
    </article>
  );
}

function Explanation({ candidate }: { readonly candidate: Candidate }) {
  const { probability, invariant, ladder, title, mechanism } = candidate;
  return (
    <>
      <p className="sounding">
        {likelihoodWord(probability)}, {percent(probability)}
      </p>
      <p className="mt-2 font-serif text-read">{invariant}</p>
      <p className="mt-2 text-small">
        <span className="sounding">rung </span>
        {restsOnAnswers(candidate) ? ladderWords(ladder) : "not asked yet"}
      </p>
      <details className="mt-2">
        <summary className="cursor-pointer text-small">What speaks for it: {title.toLowerCase()}</summary>
        <Contributions candidate={candidate} />
      </details>
      <details className="py-1">
        <summary className="cursor-pointer text-small">What is missing, and what would change it</summary>
        <Missing candidate={candidate} />
        {mechanism !== null && (
          <p className="pt-2 text-small">
            <a href={`/mechanisms/${mechanism}`}>This mechanism, and how the engine weighs it</a>
          </p>
        )}
      </details>
      <Dismiss candidate={candidate} />
    </>
  );
}

function Missing({ candidate }: { readonly candidate: Candidate }) {
  return (
    <dl className="grid gap-2 pt-2 text-small">
      <Term label="Contradiction">{candidate.contradiction}</Term>
      <Term label="Absent layer">{candidate.absentLayer}</Term>
      {candidate.moves.length > 0 && (
        <div>
          <dt className="sounding">Structural moves</dt>
          <dd>
            <ul>
              {candidate.moves.map((move) => (
                <MoveItem key={move.key} candidate={candidate} move={move} />
              ))}
            </ul>
          </dd>
        </div>
      )}
      <Term label="Where it goes next">{candidate.migration}</Term>
      <ProxyFixes fixes={candidate.proxyFixes} />
    </dl>
  );
}

function ProxyFixes({ fixes: { fixes, isAccumulating } }: { readonly fixes: Candidate["proxyFixes"] }) {
  if (fixes.length === 0) return null;
  return (
    <div>
      <dt className="sounding">{isAccumulating ? "Accumulating proxy fixes" : "Proxy fix"}</dt>
      <dd>
        <ul>
          {fixes.map((fix) => (
            <li key={fix.id} className="py-0.5">
              {fixWords(fix)}
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}

function Term({ label, children }: { readonly label: string; readonly children: string }) {
  if (children === "") return null;
  return (
    <div>
      <dt className="sounding">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
