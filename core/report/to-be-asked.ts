import { sketchGraph } from "../architecture/sketch-graph.ts";
import { addressOfKey } from "../architecture/subject.ts";
import { compareText } from "../architecture/text-order.ts";
import type { Question } from "../diagnosis/diagnosis.ts";
import { questionOf } from "../diagnosis/wording.ts";
import type { Session } from "../document/session.schema.ts";

export interface ToBeAsked {
  /** A name or a role. */
  readonly who: string;
  readonly questions: readonly Question[];
}

/** The questions that somebody else could answer, by whom to ask. */
export function questionsToBeAsked({ referred, architecture }: Session): readonly ToBeAsked[] {
  const keys = Object.keys(referred).sort(compareText);
  if (keys.length === 0) return [];
  const graph = sketchGraph(architecture);
  return [...Map.groupBy(keys, (key) => referred[key] ?? "")]
    .sort(([a], [b]) => compareText(a, b))
    .map(([who, theirs]) => ({
      who,
      questions: theirs.map((key) =>
        // What it would tell is a matter of the diagnosis; what is asked is not.
        questionOf(graph, { address: addressOfKey(key), touches: [], information: 0 }),
      ),
    }));
}
