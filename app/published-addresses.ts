import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { MODELS } from "#core/simulation/models.ts";
import { cases } from "#content/generated/cases.ts";
import { pages } from "#content/generated/pages.ts";
import { patterns } from "#content/generated/patterns.ts";

export interface PublishedAddress {
  readonly path: string;
  readonly title: string;
  readonly says: string;
  /** The day its text last changed, where it has one. */
  readonly updated?: string;
}

/** Every page that is there to be read, by kind. */
export function publishedAddresses(): Readonly<
  Record<"cases" | "patterns" | "mechanisms" | "figures" | "pages", readonly PublishedAddress[]>
> {
  return {
    cases: cases.map(({ matter }) => ({
      path: `/cases/${matter.slug}`,
      title: matter.title,
      says: matter.dek,
      updated: matter.updated,
    })),
    patterns: patterns.map(({ matter }) => ({
      path: `/patterns/${matter.slug}`,
      title: matter.title,
      says: matter.dek,
      updated: matter.updated,
    })),
    mechanisms: CATALOGUE.map(({ key, title, description }) => ({
      path: `/mechanisms/${key}`,
      title,
      says: description,
    })),
    figures: MODELS.map(({ key, title, question }) => ({ path: `/figures/${key}`, title, says: question })),
    pages: [
      { path: "/", title: "Seamark", says: "What this series is about." },
      { path: "/cases", title: "Cases", says: "All cases, with search and facets." },
      { path: "/patterns", title: "Patterns", says: "Structural moves and practices." },
      { path: "/mechanisms", title: "Mechanisms", says: "The ways in which an unstated agreement fails." },
      {
        path: "/zones",
        title: "Zones",
        says: "Where contradictions gather, and the question that finds each.",
      },
      { path: "/glossary", title: "Glossary", says: "The words of the series, each in one meaning." },
      { path: "/figures", title: "Figures", says: "Small models of structural failures, to be touched." },
      { path: "/method", title: "Method", says: "How a session goes from a situation to findings." },
      { path: "/situation", title: "Describe your situation", says: "The form for those it happens to." },
      { path: "/report-an-error", title: "Report an error", says: "The form for what is wrong in a text." },
      ...pages.map(({ matter }) => ({
        path: `/${matter.slug}`,
        title: matter.title,
        says: matter.dek,
        updated: matter.updated,
      })),
    ],
  };
}
