import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { DeliveryFilter, DeliveryList, Redrive } from "#core/delivery/console.ts";
import { KIND_WORDING } from "#core/delivery/delivery.ts";

interface RedriveBarProps {
  readonly filter: DeliveryFilter;
  readonly list: DeliveryList;
  readonly selected: readonly string[];
  readonly selectable: number;
  readonly isBusy: boolean;
  readonly onSelectAll: () => void;
  readonly onRedrive: (redrive: Redrive) => void;
}

/** Sends dead deliveries again: those selected, or all of the kind that is shown. */
export function RedriveBar({
  filter,
  list,
  selected,
  selectable,
  isBusy,
  onSelectAll,
  onRedrive,
}: RedriveBarProps) {
  return (
    <div className="mt-4 flex flex-wrap items-center gap-3">
      <Button onClick={onSelectAll}>
        {selected.length === selectable ? "Select none" : `Select all ${selectable} shown`}
      </Button>
      <Button
        rank="first"
        disabled={selected.length === 0 || isBusy}
        onClick={() => onRedrive({ ids: selected })}
      >
        {selected.length === 0 ? "Send the selected again" : `Send ${selected.length} again`}
      </Button>
      {filter.kind === null ? (
        <p className="text-small text-ink-soft">To send all of a kind again, show that kind first.</p>
      ) : (
        <RedriveKind kind={filter.kind} list={list} isBusy={isBusy} onRedrive={onRedrive} />
      )}
    </div>
  );
}

interface RedriveKindProps extends Pick<RedriveBarProps, "list" | "isBusy" | "onRedrive"> {
  readonly kind: NonNullable<DeliveryFilter["kind"]>;
}

/** Asks once more, and stands by what was seen: what dies meanwhile is not sent with them. */
function RedriveKind({ kind, list, isBusy, onRedrive }: RedriveKindProps) {
  const [asked, setAsked] = useState<{ readonly count: number; readonly until: string }>();
  if (asked === undefined)
    return (
      <Button
        disabled={isBusy || list.counts.dead === 0}
        onClick={() => setAsked({ count: list.counts.dead, until: list.asOf })}
      >
        Send all {list.counts.dead} of this kind again …
      </Button>
    );
  return (
    <div role="group" aria-label="Send all of this kind again" className="flex flex-wrap items-center gap-3">
      <p className="text-small">
        {KIND_WORDING[kind]}: {asked.count} dead, each tried again at once?
      </p>
      <Button
        rank="first"
        autoFocus
        disabled={isBusy}
        onClick={() => {
          onRedrive({ kind, until: asked.until });
          setAsked(undefined);
        }}
      >
        Yes, send {asked.count}
      </Button>
      <Button rank="quiet" onClick={() => setAsked(undefined)}>
        No
      </Button>
    </div>
  );
}
