import type { Metadata } from "next";
import Link from "next/link";
import { Depth } from "#components/site/depth.tsx";
import { patterns } from "#content/generated/patterns.ts";
import { PATTERN_KINDS, type PatternKind } from "#core/series/pattern.schema.ts";

export const ensureStatic = "navigation";

export const metadata: Metadata = {
  title: "Patterns",
  description:
    "Structural moves and practices, each with the condition under which it is valid, how it fails, and how to verify it.",
};

const KINDS: Readonly<Record<PatternKind, { readonly heading: string; readonly sounding: string }>> = {
  "structural-move": { heading: "Structural moves", sounding: "they add the layer that is absent" },
  practice: { heading: "Practices", sounding: "they keep a layer honest" },
};

export default function PatternsPage() {
  return (
    <div className="sheet">
      <header className="py-10 md:py-16">
        <h1 className="display">Patterns</h1>
        <p className="mt-5 max-w-read font-serif text-lead text-ink-soft">
          A mechanism says what fails. A pattern says what to build so that it cannot, and under which
          condition that is true: every pattern rests on an invariant of its own.
        </p>
      </header>
      {PATTERN_KINDS.map((kind) => (
        <Depth key={kind} id={kind} {...KINDS[kind]}>
          <ul className="grid max-w-read gap-y-6">
            {patterns
              .filter(({ matter }) => matter.kind === kind)
              .map(({ matter }) => (
                <li key={matter.id}>
                  <h3 className="font-serif text-lead">
                    <Link href={`/patterns/${matter.slug}`} className="decoration-hairline">
                      {matter.title}
                    </Link>
                  </h3>
                  <p className="mt-1 text-ink-soft">{matter.dek}</p>
                </li>
              ))}
          </ul>
        </Depth>
      ))}
    </div>
  );
}
