import Link from "next/link";
import type { DeliverySummary } from "#core/delivery/console.ts";
import { DELIVERY_PROBLEMS, KIND_WORDING, STATE_WORDING } from "#core/delivery/delivery.ts";
import { Age } from "../when.tsx";
import { addressOfDelivery } from "./delivery-address.ts";

interface DeliveryRowProps {
  readonly delivery: DeliverySummary;
  /** Undefined where nothing can be selected. */
  readonly selection?: { readonly isSelected: boolean; readonly toggle: () => void } | undefined;
}

export function DeliveryRow({ delivery, selection }: DeliveryRowProps) {
  const { id, kind, state, reference, attempts, problem, createdAt } = delivery;
  return (
    <li className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-3 gap-y-1 border-t border-hairline py-3 md:grid-cols-[1.75rem_minmax(0,1fr)_11rem_4rem] md:gap-x-6">
      <span className="row-span-3 pt-0.5 md:row-span-1">
        {selection !== undefined && (
          <input
            type="checkbox"
            checked={selection.isSelected}
            onChange={selection.toggle}
            aria-label={`Select: ${KIND_WORDING[kind]} ${reference ?? id}`}
            className="size-5 accent-ink"
          />
        )}
      </span>
      <div>
        <Link href={addressOfDelivery(id)} prefetch={false} className="decoration-hairline">
          {KIND_WORDING[kind]}
        </Link>
        {reference !== null && <span className="sounding mt-0.5 block">{reference}</span>}
        {problem !== null && (
          <p className="mt-1 max-w-read text-small text-ink-soft">{DELIVERY_PROBLEMS[problem].text}</p>
        )}
      </div>
      <p className="text-small">
        <span className={state === "dead" ? "font-semibold" : ""}>{STATE_WORDING[state]}</span>
        <span className="sounding ml-3 md:ml-0 md:block">{sayTries(attempts)}</span>
      </p>
      <p className="sounding md:pt-0.5 md:text-right">
        <span className="sr-only">Ordered: </span>
        <Age iso={createdAt} />
      </p>
    </li>
  );
}

export function sayTries(attempts: number): string {
  if (attempts === 0) return "not tried yet";
  return attempts === 1 ? "1 try" : `${attempts} tries`;
}
