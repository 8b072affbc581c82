import type { Metadata } from "next";
import Link from "next/link";
import { Depth } from "#components/site/depth.tsx";
import { Ladder } from "#components/site/ladder.tsx";
import { STEPS } from "./steps.ts";
import { WorkedExample } from "./worked-example.tsx";

export const ensureStatic = "navigation";

export const metadata: Metadata = {
  title: "Method",
  description: "How a session goes from a situation to findings, and the ladder that an invariant climbs.",
};

export default function MethodPage() {
  return (
    <div className="sheet">
      <header className="py-10 md:py-16">
        <h1 className="max-w-[18ch] display">How a session finds what nobody wrote down</h1>
        <p className="mt-5 max-w-read font-serif text-lead text-ink-soft">
          A session is one guided diagnosis of one architecture, by one person or a team. It starts from a
          contradiction and not from a fault, and it may end with nothing found.
        </p>
      </header>
      <Depth id="way" heading="The way of a session" sounding="seven steps">
        <ol className="grid max-w-read gap-y-7">
          {STEPS.map(({ name, text }, i) => (
            <li key={name} className="grid grid-cols-[2.5rem_minmax(0,1fr)]">
              <span className="sounding pt-2">{i + 1}</span>
              <div>
                <h3 className="font-serif text-lead">{name}</h3>
                <p className="mt-1 font-serif text-read">{text}</p>
              </div>
            </li>
          ))}
        </ol>
        <p className="mt-7 max-w-read font-serif text-read">
          The ways in which the engine knows a seam to fail are the <Link href="/mechanisms">mechanisms</Link>
          . Each has a page that says how it looks in a sketch, what it asks and how every answer weighs.
        </p>
      </Depth>
      <Depth id="example" heading="A worked example" sounding="from a sketch to a seam">
        <WorkedExample />
      </Depth>
      <Depth id="ladder" heading="The invariant ladder" sounding="four rungs">
        <Ladder />
        <p className="mt-6 max-w-read font-serif text-read">
          A rung counts only for the conditions it was shown under. A recovery that was tested one machine at
          a time has been verified for one machine at a time, and for the day when all of them recover
          together it stands where it always stood: unstated.
        </p>
      </Depth>
      <Depth id="contradiction" heading="Before any fix">
        <div className="grid max-w-read gap-4 font-serif text-read">
          <p>
            At a seam two requirements meet that cannot both be met as things are. Before proposing anything,
            the method asks what should become of them. Some contradictions are to be <em>resolved</em>, by a
            layer that lets both hold. Some are to be <em>reframed</em>, because one requirement turns out to
            stand for something else. And some are to be <em>kept</em>, because they are what drives the
            system.
          </p>
          <p>
            A change that adds the absent layer is a <em>structural move</em>. A change that covers the
            incident and inherits the assumption it rested on is a <em>proxy fix</em>. Both have their place;
            only one of them should be mistaken for the end of the matter.
          </p>
        </div>
      </Depth>
      <Depth id="monitor" heading="Afterwards">
        <div className="grid max-w-read gap-4 font-serif text-read">
          <p>
            Both sides of a seam can be watched and be well while the seam comes apart. What can be watched is
            the agreement itself: read what each side believes, compare, say how far apart they may be and how
            old the comparison may get. That is an <em>agreement check</em>, and one that has not reported in
            time counts as unknown, never as healthy.
          </p>
        </div>
        <p className="no-print mt-8 flex flex-wrap gap-3">
          <a href="/workbench" className="action action-first">
            Open the workbench
          </a>
          <Link href="/cases" className="action">
            Read the cases
          </Link>
        </p>
      </Depth>
    </div>
  );
}
