import { Button } from "#components/ui/button.tsx";
import { filterQuery, NO_FILTERS } from "#core/triage/filters.schema.ts";
import { useEffect, useRef } from "react";
import { InboxRow } from "./inbox-row.tsx";
import { rowsOf, useInbox } from "./situation-queries.ts";
import { addressOf, goTo, type Place } from "./use-place.ts";

interface InboxListProps {
  readonly place: Place;
  readonly onOpen: (id: string) => void;
}

/** The list of the inbox, newest first. */
export function InboxList({ place, onOpen }: InboxListProps) {
  const { filters, openId } = place;
  const { data, isError, isFetchingNextPage, isPlaceholderData, hasNextPage, fetchNextPage, refetch } =
    useInbox(filters);
  const rows = rowsOf(data);
  const list = useRef<HTMLUListElement>(null);
  useFocusKept(list, rows.map(({ id }) => id).join());
  return (
    <section aria-label="Situations" aria-busy={isPlaceholderData} className="inbox-list">
      {isError && (
        <p role="alert" className="border-b border-rule bg-land px-3 py-2 text-small">
          The inbox could not be loaded just now{rows.length > 0 && "; this is what it was before"}.{" "}
          <Button rank="quiet" onClick={() => void refetch()}>
            Try again
          </Button>
        </p>
      )}
      {data === undefined && !isError && <p className="px-3 py-6 text-small text-ink-soft">Loading…</p>}
      {data !== undefined && rows.length === 0 && <Nothing place={place} />}
      <ul ref={list}>
        {rows.map((row) => (
          <InboxRow
            key={row.id}
            row={row}
            href={addressOf({ filters, openId: row.id })}
            isOpen={row.id === openId}
            onOpen={() => onOpen(row.id)}
          />
        ))}
      </ul>
      {hasNextPage && (
        <Earlier
          href={`/console${filterQuery(filters, data?.pages.at(-1)?.next ?? undefined)}`}
          isLoading={isFetchingNextPage}
          onMore={() => void fetchNextPage()}
        />
      )}
    </section>
  );
}

interface EarlierProps {
  readonly href: string;
  readonly isLoading: boolean;
  readonly onMore: () => void;
}

function Earlier({ href, isLoading, onMore }: EarlierProps) {
  return (
    <p className="px-3 py-4">
      <a
        href={href}
        className="action"
        aria-disabled={isLoading}
        onClick={(event) => {
          event.preventDefault();
          onMore();
        }}
      >
        {isLoading ? "Loading…" : "Show earlier ones"}
      </a>
    </p>
  );
}

function Nothing({ place }: { readonly place: Place }) {
  const { state, ...others } = place.filters;
  const isFiltered = filterQuery({ ...others, state: NO_FILTERS.state }) !== "";
  const isOpenOnly = state === "open" && !isFiltered;
  return (
    <div className="px-3 py-8 text-small">
      <p className="font-serif text-lead">{isOpenOnly ? "Nothing waits." : "Nothing here."}</p>
      <p className="mt-1 max-w-read text-ink-soft">
        {isOpenOnly
          ? "Every situation that was sent in is answered or closed. New ones appear here by themselves."
          : "No situation is like this."}
      </p>
      {!isOpenOnly && (
        <a
          href="/console"
          className="mt-3 inline-flex min-h-11 items-center"
          onClick={(event) => {
            event.preventDefault();
            goTo({ ...place, filters: NO_FILTERS });
          }}
        >
          Show what is open
        </a>
      )}
    </div>
  );
}

/** When the row with the focus leaves the list, the one that took its place gets it. */
function useFocusKept(list: { readonly current: HTMLUListElement | null }, ids: string): void {
  const focused = useRef({ id: "", at: 0 });
  useEffect(() => {
    const element = list.current;
    const links = () => [...(element?.querySelectorAll<HTMLElement>("[data-situation]") ?? [])];
    const note = ({ target }: FocusEvent) => {
      const at = links().findIndex((link) => link === target);
      if (at >= 0) focused.current = { id: links()[at]?.dataset["situation"] ?? "", at };
    };
    const forget = ({ relatedTarget }: FocusEvent) => {
      // A row that is taken out of the page loses its focus to nobody; one that is left says who has it now.
      if (relatedTarget !== null) focused.current = { id: "", at: 0 };
    };
    element?.addEventListener("focusin", note);
    element?.addEventListener("focusout", forget);
    return () => {
      element?.removeEventListener("focusin", note);
      element?.removeEventListener("focusout", forget);
    };
  }, [list]);
  useEffect(() => {
    const { id, at } = focused.current;
    if (id === "" || document.activeElement !== document.body || ids.split(",").includes(id)) return;
    const links = list.current?.querySelectorAll<HTMLElement>("[data-situation]") ?? [];
    links[Math.min(at, links.length - 1)]?.focus();
  }, [list, ids]);
}
