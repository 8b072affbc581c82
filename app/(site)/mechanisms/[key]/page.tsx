import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findMechanism, mechanismParams } from "../shown-mechanism.ts";
import { MechanismArticle } from "./mechanism-article.tsx";

export const ensureStatic = "navigation";
export const generateStaticParams = mechanismParams;

interface MechanismPageProps {
  readonly params: Promise<{ readonly key: string }>;
}

export async function generateMetadata({ params }: MechanismPageProps): Promise<Metadata> {
  const found = findMechanism((await params).key);
  return found === null ? {} : { title: found.mechanism.title, description: found.mechanism.description };
}

export default async function MechanismPage({ params }: MechanismPageProps) {
  const found = findMechanism((await params).key);
  if (found === null) notFound();
  return <MechanismArticle found={found} />;
}
