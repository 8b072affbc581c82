import type { SituationDetail } from "#core/triage/situation-view.ts";
import { engagementChoices } from "#core/engagements/engagement-choices.ts";
import { useId } from "react";

export type Engagement = NonNullable<SituationDetail["engagement"]>;

interface EngagementChoiceProps {
  readonly detail: SituationDetail;
  readonly engagements: readonly Engagement[];
  readonly onFile: (to: Engagement | null) => void;
}

/** Which client's work it belongs to. Whoever has no engagement is not asked. */
export function EngagementChoice({ detail, engagements, onFile }: EngagementChoiceProps) {
  const id = useId();
  const { engagement, isFiledElsewhere } = detail;
  if (isFiledElsewhere) return <p className="sounding">in an engagement you do not see</p>;
  if (engagements.length === 0 && engagement === null) return null;
  const choices = engagementChoices(engagements, engagement);
  return (
    <div className="flex min-w-0 items-center gap-x-2 whitespace-nowrap">
      <label htmlFor={id} className="sounding">
        Engagement
      </label>
      <select
        id={id}
        className="field w-auto max-w-56 min-w-0"
        value={engagement?.id ?? ""}
        onChange={({ target }) => onFile(choices.find((one) => one.id === target.value) ?? null)}
      >
        <option value="">None</option>
        {choices.map(({ id: value, client }) => (
          <option key={value} value={value}>
            {client}
          </option>
        ))}
      </select>
      {engagement !== null && (
        <a href={`/console/engagements/${engagement.id}`} className="text-small">
          Open<span className="sr-only"> the engagement {engagement.client}</span>
        </a>
      )}
    </div>
  );
}
