import type { Metadata } from "next";
import Link from "next/link";
import { Depth } from "#components/site/depth.tsx";
import { WeighedQuestions } from "#components/site/weighings.tsx";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { agreementQuestions } from "#core/report/describe-mechanism.ts";
import { ZONE_TEXTS } from "#core/series/zones.ts";

export const ensureStatic = "navigation";

export const metadata: Metadata = {
  title: "Mechanisms",
  description:
    "The ways in which an agreement that nobody stated turns into a failure: how each looks in a sketch, what it asks and what would end it.",
};

export default function MechanismsPage() {
  return (
    <div className="sheet">
      <header className="py-10 md:py-16">
        <h1 className="display">Mechanisms</h1>
        <p className="mt-5 max-w-read font-serif text-lead text-ink-soft">
          There are many agreements that nobody wrote down, and few ways in which they fail. The engine of the
          workbench knows {CATALOGUE.length}. It finds each by how a sketch is drawn, never by a name, and
          says of every one what it saw.
        </p>
      </header>
      {ZONE_TEXTS.map(({ zone, name, question }) => (
        <Depth key={zone} id={zone} heading={name} sounding={question}>
          <ul className="grid max-w-read gap-y-6">
            {CATALOGUE.filter((mechanism) => mechanism.zone === zone).map(({ key, title, description }) => (
              <li key={key}>
                <h3 className="font-serif text-lead">
                  <Link href={`/mechanisms/${key}`} className="decoration-hairline">
                    {title}
                  </Link>
                </h3>
                <p className="mt-1 text-ink-soft">{description}</p>
              </li>
            ))}
          </ul>
        </Depth>
      ))}
      <Depth id="agreement" heading="Of every agreement" sounding="whatever the mechanism">
        <p className="mb-8 max-w-read font-serif text-read">
          Whatever the way in which it would fail, an agreement that is written, held by construction and
          watched from both sides is not an unstated one. These answers weigh the same everywhere.
        </p>
        <WeighedQuestions questions={agreementQuestions()} />
      </Depth>
    </div>
  );
}
