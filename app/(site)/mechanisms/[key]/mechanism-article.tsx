import Link from "next/link";
import { ChartFigure } from "#components/diagram/chart-figure.tsx";
import { Depth } from "#components/site/depth.tsx";
import { DocumentedList } from "#components/site/documented-list.tsx";
import { MechanismSources } from "#components/site/mechanism-sources.tsx";
import { Weighings, WeighedQuestions } from "#components/site/weighings.tsx";
import { sayWord } from "#components/site/wording.ts";
import { percent } from "#core/report/wording.ts";
import { MechanismEnding } from "./mechanism-ending.tsx";
import type { ShownMechanism } from "../shown-mechanism.ts";

export function MechanismArticle({ found }: { readonly found: ShownMechanism }) {
  const { mechanism } = found;
  return (
    <article className="sheet">
      <header className="py-8 md:py-14">
        <p className="sounding">
          <Link href="/mechanisms">Mechanisms</Link> · {mechanism.zone} · {sayWord(mechanism.key)} ·{" "}
          {sayWord(mechanism.failureClass)}
        </p>
        <h1 className="mt-3 max-w-[20ch] display">{mechanism.title}</h1>
        <p className="mt-5 max-w-read font-serif text-lead text-ink-soft">{mechanism.description}</p>
      </header>
      <InSketch {...found} />
      <Depth id="invariant" heading="What must hold there">
        <div className="invariant max-w-read font-serif">
          <p>{found.shown.invariant}</p>
          <p className="sounding">Invariant, as the engine words it for this sketch</p>
        </div>
        <p className="max-w-read font-serif text-read">{found.shown.contradiction}</p>
      </Depth>
      <Why {...found} />
      <Depth id="questions" heading="Questions it leads to" sounding="with what each answer weighs">
        <WeighedQuestions questions={found.shown.questions} />
        <p className="mt-6 max-w-read text-small text-ink-soft">
          Besides, the engine asks what it asks <Link href="/mechanisms#agreement">of every agreement</Link>.
          That nobody knows is an answer, and speaks for a seam.
        </p>
      </Depth>
      <MechanismEnding mechanism={mechanism} />
      <Depth id="documented" heading="Where it happened">
        {found.cases.length + found.incidents.length === 0 ? (
          <p className="max-w-read font-serif text-read">
            No case or incident that we keep documents it yet. If it happened to you,{" "}
            <Link href="/situation">describe your situation</Link>.
          </p>
        ) : (
          <DocumentedList cases={found.cases} incidents={found.incidents} />
        )}
      </Depth>
      <Depth id="sources" heading="Sources">
        <MechanismSources sources={mechanism.sources} />
      </Depth>
    </article>
  );
}

function InSketch({ mechanism, sketch, shown }: ShownMechanism) {
  return (
    <Depth id="sketch" heading="In a sketch" sounding="an example">
      <h3 className="font-serif text-lead">{sketch.title}</h3>
      <p className="mt-1 mb-5 max-w-read font-serif text-read">{sketch.summary}</p>
      <ChartFigure
        architecture={sketch}
        seams={[shown.seam]}
        caption={`The seam: ${sketch.agreements[0]?.about ?? ""}.`}
        idPrefix={mechanism.key}
        size="natural"
      />
    </Depth>
  );
}

function Why({ shown }: ShownMechanism) {
  const base = { label: "", weight: shown.base, because: "most places of this shape are guarded" };
  return (
    <Depth id="why" heading="Why the engine looks here" sounding="by the drawing alone">
      <div className="max-w-read">
        <Weighings
          weighings={[base, ...shown.signs]}
          caption="What speaks for a seam and against it in the drawing"
        />
        <p className="mt-4 font-serif text-read">
          Weights are log-odds and add up. In this drawing they come to {percent(shown.probability)}, before
          anything was asked.
        </p>
      </div>
    </Depth>
  );
}
