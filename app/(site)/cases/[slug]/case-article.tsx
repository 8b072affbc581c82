import Link from "next/link";
import type { ReactNode } from "react";
import type { CaseComponents, SeriesBody } from "#components/site/series-body.ts";
import { CaseFacts } from "#components/site/case-facts.tsx";
import { citeFor, Fix, Inference, Invariant, Part, Side, Sides } from "#components/site/case-parts.tsx";
import { SourceList } from "#components/site/source-list.tsx";
import { sayDate } from "#components/site/wording.ts";
import { SimulationFigure } from "#components/simulation/simulation-figure.tsx";
import { SPINE } from "#core/series/spine.ts";
import { BeforeAfter } from "./before-after.tsx";
import type { PublishedCase } from "../published-case.ts";
import { WalkedArchitecture } from "./walked-architecture.tsx";

interface CaseArticleProps {
  readonly found: PublishedCase;
  readonly Body: SeriesBody;
}

export function CaseArticle({ found, Body }: CaseArticleProps) {
  const { entry } = found;
  const { matter } = entry;
  return (
    <article className="sheet">
      <header className="border-b border-rule pb-8 pt-8 md:pb-12 md:pt-14">
        <p className="sounding">
          <Link href="/cases">Cases</Link> · {matter.id}
        </p>
        <h1 className="mt-3 max-w-[18ch] display">{matter.title}</h1>
        <p className="mt-5 max-w-read font-serif text-lead text-ink-soft">{matter.dek}</p>
      </header>
      <div className="case-sheet">
        <div className="grid gap-x-10 gap-y-8 pt-8 lg:grid-cols-[11rem_minmax(0,1fr)]">
          <aside aria-label="About this case" className="grid content-start gap-8">
            <CaseFacts {...entry} />
            <Contents />
          </aside>
          <div className="min-w-0">
            <div className="reading">
              <Body components={componentsFor(found)} />
            </div>
            <Endmatter {...found} />
          </div>
        </div>
      </div>
    </article>
  );
}

function Contents() {
  return (
    <nav aria-label="Parts of this case" className="no-print hidden text-small lg:block">
      <ol className="border-t border-hairline pt-3">
        {SPINE.map(({ id, heading }) => (
          <li key={id}>
            <a href={`#${id}`} className="block py-1 leading-snug text-ink-soft decoration-transparent">
              {heading}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function componentsFor(found: PublishedCase): CaseComponents {
  const { entry } = found;
  const { slug } = entry.matter;
  return {
    Part,
    Cite: citeFor(entry),
    Inference,
    Invariant,
    Sides,
    Side,
    Fix,
    Architecture: ({ caption }: { readonly caption: string }) => (
      <WalkedArchitecture found={found} caption={caption} />
    ),
    BeforeAfter: ({ caption }: { readonly caption: string }) => (
      <BeforeAfter found={found} caption={caption} />
    ),
    Simulation: SimulationFigure,
    Question: ({ children }: { readonly children: ReactNode }) => (
      <>
        {children}
        <p className="no-print flex flex-wrap gap-3 font-sans text-base">
          <a href={`/workbench?case=${slug}`} className="action action-first">
            Open in the workbench
          </a>
          <Link href="/situation" className="action">
            Describe your situation
          </Link>
        </p>
      </>
    ),
    table: ({ children }: { readonly children: ReactNode }) => <table>{children}</table>,
  };
}

function Endmatter({ entry }: PublishedCase) {
  const { matter } = entry;
  return (
    <footer className="mt-20 grid max-w-read gap-10 border-t border-ink pt-6">
      <section aria-labelledby="sources">
        <h2 id="sources" className="mb-4 text-base font-semibold">
          Sources
        </h2>
        <SourceList {...entry} />
      </section>
      <section aria-labelledby="corrections">
        <h2 id="corrections" className="mb-2 text-base font-semibold">
          Corrections
        </h2>
        {matter.corrections.length === 0 ? (
          <p className="text-small text-ink-soft">None so far. This is version {matter.version}.</p>
        ) : (
          <dl className="grid gap-y-3 text-small">
            {matter.corrections.map(({ date, was, now }) => (
              <div key={date + was}>
                <dt className="sounding">{sayDate(date)}</dt>
                <dd>
                  <del className="text-ink-faint">{was}</del> {now}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </section>
      <section aria-labelledby="data">
        <h2 id="data" className="mb-2 text-base font-semibold">
          Data
        </h2>
        <p className="text-small text-ink-soft">
          <a href={`/cases/${matter.slug}/incident.json`}>The incident file</a>: the architecture with its
          facts, and what the published analysis says.
        </p>
      </section>
    </footer>
  );
}
