import { ChartFigure } from "#components/diagram/chart-figure.tsx";
import { WalkedFigure, type DrawnStep } from "#components/diagram/walked-figure.tsx";
import { sayDate } from "#components/site/wording.ts";
import { drawnKeys, INFERENCE, walkHeading, type WalkStep } from "#core/architecture/walk.ts";
import type { ReactNode } from "react";
import type { PublishedCase } from "../published-case.ts";

interface WalkedArchitectureProps {
  readonly found: PublishedCase;
  readonly caption: string;
}

/** The drawing of a case, and under it how it failed, step by step: a list, or over the drawing itself. */
export function WalkedArchitecture({ found, caption }: WalkedArchitectureProps) {
  const { incident, walk, entry } = found;
  const [seam] = incident.documented.seam.between;
  const figure = (
    <ChartFigure
      architecture={incident.architecture}
      seams={seam === undefined ? [] : [seam]}
      caption={caption}
      idPrefix={entry.matter.slug}
    />
  );
  if (walk.length === 0) return figure;
  const steps = walk.map((step): DrawnStep => ({
    above: aboveOf(found, step),
    text: step.text,
    below: <Source found={found} step={step} />,
    lit: drawnKeys(step),
  }));
  return <WalkedFigure figure={figure} list={<StepList found={found} />} steps={steps} />;
}

function StepList({ found }: { readonly found: PublishedCase }) {
  return (
    <section aria-labelledby="walk" className="walked-list">
      <h3 id="walk">How it failed, step by step</h3>
      <ol>
        {found.walk.map((step, i) => (
          <li key={i}>
            <p className="sounding">{aboveOf(found, step)}</p>
            <p>{step.text}</p>
            <p className="sounding">
              <Source found={found} step={step} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function aboveOf({ incident }: PublishedCase, step: WalkStep): string {
  return step.when === "" ? walkHeading(incident.architecture, step) : sayDate(step.when);
}

/** The source with its number in the text, or that nobody says it. */
function Source({ found, step }: { readonly found: PublishedCase; readonly step: WalkStep }): ReactNode {
  if (step.source === INFERENCE) return "We infer this; no source says it.";
  const { matter, citations } = found.entry;
  const source = matter.sources.find(({ key }) => key === step.source);
  const number = citations.find(({ key }) => key === step.source)?.number;
  return (
    <a href={`#source-${step.source}`}>
      Source {number}
      {source === undefined ? "" : `, ${source.publisher}`}
    </a>
  );
}
