import type { EngagementRow } from "#core/engagements/engagement-view.ts";
import { Part } from "../part.tsx";

interface EngagementListProps {
  readonly heading: string;
  readonly engagements: readonly EngagementRow[];
  readonly ownId: string;
  /** What stands here when there is none. */
  readonly none: string;
}

/** Engagements by client, with how much is in each. */
export function EngagementList({ heading, engagements, ownId, none }: EngagementListProps) {
  return (
    <Part heading={heading} sounding={counted(engagements.length, "engagement")}>
      {engagements.length === 0 ? (
        <p className="max-w-read">{none}</p>
      ) : (
        <ul className="border-t border-hairline">
          {engagements.map((engagement) => (
            <li key={engagement.id} className="border-b border-hairline py-3">
              <h3 className="font-serif text-lead wrap-anywhere">
                <a href={`/console/engagements/${engagement.id}`} dir="auto">
                  {engagement.client}
                </a>
              </h3>
              <Soundings engagement={engagement} ownId={ownId} />
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function Soundings({
  engagement: { documents, situations, reports, reportedAt, owner, team },
  ownId,
}: {
  readonly engagement: EngagementRow;
  readonly ownId: string;
}) {
  return (
    <p className="sounding mt-1 flex flex-wrap gap-x-4 wrap-anywhere">
      <span>{counted(documents, "sketch", "sketches")}</span>
      {situations > 0 && <span>{counted(situations, "situation")}</span>}
      <span>{counted(reports, "report")}</span>
      {reportedAt !== null && (
        <span>
          last report <time dateTime={reportedAt}>{reportedAt.slice(0, 10)}</time>
        </span>
      )}
      {owner.id !== ownId && <span>of {owner.name}</span>}
      {team !== null && <span>shared with {team.name}</span>}
    </p>
  );
}

export function counted(count: number, one: string, more = `${one}s`): string {
  return count === 1 ? `1 ${one}` : `${count} ${more}`;
}

/** Looks for words in clients and notes. Works without scripts. */
export function EngagementSearch({ words }: { readonly words: string }) {
  return (
    <form
      method="get"
      action="/console/engagements"
      role="search"
      aria-label="Engagements"
      className="flex flex-wrap items-end gap-x-3 gap-y-2 border-t border-rule py-4"
    >
      <div className="grid min-w-0 flex-1 basis-56 gap-1 sm:max-w-96">
        <label htmlFor="words" className="sounding">
          Client or note
        </label>
        <input
          id="words"
          name="words"
          type="search"
          className="field"
          maxLength={100}
          defaultValue={words}
          autoComplete="off"
        />
      </div>
      <button type="submit" className="action">
        Search
      </button>
      {words !== "" && (
        <a href="/console/engagements" className="action action-quiet">
          Show all
        </a>
      )}
    </form>
  );
}
