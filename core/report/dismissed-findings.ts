import { pairKey } from "../architecture/subject.ts";
import type { Candidate, Diagnosis } from "../diagnosis/diagnosis.ts";
import type { Dismissal, Session } from "../document/session.schema.ts";
import { componentName, likelihoodWord } from "./wording.ts";

/** A candidate that somebody does not want to hear of; as probable as it would be among the others. */
export interface DismissedFinding {
  readonly between: readonly [string, string];
  readonly title: string;
  readonly probability: number;
  readonly likelihood: string;
  /** Empty where none was given. */
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

export function dismissedFindings(session: Session, { dismissed }: Diagnosis): readonly DismissedFinding[] {
  return dismissed.flatMap((candidate) => {
    const dismissal = dismissalOf(session, candidate);
    if (dismissal === undefined) return [];
    const { reason, by, at } = dismissal;
    const { title, probability } = candidate;
    const [a, b] = candidate.between;
    return {
      between: [componentName(session.architecture, a), componentName(session.architecture, b)],
      title,
      probability,
      likelihood: likelihoodWord(probability),
      reason,
      by,
      at,
    };
  });
}

/** What somebody said when dismissing a candidate: about this one, or else about the pair as a whole. */
function dismissalOf({ dismissed }: Session, { between, mechanism }: Candidate): Dismissal | undefined {
  const ofPair = dismissed.filter((dismissal) => pairKey(...dismissal.between) === pairKey(...between));
  const isMeant = (which: Candidate["mechanism"]) =>
    ofPair.find((dismissal) => dismissal.mechanism === which);
  return isMeant(mechanism) ?? isMeant(null);
}
