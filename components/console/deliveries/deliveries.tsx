"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import type { DeliveryFilter, DeliveryList, Redrive } from "#core/delivery/console.ts";
import { askApi } from "../ask-api.ts";
import { addressOfList, queryOf } from "./delivery-address.ts";
import { DeliveryFilters } from "./delivery-filters.tsx";
import { DeliveryRow } from "./delivery-row.tsx";
import { RedriveBar } from "./redrive-bar.tsx";
import { DELIVERIES_KEY, useRedrive } from "./use-redrive.ts";
import { useScripts } from "./use-scripts.ts";

interface DeliveriesProps {
  readonly filter: DeliveryFilter;
  /** As the server had it when it made the page. */
  readonly list: DeliveryList;
}

const LOOK_AGAIN_MS = 5000;

/** What leaves the product, kept current; dead ones can be selected and sent again. */
export function Deliveries({ filter, list: first }: DeliveriesProps) {
  const { data: list } = useQuery({
    queryKey: [DELIVERIES_KEY, filter],
    queryFn: ({ signal }) =>
      askApi<DeliveryList>(`/api/console/deliveries${queryOf(filter)}`, undefined, signal),
    initialData: first,
    placeholderData: keepPreviousData,
    refetchInterval: LOOK_AGAIN_MS,
    staleTime: LOOK_AGAIN_MS,
  });
  const hasScripts = useScripts();
  const redrive = useRedrive();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const dead = list.deliveries.filter(({ state }) => state === "dead").map(({ id }) => id);
  const selected = dead.filter((id) => chosen.has(id));
  const toggle = (id: string): void =>
    setChosen(new Set(chosen.has(id) ? selected.filter((other) => other !== id) : [...selected, id]));
  const sendAgain = (asked: Redrive): void => {
    setChosen(new Set());
    redrive.mutate(asked);
  };
  const last = list.deliveries.at(-1);
  return (
    <>
      <DeliveryFilters filter={filter} counts={list.counts} />
      {hasScripts && dead.length > 0 && (
        <RedriveBar
          filter={filter}
          list={list}
          selected={selected}
          selectable={dead.length}
          isBusy={redrive.isPending}
          onSelectAll={() => setChosen(new Set(selected.length === dead.length ? [] : dead))}
          onRedrive={sendAgain}
        />
      )}
      <p role="status" className="mt-3 min-h-6 text-small">
        {sayOutcome(redrive)}
      </p>
      {list.deliveries.length === 0 ? (
        <p className="border-t border-hairline py-6 text-ink-soft">Nothing here.</p>
      ) : (
        <ol aria-label="Deliveries" className="border-b border-hairline">
          {list.deliveries.map((delivery) => (
            <DeliveryRow
              key={delivery.id}
              delivery={delivery}
              selection={
                hasScripts && delivery.state === "dead"
                  ? { isSelected: chosen.has(delivery.id), toggle: () => toggle(delivery.id) }
                  : undefined
              }
            />
          ))}
        </ol>
      )}
      {list.hasMore && last !== undefined && (
        <p className="mt-4">
          <Link href={addressOfList({ ...filter, before: last.id })} prefetch={false}>
            Older ones
          </Link>
        </p>
      )}
    </>
  );
}

function sayOutcome({ error, data }: Pick<ReturnType<typeof useRedrive>, "error" | "data">): string {
  if (error) return error.message;
  if (data === undefined) return "";
  if (data.count === 0) return "Nothing was sent again: somebody was quicker.";
  return data.count === 1 ? "1 is tried again." : `${data.count} are tried again.`;
}
