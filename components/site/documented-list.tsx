import Link from "next/link";
import type { CaseEntry } from "#core/series/text-entry.ts";
import type { DocumentedIncident } from "#core/series/documented-incident.ts";

interface DocumentedListProps {
  readonly cases: readonly CaseEntry[];
  readonly incidents: readonly DocumentedIncident[];
}

/** Where it happened: the cases of the series first, then the incidents that have no case yet, each with its source. */
export function DocumentedList({ cases, incidents }: DocumentedListProps) {
  return (
    <ul className="grid max-w-read gap-y-6">
      {cases.map(({ matter }) => (
        <li key={matter.id}>
          <h3 className="font-serif text-lead">
            <Link href={`/cases/${matter.slug}`}>{matter.title}</Link>
          </h3>
          <p className="text-small text-ink-soft">{matter.dek}</p>
        </li>
      ))}
      {incidents.map(({ id, title, date, invariant, source }) => (
        <li key={id}>
          <h3 className="font-serif text-read">{title}</h3>
          <p className="mt-1 text-small text-ink-soft">{invariant}</p>
          <p className="sounding mt-1">
            {date} · <SourceName {...source} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function SourceName({ title, publisher, url }: DocumentedIncident["source"]) {
  return (
    <>
      {url.startsWith("https://") ? <a href={url}>{title}</a> : title}, {publisher}
    </>
  );
}
