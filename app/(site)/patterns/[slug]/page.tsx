import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { bodies } from "#content/generated/patterns-bodies.ts";
import { findPattern, patternParams } from "../published-pattern.ts";
import { PatternArticle } from "./pattern-article.tsx";

export const ensureStatic = "navigation";
export const generateStaticParams = patternParams;

interface PatternPageProps {
  readonly params: Promise<{ readonly slug: string }>;
}

export async function generateMetadata({ params }: PatternPageProps): Promise<Metadata> {
  const { slug } = await params;
  const found = findPattern(slug);
  if (found === null) return {};
  const { title, dek } = found.entry.matter;
  return { title, description: dek, alternates: { canonical: `/patterns/${slug}` } };
}

export default async function PatternPage({ params }: PatternPageProps) {
  const { slug } = await params;
  const found = findPattern(slug);
  const load = bodies[slug];
  if (found === null || load === undefined) notFound();
  const { default: Body } = await load();
  return <PatternArticle found={found} Body={Body} />;
}
