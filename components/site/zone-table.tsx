import { ZONE_TEXTS } from "#core/series/zones.ts";

export function ZoneTable() {
  return (
    <div className="grid gap-y-10">
      {ZONE_TEXTS.map(({ zone, name, happens, absentLayer, question }, i) => (
        <section
          key={zone}
          aria-labelledby={`zone-${zone}`}
          className="grid gap-x-10 gap-y-3 md:grid-cols-[minmax(0,1fr)_18rem]"
        >
          <div className="max-w-read">
            <h3 id={`zone-${zone}`} className="font-serif text-title">
              <a href={`/cases?zone=${zone}`} className="decoration-hairline">
                {name}
              </a>
            </h3>
            <p className="mt-2 font-serif text-read">{happens}</p>
          </div>
          <dl className="grid content-start gap-3 border-hairline text-small md:border-l md:pl-6">
            <div>
              <dt className="sounding">{i + 1} · absent layer</dt>
              <dd>{absentLayer}</dd>
            </div>
            <div>
              <dt className="sounding">the question</dt>
              <dd>{question}</dd>
            </div>
          </dl>
        </section>
      ))}
    </div>
  );
}
