import type { Metadata } from "next";
import { notFound } from "next/navigation";
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
  const { title, dek, published, updated } = found.entry.matter;
  return {
    title,
    description: dek,
    openGraph: { type: "article", title, description: dek, publishedTime: published, modifiedTime: updated },
  };
}

export default async function CasePage({ params }: CasePageProps) {
  const { slug } = await params;
  const found = findCase(slug);
  const load = bodies[slug];
  if (found === null || load === undefined) notFound();
  const { default: Body } = await load();
  return <CaseArticle found={found} Body={Body} />;
}
