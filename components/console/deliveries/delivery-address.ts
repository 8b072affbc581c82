import type { DeliveryFilter } from "#core/delivery/console.ts";

const PATH = "/console/deliveries";

/** The query of a filter, with its question mark; empty when it lets everything through. */
export function queryOf({ state, kind, before }: DeliveryFilter): string {
  const given = Object.entries({ state, kind, before }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  return given.length === 0 ? "" : `?${new URLSearchParams(given).toString()}`;
}

export function addressOfList(filter: DeliveryFilter): string {
  return `${PATH}${queryOf(filter)}`;
}

export function addressOfDelivery(id: string): string {
  return `${PATH}/${id}`;
}
