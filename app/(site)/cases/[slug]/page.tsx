import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { JsonLd } from "#components/site/json-ld.tsx";
import { caseJsonLd } from "#core/series/case-json-ld.ts";
import { SITE_ADDRESS } from "../../../site-address.ts";
import { CaseArticle } from "./case-article.tsx";
import { bodies } from "#content/generated/cases-bodies.ts";
import { caseParams, findCase } from "../published-case.ts";

export const ensureStatic = "navigation";
export const generateStaticParams = caseParams;

interface CasePageProps {
  readonly params: Promise<{ readonly slug: string }>;
}

export async function generateMetadata({ params }: CasePageProps): Promise<Metadata> {
  const { slug } = await params;
  const found = findCase(slug);
  if (found === null) return {};
  const { title, dek, invariant, published, updated } = found.entry.matter;
  const image = {
    url: `/cases/${slug}/social.png`,
    width: 1200,
    height: 630,
    alt: `What must hold: ${invariant}`,
  };
  return {
    title,
    description: dek,
    alternates: { canonical: `/cases/${slug}`, types: { "text/markdown": `/cases/${slug}/case.md` } },
    openGraph: {
      type: "article",
      title,
      description: dek,
      publishedTime: published,
      modifiedTime: updated,
      images: [image],
    },
    twitter: { card: "summary_large_image", images: [image] },
  };
}

export default async function CasePage({ params }: CasePageProps) {
  const { slug } = await params;
  const found = findCase(slug);
  const load = bodies[slug];
  if (found === null || load === undefined) notFound();
  const { default: Body } = await load();
  return (
    <>
      <JsonLd data={caseJsonLd(found.entry.matter, SITE_ADDRESS)} />
      <CaseArticle found={found} Body={Body} />
    </>
  );
}
