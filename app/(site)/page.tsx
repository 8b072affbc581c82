import Link from "next/link";
import { TwoSides } from "#components/diagram/two-sides.tsx";
import { Depth } from "#components/site/depth.tsx";
import { Fit } from "#components/site/fit.tsx";
import { cases } from "#content/generated/cases.ts";
import { CasesByZone } from "./cases-by-zone.tsx";
import { MoreToRead } from "./more-to-read.tsx";

export const ensureStatic = "navigation";

export default function HomePage() {
  return (
    <div className="sheet">
      <Opening />
      <Depth id="about" heading="What this series is about">
        <div className="grid max-w-read gap-4 font-serif text-read">
          <p>
            There are two ways for a system to be broken. The loud one takes everything down and tells you so.
            The other is selective: some operations work, some do not, every component reports healthy, and
            the person who looks at the dashboards concludes that the trouble must be somewhere else.
          </p>
          <p>
            It usually is. It is in an agreement: something that two components, built and tested apart, both
            have to hold true. Neither of them contains it, so neither can be seen to break it, and no diagram
            has a place for it. We call that place a <em>seam</em>. Each case here takes one seam that failed
            in public, says the agreement as one checkable sentence, and names the layer that would have
            carried it.
          </p>
        </div>
      </Depth>
      <Depth id="cases" heading="Cases" sounding="in three zones">
        <CasesByZone />
        <p className="mt-8 border-t border-hairline pt-4">
          <Link href="/cases">All {cases.length} cases, with search</Link>
        </p>
      </Depth>
      <Across />
      <Depth id="more" heading="More to read">
        <MoreToRead />
      </Depth>
      <Depth id="fit" heading="Is this your situation?">
        <Fit />
      </Depth>
      <Depth id="start" heading="Where to begin" sounding="with one question">
        <p className="max-w-read font-serif text-title">
          Is the object that is evaluated structurally identical to the object that is executed?
        </p>
        <div className="mt-4 grid max-w-read gap-4 font-serif text-read">
          <p>
            It was asked first of an authorization plugin. It can be asked wherever a decision is made in one
            place and carried out in another: a review and a deployment, a sandbox and the agent in it, a
            committee and what gets built.
          </p>
          <p>
            If something keeps failing at one place, and every fix holds until the next thing breaks beside
            it, another fix will not end it. Sketch the place, and let the questions find what nobody wrote
            down.
          </p>
        </div>
        <Ways />
      </Depth>
    </div>
  );
}

function Across() {
  return (
    <Depth id="pattern" heading="The pattern across them">
      <div className="grid max-w-read gap-4 font-serif text-read">
        <p>
          In each zone two requirements meet that are both right and cannot both be met as the architecture
          stands. They get traded against each other, one incident at a time, by people who see one side of
          it. What would settle the trade is a layer that is not there, and it is not there because the
          architecture has no word for what the layer would hold.
        </p>
        <p>
          This is also why the next incident can be foreseen. A contradiction that is covered in one place
          does not dissolve. It moves along the absent layer to the next place that has none.
        </p>
      </div>
    </Depth>
  );
}

function Opening() {
  return (
    <div className="grid items-center gap-x-8 gap-y-10 py-10 md:py-16 lg:grid-cols-[minmax(0,1fr)_34rem]">
      <div>
        <h1 className="display">
          Both sides are healthy. <span className="block">The agreement is not.</span>
        </h1>
        <p className="mt-6 max-w-read font-serif text-lead text-ink-soft">
          Production systems fail in ways that can be foreseen from their structure and cannot be seen from
          inside any one component. Seamark documents such failures, case by case, and has a workbench that
          helps you find the agreement that yours rests on before it is tested for you.
        </p>
        <Ways />
      </div>
      <TwoSides caption="Stitched: what must be the same on both sides. No connection carries it." />
    </div>
  );
}

function Ways() {
  return (
    <p className="no-print mt-8 flex flex-wrap gap-3">
      <a href="/workbench" className="action action-first">
        Open the workbench
      </a>
      <Link href="/situation" className="action">
        Describe your situation
      </Link>
      <Link href="/cases" className="action action-quiet self-center max-sm:-ml-1">
        or read the cases first
      </Link>
    </p>
  );
}
