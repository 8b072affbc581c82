import { Button } from "#components/ui/button.tsx";
import type { SituationDetail } from "#core/triage/situation-view.ts";
import { useId, useState } from "react";
import type { Acts } from "./use-acts.ts";
import { addressOf, type Place } from "./use-place.ts";

interface MergeProps {
  readonly detail: SituationDetail;
  readonly acts: Acts;
  readonly place: Place;
}

/** Which others say the same, and how to say that this one does. */
export function MergeForm({ detail, acts, place }: MergeProps) {
  const { merged, mergedInto } = detail;
  const hrefOf = (id: string) => addressOf({ ...place, openId: id });
  return (
    <div className="mt-6 border-t border-hairline pt-3 text-small">
      {merged.length > 0 && (
        <p>
          {merged.length === 1 ? "Another situation says" : `${merged.length} other situations say`} the same:{" "}
          {merged.map(({ id, reference }, i) => (
            <span key={id}>
              {i > 0 && ", "}
              <a href={hrefOf(id)} className="font-mono">
                {reference.slice(0, 9)}
              </a>
            </span>
          ))}
          .
        </p>
      )}
      {mergedInto === null ? (
        <Merge detail={detail} acts={acts} />
      ) : (
        <p className="flex flex-wrap items-center gap-x-3">
          <span>
            This says the same as{" "}
            <a href={hrefOf(mergedInto.id)} className="font-mono">
              {mergedInto.reference.slice(0, 9)}
            </a>{" "}
            and was merged into it.
          </span>
          <Button rank="quiet" onClick={() => void acts.ask(detail, { act: "unmerge" })}>
            Take the merge back
          </Button>
        </p>
      )}
    </div>
  );
}

function Merge({ detail, acts }: Omit<MergeProps, "place">) {
  const id = useId();
  const [into, setInto] = useState("");
  const merge = async () => {
    if (into.trim() !== "" && (await acts.ask(detail, { act: "merge", into }))) setInto("");
  };
  return (
    <details>
      <summary className="flex min-h-11 cursor-pointer items-center">It says the same as another one</summary>
      <form
        className="grid max-w-read gap-1 pb-2"
        onSubmit={(event) => {
          event.preventDefault();
          void merge();
        }}
      >
        <label htmlFor={id}>Reference of the one that is kept</label>
        <div className="flex flex-wrap gap-2">
          <input
            id={id}
            className="field min-w-0 flex-1 basis-60 font-mono"
            autoComplete="off"
            spellCheck={false}
            maxLength={100}
            value={into}
            onChange={({ target }) => setInto(target.value)}
          />
          <Button type="submit" aria-disabled={into.trim() === ""}>
            Merge into it
          </Button>
        </div>
        <p className="text-ink-soft">
          This one is closed and points there. Its notes stay with it, and the merge can be taken back.
        </p>
      </form>
    </details>
  );
}
