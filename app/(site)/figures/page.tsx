import type { Metadata } from "next";
import Link from "next/link";
import { Depth } from "#components/site/depth.tsx";
import { MODELS } from "#core/simulation/models.ts";

export const ensureStatic = "navigation";

export const metadata: Metadata = {
  title: "Figures",
  description:
    "Small models of structural failures, each with two ways to build it on one seed, to be read and to be touched.",
};

export default function FiguresPage() {
  return (
    <div className="sheet">
      <header className="py-10 md:py-16">
        <h1 className="display">Figures</h1>
        <p className="mt-5 max-w-read font-serif text-lead text-ink-soft">
          Small models of structural failures. Each shows two ways to build the same thing, on one seed, and
          under the time axis whether the invariant held.
        </p>
      </header>
      <Depth id="models" heading="Models" sounding={`${MODELS.length}, each with its question`}>
        <ul className="grid max-w-read gap-y-6">
          {MODELS.map(({ key, title, question }) => (
            <li key={key}>
              <h3 className="font-serif text-lead">
                <Link href={`/figures/${key}`} className="decoration-hairline">
                  {title}
                </Link>
              </h3>
              <p className="mt-1 text-ink-soft">{question}</p>
            </li>
          ))}
        </ul>
      </Depth>
    </div>
  );
}
