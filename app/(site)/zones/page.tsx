import type { Metadata } from "next";
import Link from "next/link";
import { Depth } from "#components/site/depth.tsx";
import { cases } from "#content/generated/cases.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { ZONE_TEXTS, type ZoneText } from "#core/series/zones.ts";

export const ensureStatic = "navigation";

export const metadata: Metadata = {
  title: "Zones",
  description: "The three zones in which contradictions gather: authorization, resilience, coupling.",
  alternates: { canonical: "/zones" },
};

export default function ZonesPage() {
  return (
    <div className="sheet">
      <header className="py-10 md:py-16">
        <h1 className="display">Three zones</h1>
        <p className="mt-5 max-w-read font-serif text-lead text-ink-soft">
          The domains differ from case to case. The layer that is absent is, nearly always, one of three
          kinds, and each kind has a question that finds it.
        </p>
      </header>
      {ZONE_TEXTS.map((text) => (
        <ZoneSection key={text.zone} {...text} />
      ))}
    </div>
  );
}

function ZoneSection({ zone, name, happens, absentLayer, question }: ZoneText) {
  return (
    <Depth id={zone} heading={name}>
      <p className="max-w-read font-serif text-title">{question}</p>
      <p className="mt-5 max-w-read font-serif text-read">{happens}</p>
      <p className="mt-4 max-w-read font-serif text-read">
        <span className="sounding block">absent layer</span>
        {absentLayer}
      </p>
      <div className="mt-8 grid gap-x-10 gap-y-8 md:grid-cols-2">
        <div>
          <h3 className="sounding mb-2">mechanisms</h3>
          <ul className="grid gap-y-1.5">
            {CATALOGUE.filter((mechanism) => mechanism.zone === zone).map(({ key, title }) => (
              <li key={key}>
                <Link href={`/mechanisms/${key}`} className="decoration-hairline">
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3 className="sounding mb-2">cases</h3>
          <ul className="grid gap-y-1.5">
            {cases
              .filter(({ matter }) => matter.zone === zone)
              .map(({ matter }) => (
                <li key={matter.id}>
                  <Link href={`/cases/${matter.slug}`} className="decoration-hairline">
                    {matter.title}
                  </Link>
                </li>
              ))}
          </ul>
        </div>
      </div>
    </Depth>
  );
}
