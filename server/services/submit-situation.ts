import { parseSituation, type Situation } from "#core/intake/situation.schema.ts";
import type { SituationProblem } from "#core/intake/situation-form.ts";
import type { Result } from "#core/result.ts";
import { env } from "../env.ts";
import { createSituation, findSituationId } from "../repositories/situations.ts";
import { orderDeliveries } from "./order-deliveries.ts";
import { submitOnce, type Kind, type Receipt, type Refusal, type Submission } from "./submit-once.ts";

export type SituationRefusal = Refusal<SituationProblem["field"]>;

const SITUATION: Kind<Situation, SituationProblem["field"]> = {
  name: "situation",
  parse: parseSituation,
  unverifiedLimit: "situation-unverified",
  identify: (situation) => [
    [situation.system, situation.failing, situation.works, situation.tried],
    [situation.relied, situation.known, situation.unanswered],
    [situation.sketch, situation.signals],
    [situation.email, situation.phone, situation.name],
  ],
  store: async (transaction, situation, stored) => {
    const { id } = stored;
    await createSituation(transaction, { ...situation, ...stored });
    await orderDeliveries(transaction, [
      ...(situation.email === null ? [] : [{ kind: "receiptMail", situationId: id } as const]),
      { kind: "staffMail", situationId: id },
      ...(env().WEBHOOK_URL === undefined ? [] : [{ kind: "staffWebhook", situationId: id } as const]),
    ]);
  },
  findId: findSituationId,
};

/** Stores a situation at most once per key, with the deliveries that follow from it. */
export function submitSituation(submission: Submission): Promise<Result<Receipt, SituationRefusal>> {
  return submitOnce(SITUATION, submission);
}
