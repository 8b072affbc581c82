import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { SimulationFigure } from "#components/simulation/simulation-figure.tsx";
import { findModel, MODELS } from "#core/simulation/models.ts";

export const ensureStatic = "navigation";

export function generateStaticParams(): { key: string }[] {
  return MODELS.map(({ key }) => ({ key }));
}

interface FigurePageProps {
  readonly params: Promise<{ readonly key: string }>;
}

export async function generateMetadata({ params }: FigurePageProps): Promise<Metadata> {
  const model = findModel((await params).key);
  return model === undefined ? {} : { title: model.title, description: model.question };
}

export default async function FigurePage({ params }: FigurePageProps) {
  const model = findModel((await params).key);
  if (model === undefined) notFound();
  return (
    <div className="sheet">
      <header className="py-8 md:py-12">
        <p className="sounding">
          <Link href="/figures">Figures</Link> · simulation
        </p>
        <h1 className="mt-3 max-w-[20ch] display">{model.title}</h1>
        <p className="mt-5 max-w-read font-serif text-lead text-ink-soft">{model.question}</p>
      </header>
      <SimulationFigure model={model.key} size="natural" isTitled={false} />
    </div>
  );
}
