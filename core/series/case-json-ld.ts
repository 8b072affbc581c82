import type { CaseMatter } from "./case.schema.ts";

/** A case as schema.org describes articles, for search engines. */
export function caseJsonLd(matter: CaseMatter, site: string) {
  const { id, slug, title, dek, version, published, updated, mechanism, sources, corrections } = matter;
  const publisher = { "@type": "Organization", name: "Seamark", url: site };
  return {
    "@context": "https://schema.org",
    "@type": "TechArticle",
    "@id": `${site}/cases/${id}`,
    url: `${site}/cases/${slug}`,
    identifier: id,
    headline: title,
    description: dek,
    version,
    datePublished: published,
    dateModified: updated,
    inLanguage: "en",
    author: publisher,
    publisher,
    image: `${site}/cases/${slug}/social.png`,
    isPartOf: { "@type": "CreativeWorkSeries", name: "Seamark cases", url: `${site}/cases` },
    about: { "@type": "Thing", name: mechanism.replaceAll("-", " "), url: `${site}/mechanisms/${mechanism}` },
    citation: sources.map((source) => ({
      "@type": "CreativeWork",
      name: source.title,
      publisher: { "@type": "Organization", name: source.publisher },
      datePublished: source.date,
      url: source.url,
    })),
    correction: corrections.map(({ date, was, now }) => ({
      "@type": "CorrectionComment",
      datePublished: date,
      text: `“${was}” now says “${now}”`,
    })),
  };
}
