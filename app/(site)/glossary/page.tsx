import type { Metadata } from "next";
import { glossary } from "#content/generated/glossary.ts";
import { wordId } from "#core/series/word-id.ts";

export const ensureStatic = "navigation";

export const metadata: Metadata = {
  title: "Glossary",
  description: "The words of the series and the workbench, each with one meaning.",
  alternates: { canonical: "/glossary" },
};

export default function GlossaryPage() {
  return (
    <div className="sheet">
      <header className="py-10 md:py-16">
        <h1 className="display">Glossary</h1>
        <p className="mt-5 max-w-read font-serif text-lead text-ink-soft">
          The series, the workbench and its reports use these words, each in one meaning and none beside them.
        </p>
      </header>
      <dl className="border-t border-rule">
        {glossary.map(({ term, says, see }) => (
          <div key={term} className="glossary-word">
            <dt id={wordId(term)} className="font-serif text-lead">
              {term}
            </dt>
            <dd className="max-w-read">
              <p className="font-serif text-read">{says}</p>
              <p className="sounding mt-1 flex flex-wrap gap-x-4">
                {see.map((other) => (
                  <a key={other} href={`#${wordId(other)}`} className="inline-flex min-h-6 items-center">
                    {other}
                  </a>
                ))}
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
