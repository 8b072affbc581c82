"use client";

import { useEffect, useState } from "react";
import type { Signal } from "#core/fit/signals.ts";
import type { NearCase } from "#core/intake/near-cases.ts";
import type { SituationDraft } from "#core/intake/situation-form.ts";
import { NearList } from "./near-list.tsx";

/** Finds the published cases near to what is typed, in this browser: nothing of it leaves. */
export type FindNear = (draft: SituationDraft, signals: readonly Signal[]) => Promise<readonly NearCase[]>;

interface NearBeforeProps {
  readonly draft: SituationDraft;
  readonly signals: readonly Signal[];
  readonly find: FindNear;
  readonly published: number;
}

/** What can be read before sending. It is an offer: when it cannot be had, nothing is said about it. */
export function NearBefore({ draft, signals, find, published }: NearBeforeProps) {
  const [near, setNear] = useState<readonly NearCase[] | undefined>();
  useEffect(() => {
    let isWanted = true;
    find(draft, signals).then(
      (found) => isWanted && setNear(found),
      () => undefined,
    );
    return () => void (isWanted = false);
  }, [draft, signals, find]);
  return (
    <section aria-labelledby="near-heading" aria-live="polite">
      <h3 id="near-heading" className="mb-2 text-base font-semibold">
        Nearest among the published cases
      </h3>
      {near === undefined ? (
        <p className="text-small text-ink-soft">Looking, in this browser alone…</p>
      ) : (
        <NearList near={near} published={published} />
      )}
    </section>
  );
}
