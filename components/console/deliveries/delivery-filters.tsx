import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import type { DeliveryFilter, DeliveryList } from "#core/delivery/console.ts";
import { DELIVERY_KINDS, DELIVERY_STATES, KIND_WORDING, STATE_WORDING } from "#core/delivery/delivery.ts";
import { addressOfList } from "./delivery-address.ts";

interface DeliveryFiltersProps {
  readonly filter: DeliveryFilter;
  readonly counts: DeliveryList["counts"];
}

/** Which of the deliveries are listed: links and a form, so that they work without scripts. */
export function DeliveryFilters({ filter, counts }: DeliveryFiltersProps) {
  const all = DELIVERY_STATES.reduce((sum, state) => sum + counts[state], 0);
  const ways = [
    { state: null, label: "All", count: all },
    ...DELIVERY_STATES.map((state) => ({ state, label: STATE_WORDING[state], count: counts[state] })),
  ];
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4 border-t border-rule pt-3">
      <nav aria-label="States">
        <ul className="-mx-2 flex flex-wrap">
          {ways.map(({ state, label, count }) => (
            <li key={label}>
              <Link
                href={addressOfList({ ...filter, state, before: null })}
                prefetch={false}
                aria-current={state === filter.state ? "page" : undefined}
                className="flex min-h-11 items-baseline gap-2 px-2 pt-2.5 decoration-transparent aria-[current=page]:font-semibold aria-[current=page]:decoration-ink"
              >
                {label} <span className="sounding">{count}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <form action="/console/deliveries" className="flex flex-wrap items-end gap-3">
        {filter.state !== null && <input type="hidden" name="state" value={filter.state} />}
        <label className="grid gap-1 text-small" htmlFor="kind">
          Kind
          <select id="kind" name="kind" defaultValue={filter.kind ?? ""} className="field min-w-56">
            <option value="">Every kind</option>
            {DELIVERY_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {KIND_WORDING[kind]}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit">Show</Button>
      </form>
    </div>
  );
}
