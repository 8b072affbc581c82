import type { Session } from "#core/document/session.schema.ts";
import { sayChanges, type ChangeGroup } from "#core/report/say-changes.ts";
import { useMemo } from "react";

const GROUPS: readonly { readonly group: ChangeGroup; readonly label: string }[] = [
  { group: "added", label: "Added" },
  { group: "removed", label: "Removed" },
  { group: "changed", label: "Changed" },
  { group: "answered", label: "Answered" },
];

/** More than anybody reads at once; the rest is counted. */
const MOST_SHOWN = 40;

interface ComparisonProps {
  readonly before: Session;
  readonly after: Session;
}

/** What became of one version in a later one. */
export function Comparison({ before, after }: ComparisonProps) {
  const changes = useMemo(() => sayChanges(before, after), [before, after]);
  if (changes.length === 0) return <p className="py-2 text-small">They say the same.</p>;
  return (
    <dl className="grid gap-x-5 gap-y-3 py-2 text-small sm:grid-cols-[5.5rem_minmax(0,1fr)]">
      {GROUPS.map(({ group, label }) => {
        const sentences = changes.filter((change) => change.group === group).map(({ sentence }) => sentence);
        if (sentences.length === 0) return null;
        const more = sentences.length - MOST_SHOWN;
        return (
          <div key={group} className="contents">
            <dt className="sounding pt-0.5">
              {label} {sentences.length}
            </dt>
            <dd>
              <ul className="grid gap-1">
                {sentences.slice(0, MOST_SHOWN).map((sentence, i) => (
                  <li key={i}>{sentence}</li>
                ))}
                {more > 0 && <li className="text-ink-soft">and {more} more</li>}
              </ul>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
