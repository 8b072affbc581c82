import * as z from "zod";
import { DELIVERY_KINDS, DELIVERY_STATES } from "#core/delivery/delivery.ts";
import type {
  DeliveryFilter,
  DeliveryList,
  DeliveryShown,
  Redrive,
  Redriven,
} from "#core/delivery/console.ts";
import { readDeliveries, readDelivery, redriveDeliveries } from "../services/deliveries.ts";
import type { Api } from "./api.ts";

const Filter = z.strictObject({
  state: z.enum(DELIVERY_STATES).nullable().default(null),
  kind: z.enum(DELIVERY_KINDS).nullable().default(null),
  before: z.uuid().nullable().default(null),
});

/** What a query asks for; whatever is no filter of ours is none at all. */
export function readDeliveryFilter(query: Readonly<Record<string, unknown>>): DeliveryFilter {
  const { state, kind, before } = query;
  return {
    state: Filter.shape.state.catch(null).parse(state),
    kind: Filter.shape.kind.catch(null).parse(kind),
    before: Filter.shape.before.catch(null).parse(before),
  };
}

export const LIST_DELIVERIES: Api<DeliveryFilter, DeliveryList> = {
  action: "delivery.read",
  input: Filter,
  run: readDeliveries,
};

export const SHOW_DELIVERY: Api<{ id: string }, DeliveryShown> = {
  action: "delivery.read",
  input: z.strictObject({ id: z.uuid() }),
  run: (user, { id }) => readDelivery(user, id),
};

export const REDRIVE_DELIVERIES: Api<Redrive, Redriven> = {
  action: "delivery.redrive",
  input: z.union([
    z.strictObject({ ids: z.array(z.uuid()).min(1).max(100) }),
    z.strictObject({ kind: z.enum(DELIVERY_KINDS), until: z.iso.datetime() }),
  ]),
  run: redriveDeliveries,
};
