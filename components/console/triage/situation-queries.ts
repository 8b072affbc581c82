import { filterQuery, type SituationFilters } from "#core/triage/filters.schema.ts";
import type { SituationDetail, SituationList, SituationRow } from "#core/triage/situation-view.ts";
import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type QueryClient,
} from "@tanstack/react-query";
import { askApi } from "../ask-api.ts";
import { INBOXES, inboxKey, situationKey } from "./inbox-keys.ts";

/** How often two people at one inbox see what the other did, in milliseconds. */
const POLL = 15_000;

export type Inbox = InfiniteData<SituationList>;

const ADDRESS = "/api/console/situations";
export const situationAddress = (id: string): string => `${ADDRESS}/${encodeURIComponent(id)}`;

/** The inbox page by page. While a new search is on its way, the old list stays. */
export function useInbox(filters: SituationFilters) {
  return useInfiniteQuery({
    queryKey: inboxKey(filters),
    queryFn: ({ pageParam, signal }) =>
      askApi<SituationList>(`${ADDRESS}${filterQuery(filters, pageParam ?? undefined)}`, undefined, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    refetchInterval: POLL,
    retry: 1,
  });
}

export function useSituation(id: string) {
  return useQuery({ ...situationQuery(id), refetchInterval: POLL, retry: 1 });
}

export function situationQuery(id: string) {
  return {
    queryKey: situationKey(id),
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      askApi<SituationDetail>(situationAddress(id), undefined, signal),
  };
}

/** Every row of an inbox once: what moved between two pages while they were loaded is shown where it came first. */
export function rowsOf(inbox: Inbox | undefined): readonly SituationRow[] {
  const rows = inbox?.pages.flatMap((page) => page.rows) ?? [];
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

/** Changes one situation wherever it is shown. */
export function patchEverywhere(
  client: QueryClient,
  id: string,
  patch: <T extends SituationRow>(row: T) => T,
): void {
  client.setQueryData<SituationDetail>(situationKey(id), (detail) => detail && patch(detail));
  client.setQueriesData<Inbox>(
    { queryKey: INBOXES },
    (inbox) =>
      inbox && {
        ...inbox,
        pages: inbox.pages.map((page) => ({
          ...page,
          rows: page.rows.map((row) => (row.id === id ? patch(row) : row)),
        })),
      },
  );
}
