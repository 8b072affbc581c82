import Link from "next/link";
import { sayWord } from "#components/site/wording.ts";
import { cases } from "#content/generated/cases.ts";
import { ZONE_TEXTS, type ZoneText } from "#core/series/zones.ts";

const SHOWN = 3;

/** Each zone with what happens in it and the last cases published there; among those of one day, the first stand first. */
export function CasesByZone() {
  return (
    <div className="grid gap-y-10">
      {ZONE_TEXTS.map((text) => (
        <ZoneWithCases key={text.zone} {...text} />
      ))}
    </div>
  );
}

function ZoneWithCases({ zone, name, happens }: ZoneText) {
  const all = cases.filter(({ matter }) => matter.zone === zone);
  const shown = all.toSorted((a, b) => b.matter.published.localeCompare(a.matter.published)).slice(0, SHOWN);
  return (
    <section
      aria-labelledby={`zone-${zone}`}
      className="grid gap-x-10 gap-y-5 md:grid-cols-[minmax(0,1fr)_18rem]"
    >
      <div className="max-w-read">
        <h3 id={`zone-${zone}`} className="font-serif text-title">
          <Link href={`/zones#${zone}`} className="decoration-hairline">
            {name}
          </Link>
        </h3>
        <p className="mt-2 font-serif text-read">{happens}</p>
      </div>
      <ul className="grid content-start gap-y-3 md:border-l md:border-hairline md:pl-6">
        {shown.map(({ matter }) => (
          <li key={matter.id}>
            <Link href={`/cases/${matter.slug}`} className="font-serif text-read decoration-hairline">
              {matter.title}
            </Link>
            <p className="sounding">{sayWord(matter.mechanism)}</p>
          </li>
        ))}
        <li className="text-small">
          <Link href={`/cases?zone=${zone}`} className="inline-flex min-h-6 items-center decoration-hairline">
            All {all.length} of this zone
          </Link>
        </li>
      </ul>
    </section>
  );
}
