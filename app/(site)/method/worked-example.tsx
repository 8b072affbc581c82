import Link from "next/link";
import { ChartFigure } from "#components/diagram/chart-figure.tsx";
import { percent } from "#core/report/wording.ts";
import { workExample } from "./work-example.ts";

/** One published case from a bare sketch to its finding, by the questions and answers of the engine itself. */
export function WorkedExample() {
  const { entry, architecture, first, asked, found } = workExample();
  const nameOf = (id: string) => architecture.components.find((one) => one.id === id)?.name ?? id;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
      <p className="max-w-read font-serif text-read">
        The host of <Link href={`/cases/${entry.matter.slug}`}>“{entry.matter.title}”</Link>, as the people
        who ran it would have drawn it. The engine is given the drawing and nothing else, and its questions
        are answered from the public record. It is run anew whenever this page is made.
      </p>
      <ChartFigure
        architecture={architecture}
        seams={[found.between]}
        caption="The sketch. The stitched line is where the questions end up; it is not part of what the engine is given."
        idPrefix="worked"
        size="natural"
      />
      <div className="max-w-read">
        <h3 className="mb-2 font-semibold">From the drawing alone</h3>
        <ol className="grid gap-y-2">
          {first.map(({ between, title, probability }) => (
            <li
              key={title + between.join("~")}
              className="grid grid-cols-[3.5rem_minmax(0,1fr)] font-serif text-read"
            >
              <span className="sounding pt-1.5">{percent(probability)}</span>
              <span>
                {nameOf(between[0])} and {nameOf(between[1])}: {title.toLowerCase()}
              </span>
            </li>
          ))}
        </ol>
      </div>
      <div className="max-w-read">
        <h3 className="mb-2 font-semibold">What it asks, and what the record says</h3>
        <ol className="grid gap-y-3">
          {asked.map(({ text, answer }, i) => (
            <li key={text} className="grid grid-cols-[3.5rem_minmax(0,1fr)] font-serif text-read">
              <span className="sounding pt-1.5">{i + 1}</span>
              <span>
                {text}
                <span className="block text-ink-soft">{answer}</span>
              </span>
            </li>
          ))}
        </ol>
      </div>
      <div className="max-w-read">
        <h3 className="mb-2 font-semibold">Where it ends: {percent(found.probability)}</h3>
        <div className="invariant font-serif">
          <p>{found.invariant}</p>
          <p className="sounding">Invariant, as the engine words it. Rung: {found.ladder.rung}</p>
        </div>
        <p className="font-serif text-read">
          Absent layer: {found.absentLayer} Where it goes if the layer stays absent: {found.migration}
        </p>
      </div>
    </div>
  );
}
