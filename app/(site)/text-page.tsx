import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ArticleSheet } from "#components/site/article-sheet.tsx";
import { citeFor, Inference } from "#components/site/case-parts.tsx";
import { Contents } from "#components/site/contents.tsx";
import { Endnote, Endnotes } from "#components/site/endnotes.tsx";
import type { PageComponents } from "#components/site/series-body.ts";
import { SourceList } from "#components/site/source-list.tsx";
import { SimulationFigure } from "#components/simulation/simulation-figure.tsx";
import { Term } from "#components/site/term.tsx";
import { sayDate } from "#components/site/wording.ts";
import { bodies } from "#content/generated/pages-bodies.ts";
import { pages } from "#content/generated/pages.ts";
import { invariant } from "#core/invariant.ts";
import type { PageEntry } from "#core/series/text-entry.ts";

export function textMetadata(slug: string): Metadata {
  const { title, dek } = findPage(slug).matter;
  return { title, description: dek, alternates: { canonical: `/${slug}` } };
}

/** A text that is neither a case nor a pattern, on a page of its own. */
export async function TextPage({ slug }: { readonly slug: string }) {
  const entry = findPage(slug);
  const load = bodies[slug];
  invariant(load !== undefined, `the body of ${slug} was compiled with its entry`);
  const { default: Body } = await load();
  const { matter, sections } = entry;
  return (
    <ArticleSheet
      title={matter.title}
      dek={matter.dek}
      asideLabel="About this text"
      aside={
        <>
          <p className="sounding">{sayDate(matter.updated)}</p>
          <Contents label="Parts of this text" parts={sections} />
        </>
      }
      after={
        matter.sources.length > 0 && (
          <Endnotes>
            <Endnote id="sources" heading="Sources">
              <SourceList {...entry} />
            </Endnote>
          </Endnotes>
        )
      }
    >
      <Body components={componentsFor(entry)} />
    </ArticleSheet>
  );
}

function findPage(slug: string): PageEntry {
  const entry = pages.find(({ matter }) => matter.slug === slug);
  invariant(entry !== undefined, `content/pages has ${slug}`);
  return entry;
}

function componentsFor(entry: PageEntry): PageComponents {
  return {
    Section,
    Cite: citeFor(entry),
    Inference,
    Simulation: SimulationFigure,
    Term,
    table: ({ children }: { readonly children: ReactNode }) => <table>{children}</table>,
  };
}

interface SectionProps {
  readonly id: string;
  readonly heading: string;
  readonly children: ReactNode;
}

function Section({ id, heading, children }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {children}
    </section>
  );
}
