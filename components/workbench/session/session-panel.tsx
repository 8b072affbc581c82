import { pairKey } from "#core/architecture/subject.ts";
import type { Candidate } from "#core/diagnosis/diagnosis.ts";
import { LIKELY, POSSIBLE } from "#core/diagnosis/diagnose.ts";
import { restsOnAnswers } from "#core/report/findings.ts";
import { useWorkbench } from "../workbench-context.ts";
import { HistorySection } from "../history/history-section.tsx";
import { CandidateItem, candidateKey } from "./candidates.tsx";
import { DismissedList } from "./dismissed-list.tsx";
import { EarlierAnswers, SetAside } from "./earlier-answers.tsx";
import { EndedHere, FitLine } from "./fit-step.tsx";
import { HowToBegin } from "./how-to-begin.tsx";
import { Now, useNow, type NowState } from "./now.tsx";
import { SeamFinding } from "./seam-finding.tsx";
import { ToBeAskedList } from "./to-be-asked-list.tsx";

const FEW = 5;

/** What is possible; and while nothing was found, the first few places that are looked at. */
function worthShowing(candidates: readonly Candidate[], isFound: boolean): readonly Candidate[] {
  const possible = candidates.filter(({ probability }) => probability >= POSSIBLE).slice(0, FEW);
  return possible.length > 0 || isFound ? possible : candidates.slice(0, 3);
}

/** The guided diagnosis: what is asked now, what was found, what is suspected, what was said. */
export function SessionPanel() {
  const { session, diagnosis } = useWorkbench();
  const { candidates } = diagnosis;
  const now = useNow();
  if (session.architecture.components.length === 0) return <BeforeTheSketch now={now} />;

  const likely = candidates.filter(({ probability }) => probability >= LIKELY);
  const seams = [...Map.groupBy(likely, ({ between }) => pairKey(...between)).values()];
  const found = seams.filter((explanations) => explanations.some(restsOnAnswers));
  const drawn = seams.filter((explanations) => !found.includes(explanations));
  const suspected = worthShowing(candidates.slice(likely.length), likely.length > 0);
  return (
    <div className="grid gap-8">
      <Now now={now} />
      <Seams id="seams-found" word="found" seams={found} />
      <Seams id="seams-drawn" word="suspected from the sketch alone" seams={drawn} />
      {suspected.length > 0 && (
        <section aria-labelledby="seams-suspected">
          <h2 id="seams-suspected" className="sounding border-b border-hairline pb-2">
            {seams.length === 0 ? "Where a seam may be" : "Where else a seam may be"}
          </h2>
          <ul>
            {suspected.map((candidate) => (
              <CandidateItem key={candidateKey(candidate)} candidate={candidate} />
            ))}
          </ul>
        </section>
      )}
      <div className="border-b border-hairline">
        {now.step !== "fit" && <FitLine onStep={now.onStep} />}
        <HistorySection about={null} />
        <ToBeAskedList />
        <EarlierAnswers />
        <SetAside />
        <DismissedList />
      </div>
    </div>
  );
}

/** The situation can be told before anything is drawn. */
function BeforeTheSketch({ now: { step, onStep } }: { readonly now: NowState }) {
  return (
    <div className="grid gap-8">
      {step === "ended" ? <EndedHere onStep={onStep} /> : <HowToBegin />}
      <div className="border-b border-hairline">
        <FitLine onStep={onStep} />
      </div>
    </div>
  );
}

interface SeamsProps {
  readonly id: string;
  readonly word: string;
  /** Each with every explanation of it, the most probable first. */
  readonly seams: readonly (readonly Candidate[])[];
}

function Seams({ id, word, seams }: SeamsProps) {
  if (seams.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="sounding pb-3">
        {seams.length === 1 ? "1 seam" : `${seams.length} seams`} {word}
      </h2>
      <div className="grid gap-6">
        {seams.map((explanations) => (
          <SeamFinding
            key={explanations.map(({ between }) => pairKey(...between))[0]}
            explanations={explanations}
          />
        ))}
      </div>
    </section>
  );
}
