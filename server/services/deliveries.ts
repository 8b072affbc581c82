import { may, type User } from "#core/access/policy.ts";
import type {
  DeliveryFilter,
  DeliveryList,
  DeliveryShown,
  Redrive,
  Redriven,
} from "#core/delivery/console.ts";
import { holdsEntrance } from "#core/delivery/delivery.ts";
import { err, ok, type Result } from "#core/result.ts";
import { authorize, type AccessRefusal } from "../auth/authorize.ts";
import { database } from "../db/database.ts";
import { enqueue } from "../jobs/boss.ts";
import { queueOf } from "../jobs/queues.ts";
import { recordAct } from "../repositories/audit.ts";
import { reviveDeliveries } from "../repositories/deliveries.ts";
import {
  countDeliveries,
  findDead,
  findDeliveryShown,
  listDeliveries,
} from "../repositories/delivery-lists.ts";
import { inTransaction, untilAway } from "../repositories/transaction.ts";
import { log } from "../telemetry/log.ts";
import { currentTraceparent } from "../telemetry/trace.ts";

type Refusal = AccessRefusal | { readonly kind: "unavailable" };
const UNAVAILABLE = err({ kind: "unavailable" } as const);

/** A page of what leaves the product, and how much is in which state. */
export async function readDeliveries(
  user: User,
  filter: DeliveryFilter,
): Promise<Result<DeliveryList, Refusal>> {
  const allowed = authorize(user, "delivery.read");
  if (!allowed.ok) return allowed;
  const asOf = new Date().toISOString();
  const read = await untilAway(() =>
    Promise.all([listDeliveries(database(), filter), countDeliveries(database(), filter.kind)]),
  );
  if (!read.ok) return UNAVAILABLE;
  const [page, counts] = read.value;
  return ok({ ...page, counts, asOf });
}

/** One delivery. A mail with a way into an account is for those alone who manage accounts: others could become them by it. */
export async function readDelivery(
  user: User,
  id: string,
): Promise<Result<DeliveryShown, Refusal | { readonly kind: "not-found" }>> {
  const allowed = authorize(user, "delivery.read");
  if (!allowed.ok) return allowed;
  const found = await untilAway(() => findDeliveryShown(database(), id));
  if (!found.ok) return UNAVAILABLE;
  if (found.value === undefined) return err({ kind: "not-found" });
  const { kind, mail } = found.value;
  const isWithheld = mail !== null && holdsEntrance(kind) && !may(user, "people.manage");
  return ok({ ...found.value, mail: isWithheld ? null : mail, isMailWithheld: isWithheld });
}

/** In one transaction, which is over in well under a second. */
const AT_ONCE = 50;
const MOST = 1000;

/** Tries dead deliveries again. Each is in the audit trail, and its new job is linked to the trace of the first. */
export async function redriveDeliveries(user: User, redrive: Redrive): Promise<Result<Redriven, Refusal>> {
  const allowed = authorize(user, "delivery.redrive");
  if (!allowed.ok) return allowed;
  const ids =
    "ids" in redrive ? redrive.ids : await findDead(database(), redrive.kind, new Date(redrive.until), MOST);
  let count = 0;
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const revived = await revive(user, ids.slice(from, from + AT_ONCE));
    // What was tried again before stays so; asking once more goes on from there.
    if (revived === undefined) return count === 0 ? UNAVAILABLE : ok({ count });
    count += revived;
  }
  return ok({ count });
}

async function revive(user: User, ids: readonly string[]): Promise<number | undefined> {
  const traceparent = currentTraceparent();
  const revived = await inTransaction(database(), async (transaction) => {
    const deliveries = await reviveDeliveries(transaction, ids);
    for (const [queue, due] of Map.groupBy(deliveries, ({ kind }) => queueOf(kind)))
      await enqueue(
        transaction,
        queue,
        due.map(({ id, traceparent: first }) => ({
          messageId: id,
          traceparent,
          ...(first !== null && { linked: first }),
        })),
      );
    for (const { id, kind } of deliveries)
      await recordAct(transaction, {
        actorId: user.id,
        action: "delivery.redriven",
        subjectKind: "delivery",
        subjectId: id,
        details: { kind },
      });
    return deliveries.length;
  });
  if (!revived.ok) return undefined;
  log("delivery.redriven", { "delivery.count": revived.value });
  return revived.value;
}
