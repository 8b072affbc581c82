import { ChartFigure } from "#components/diagram/chart-figure.tsx";
import { WalkedFigure, type DrawnStep } from "#components/diagram/walked-figure.tsx";
import { SaidBy } from "#components/site/said-by.tsx";
import { sayDate } from "#components/site/wording.ts";
import { drawnKeys, walkHeading, type WalkStep } from "#core/architecture/walk.ts";
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
  const steps = walk.map((step): DrawnStep => ({
    above: aboveOf(found, step),
    text: step.text,
    below: <SaidBy entry={found.entry} source={step.source} />,
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
              <SaidBy entry={found.entry} source={step.source} />
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
