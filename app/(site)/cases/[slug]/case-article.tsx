import Link from "next/link";
import type { ReactNode } from "react";
import { ArticleSheet } from "#components/site/article-sheet.tsx";
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
    <ArticleSheet
      above={
        <>
          <Link href="/cases" prefetch={false}>
            Cases
          </Link>{" "}
          · {matter.id}
        </>
      }
      title={matter.title}
      dek={matter.dek}
      skim={<CaseSkim {...entry} />}
      asideLabel="About this case"
      aside={
        <>
          <CaseFacts {...entry} />
          <Contents label="Parts of this case" parts={SPINE} />
        </>
      }
      after={<CaseEndmatter {...found} />}
    >
      <Body components={componentsFor(found)} />
    </ArticleSheet>
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
