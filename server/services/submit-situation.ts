import { randomUUID } from "node:crypto";
import { parseSituation, type Situation } from "#core/intake/situation.schema.ts";
import type { SituationProblem } from "#core/intake/situation-form.ts";
import type { Result } from "#core/result.ts";
import { env } from "../env.ts";
import { createSituation } from "../repositories/situations.ts";
import { orderDeliveries } from "./order-deliveries.ts";
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
    await orderDeliveries(transaction, [
      ...(situation.email === null ? [] : [{ kind: "receiptMail", situationId: id } as const]),
      { kind: "staffMail", situationId: id },
      ...(env().WEBHOOK_URL === undefined ? [] : [{ kind: "staffWebhook", situationId: id } as const]),
    ]);
  },
};

/** Stores a situation at most once per key, with the deliveries that follow from it. */
export function submitSituation(submission: Submission): Promise<Result<Receipt, SituationRefusal>> {
  return submitOnce(SITUATION, submission);
}
