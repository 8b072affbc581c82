import { randomUUID } from "node:crypto";
import { parseSituation, type Situation } from "#core/intake/situation.schema.ts";
import type { SituationProblem } from "#core/intake/situation-form.ts";
import type { Result } from "#core/result.ts";
import { enqueue } from "../jobs/boss.ts";
import { SITUATION_RECEIVED } from "../jobs/queues.ts";
import { createSituation } from "../repositories/situations.ts";
import { submitOnce, type Kind, type Receipt, type Refusal, type Submission } from "./submit-once.ts";

export type SituationRefusal = Refusal<SituationProblem["field"]>;

const SITUATION: Kind<Situation, SituationProblem["field"]> = {
  name: "situation",
  parse: parseSituation,
  identify: ({ failing, works, tried, signals, system, name, email }) => [
    failing,
    works,
    tried,
    signals,
    system,
    name,
    email,
  ],
  store: async (transaction, situation, reference) => {
    const id = randomUUID();
    await createSituation(transaction, { ...situation, id, reference });
    await enqueue(transaction, SITUATION_RECEIVED, id);
  },
};

/** Stores a situation at most once per key, with the job that follows from it. */
export function submitSituation(submission: Submission): Promise<Result<Receipt, SituationRefusal>> {
  return submitOnce(SITUATION, submission);
}
