import Link from "next/link";
import type { ReactNode } from "react";
import { Contents } from "#components/site/contents.tsx";
import { Term } from "#components/site/term.tsx";
import type { CaseComponents, SeriesBody } from "#components/site/series-body.ts";
import { CaseFacts } from "#components/site/case-facts.tsx";
import { citeFor, Fix, Inference, Invariant, partsOf, Side, Sides } from "#components/site/case-parts.tsx";
import { CaseSkim } from "#components/site/case-skim.tsx";
import { SimulationFigure } from "#components/simulation/simulation-figure.tsx";
import { SPINE } from "#core/series/spine.ts";
import { CaseEndmatter } from "./case-endmatter.tsx";
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
      <div className="reading-line" aria-hidden="true" />
      <header className="border-b border-rule pb-8 pt-8 md:pb-12 md:pt-14">
        <p className="sounding">
          <Link href="/cases" prefetch={false}>
            Cases
          </Link>{" "}
          · {matter.id}
        </p>
        <h1 className="mt-3 max-w-[18ch] display">{matter.title}</h1>
        <p className="mt-5 max-w-read font-serif text-lead text-ink-soft">{matter.dek}</p>
        <CaseSkim {...entry} />
      </header>
      <div className="case-sheet">
        <div className="grid gap-x-10 gap-y-8 pt-8 lg:grid-cols-[11rem_minmax(0,1fr)]">
          <aside aria-label="About this case" className="article-aside">
            <CaseFacts {...entry} />
            <Contents label="Parts of this case" parts={SPINE} />
          </aside>
          <div className="min-w-0">
            <div className="reading">
              <Body components={componentsFor(found)} />
            </div>
            <CaseEndmatter {...found} />
          </div>
        </div>
      </div>
    </article>
  );
}

function componentsFor(found: PublishedCase): CaseComponents {
  const { entry } = found;
  const { slug } = entry.matter;
  return {
    Part: partsOf(SPINE, entry.matter),
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
    Term,
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
    table: ({ children }: { readonly children: ReactNode }) => <table className="timeline">{children}</table>,
  };
}
