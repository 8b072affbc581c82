import Link from "next/link";
import type { ReactNode } from "react";
import { ArticleSheet } from "#components/site/article-sheet.tsx";
import { citeFor, Inference, partsOf, Side, Sides } from "#components/site/case-parts.tsx";
import { Contents } from "#components/site/contents.tsx";
import { Endnote, Endnotes } from "#components/site/endnotes.tsx";
import type { PatternComponents, SeriesBody } from "#components/site/series-body.ts";
import { SimulationFigure } from "#components/simulation/simulation-figure.tsx";
import { Term } from "#components/site/term.tsx";
import { SourceList } from "#components/site/source-list.tsx";
import { sayDate, sayWord } from "#components/site/wording.ts";
import { PATTERN_SPINE } from "#core/series/spine.ts";
import type { PublishedPattern } from "../published-pattern.ts";

interface PatternArticleProps {
  readonly found: PublishedPattern;
  readonly Body: SeriesBody;
}

export function PatternArticle({ found, Body }: PatternArticleProps) {
  const { matter } = found.entry;
  return (
    <ArticleSheet
      above={
        <>
          <Link href="/patterns">Patterns</Link> · {matter.id} · {sayWord(matter.kind)}
        </>
      }
      title={matter.title}
      dek={matter.dek}
      skim={<PatternSkim {...found} />}
      asideLabel="About this pattern"
      aside={
        <>
          <p className="sounding text-balance">
            version {matter.version}, {sayDate(matter.updated)}
          </p>
          <Contents label="Parts of this pattern" parts={PATTERN_SPINE} />
        </>
      }
      after={<PatternEndmatter {...found} />}
    >
      <Body components={componentsFor(found)} />
    </ArticleSheet>
  );
}

function PatternSkim({ entry, mechanisms }: PublishedPattern) {
  return (
    <dl className="skim">
      <div>
        <dt>answers</dt>
        {mechanisms.map(({ key, title }) => (
          <dd key={key}>
            <Link href={`/mechanisms/${key}`}>{title}</Link>
          </dd>
        ))}
      </div>
      <div className="skim-wide">
        <dt>valid when</dt>
        <dd className="font-serif">{entry.matter.validWhen}</dd>
      </div>
    </dl>
  );
}

function componentsFor({ entry }: PublishedPattern): PatternComponents {
  return {
    Part: partsOf(PATTERN_SPINE, entry.matter),
    Cite: citeFor(entry),
    Inference,
    Sides,
    Side,
    Simulation: SimulationFigure,
    Term,
    pre: ({ children }: { readonly children: ReactNode }) => (
      <pre tabIndex={0} aria-label="Example" role="region">
        {children}
      </pre>
    ),
    table: ({ children }: { readonly children: ReactNode }) => <table>{children}</table>,
  };
}

function PatternEndmatter({ entry, cases, seeAlso }: PublishedPattern) {
  return (
    <Endnotes>
      {cases.length > 0 && (
        <Endnote id="cases" heading="Cases that call for it">
          <LinkList
            links={cases.map(({ matter }) => ({
              href: `/cases/${matter.slug}`,
              title: matter.title,
              says: matter.structuralMove,
            }))}
          />
        </Endnote>
      )}
      {seeAlso.length > 0 && (
        <Endnote id="see-also" heading="See also">
          <LinkList
            links={seeAlso.map(({ matter }) => ({
              href: `/patterns/${matter.slug}`,
              title: matter.title,
              says: matter.dek,
            }))}
          />
        </Endnote>
      )}
      <Endnote id="sources" heading="Sources">
        <SourceList {...entry} />
      </Endnote>
    </Endnotes>
  );
}

interface LinkListProps {
  readonly links: readonly { readonly href: string; readonly title: string; readonly says: string }[];
}

function LinkList({ links }: LinkListProps) {
  return (
    <ul className="grid gap-y-3">
      {links.map(({ href, title, says }) => (
        <li key={href}>
          <Link href={href} className="font-serif text-read">
            {title}
          </Link>
          <p className="text-small text-ink-soft">{says}</p>
        </li>
      ))}
    </ul>
  );
}
