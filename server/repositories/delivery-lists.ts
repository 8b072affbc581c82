import {
  isDeliveryProblem,
  stateOfDelivery,
  type DeliveryKind,
  type DeliveryState,
} from "#core/delivery/delivery.ts";
import type { DeliveryFilter, DeliveryShown, DeliverySummary } from "#core/delivery/console.ts";
import type { Database } from "../db/database.ts";
import { parseTraceparent } from "../telemetry/trace.ts";

const PER_PAGE = 50;

const SUMMARY = {
  id: true,
  kind: true,
  attempts: true,
  problem: true,
  createdAt: true,
  triedAt: true,
  deliveredAt: true,
  deadAt: true,
  situation: { select: { reference: true } },
} as const;

interface SummaryRow {
  readonly id: string;
  readonly kind: DeliveryKind;
  readonly attempts: number;
  readonly problem: string | null;
  readonly createdAt: Date;
  readonly triedAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly deadAt: Date | null;
  readonly situation: { readonly reference: string } | null;
}

function toSummary(row: SummaryRow): DeliverySummary {
  const { id, kind, attempts, problem, createdAt, triedAt, deliveredAt, deadAt, situation } = row;
  return {
    id,
    kind,
    state: stateOfDelivery(row),
    reference: situation?.reference ?? null,
    attempts,
    problem: problem !== null && isDeliveryProblem(problem) ? problem : null,
    createdAt: createdAt.toISOString(),
    triedAt: triedAt?.toISOString() ?? null,
    deliveredAt: deliveredAt?.toISOString() ?? null,
    deadAt: deadAt?.toISOString() ?? null,
  };
}

const IN_STATE = {
  pending: { deliveredAt: null, deadAt: null, problem: null },
  failed: { deliveredAt: null, deadAt: null, problem: { not: null } },
  dead: { deliveredAt: null, deadAt: { not: null } },
  delivered: { deliveredAt: { not: null } },
} as const satisfies Record<DeliveryState, object>;

/** The newest first, one page of them. */
export async function listDeliveries(
  database: Database,
  { state, kind, before }: DeliveryFilter,
): Promise<{ readonly deliveries: readonly DeliverySummary[]; readonly hasMore: boolean }> {
  const rows = await database.delivery.findMany({
    where: { ...(state !== null && IN_STATE[state]), ...(kind !== null && { kind }) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    ...(before !== null && { cursor: { id: before }, skip: 1 }),
    take: PER_PAGE + 1,
    select: SUMMARY,
  });
  return { deliveries: rows.slice(0, PER_PAGE).map(toSummary), hasMore: rows.length > PER_PAGE };
}

/** How many are in each state, of one kind or of all. */
export async function countDeliveries(
  database: Database,
  kind: DeliveryKind | null,
): Promise<Record<DeliveryState, number>> {
  const count = (state: DeliveryState): Promise<number> =>
    database.delivery.count({ where: { ...IN_STATE[state], ...(kind !== null && { kind }) } });
  const [pending, failed, dead, delivered] = await Promise.all([
    count("pending"),
    count("failed"),
    count("dead"),
    count("delivered"),
  ]);
  return { pending, failed, dead, delivered };
}

export async function findDeliveryShown(
  database: Database,
  id: string,
): Promise<Omit<DeliveryShown, "isMailWithheld"> | undefined> {
  const row = await database.delivery.findUnique({
    where: { id },
    select: {
      ...SUMMARY,
      situationId: true,
      traceparent: true,
      mail: {
        select: { messageId: true, recipient: true, subject: true, text: true, html: true, keptAt: true },
      },
    },
  });
  if (row === null) return undefined;
  const { situationId, traceparent, mail } = row;
  return {
    ...toSummary(row),
    situationId,
    traceId: parseTraceparent(traceparent ?? undefined)?.traceId ?? null,
    mail: mail === null ? null : { ...mail, keptAt: mail.keptAt.toISOString() },
  };
}

/** The oldest dead ones of a kind that died no later than `until`. */
export async function findDead(
  database: Database,
  kind: DeliveryKind,
  until: Date,
  most: number,
): Promise<readonly string[]> {
  const rows = await database.delivery.findMany({
    where: { kind, deliveredAt: null, deadAt: { lte: until } },
    orderBy: [{ deadAt: "asc" }, { id: "asc" }],
    take: most,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
