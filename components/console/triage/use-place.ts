import { filterQuery, readFilters, type SituationFilters } from "#core/triage/filters.schema.ts";
import { usePathname, useSearchParams } from "next/navigation";
import { useMemo } from "react";

/** Where somebody is in the inbox: what is listed, and which situation is open. It is all in the address. */
export interface Place {
  readonly filters: SituationFilters;
  readonly openId: string | null;
}

const SITUATION = /^\/console\/situations\/([0-9a-f-]{36})$/;

export function usePlace(): Place {
  const pathname = usePathname();
  const search = useSearchParams();
  return useMemo(
    () => ({
      filters: readFilters((name) => search.get(name)),
      openId: SITUATION.exec(pathname)?.[1] ?? null,
    }),
    [pathname, search],
  );
}

export function addressOf({ filters, openId }: Place): string {
  const path = openId === null ? "/console" : `/console/situations/${openId}`;
  return `${path}${filterQuery(filters)}`;
}

/** Goes there without asking the server for a page: what is shown there is a query of its own. */
export function goTo(place: Place, how: "push" | "replace" = "push"): void {
  const address = addressOf(place);
  if (how === "push") window.history.pushState(null, "", address);
  else window.history.replaceState(null, "", address);
}
