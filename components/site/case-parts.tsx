import type { ReactNode } from "react";
import type { PartHeading } from "#core/series/spine.ts";
import type { Citation } from "#core/series/text-entry.ts";
import { ReportError } from "./report-error.tsx";
import type { CiteProps } from "./series-body.ts";
import { sayDate } from "./wording.ts";

interface WithChildren {
  readonly children: ReactNode;
}

/** The parts of one text, each under its heading and open to correction. */
export function partsOf(
  spine: readonly PartHeading[],
  { id, version }: { readonly id: string; readonly version: string },
) {
  return function Part({ name, children }: WithChildren & { readonly name: string }) {
    const entry = spine.find(({ part }) => part === name);
    if (entry === undefined) return null;
    const report = <ReportError text={id} version={version} part={name} heading={entry.heading} />;
    if (name === "claim") {
      return (
        <section id={entry.id} aria-label={entry.heading} className="claim">
          {children}
          {report}
        </section>
      );
    }
    return (
      <section aria-labelledby={entry.id}>
        <div className="part-heading">
          <h2 id={entry.id}>{entry.heading}</h2>
          {report}
        </div>
        {children}
      </section>
    );
  };
}

interface Cited {
  readonly matter: {
    readonly sources: readonly { readonly key: string; readonly publisher: string; readonly date: string }[];
  };
  readonly citations: readonly Citation[];
}

/** Numbers that lead to the sources. Each number can be found again from its source; the first has a note beside it. */
export function citeFor({ matter, citations }: Cited) {
  const numberOf = new Map(citations.map(({ key, number }) => [key, number]));
  const sourceOf = new Map(matter.sources.map((source) => [source.key, source]));
  return function Cite({ keys, places, notes }: CiteProps) {
    const ids = places.split(" ");
    const noted = notes.split(" ").flatMap((key) => sourceOf.get(key) ?? []);
    return (
      <>
        <span className="cite">
          {keys.split(" ").map((key, i) => (
            <a key={key} id={ids[i]} href={`#source-${key}`} aria-label={`Source ${numberOf.get(key) ?? ""}`}>
              {numberOf.get(key)}
            </a>
          ))}
        </span>
        {noted.map(({ key, publisher, date }) => (
          <span key={key} className="margin-note" aria-hidden="true">
            {numberOf.get(key)} {publisher}, {sayDate(date)}
          </span>
        ))}
      </>
    );
  };
}

/** What the sources do not say and we conclude; within a sentence, or as a block of its own. */
export function Inference({ block, children }: WithChildren & { readonly block?: string }) {
  const label = <span className="inference-label">we infer</span>;
  if (block === undefined) {
    return (
      <span className="inference">
        {label}
        {children}
      </span>
    );
  }
  return (
    <div className="inference-block">
      {label}
      {children}
    </div>
  );
}

export function Invariant({
  rung,
  limits,
  children,
}: WithChildren & { readonly rung: string; readonly limits?: string }) {
  return (
    <div className="invariant">
      {children}
      <p className="sounding">
        Invariant. Rung: {rung}
        {limits === undefined ? "" : `, ${limits} only`}
      </p>
    </div>
  );
}

export function Sides({ children }: WithChildren) {
  return <div className="sides">{children}</div>;
}

export function Side({ name, children }: WithChildren & { readonly name: string }) {
  return (
    <div className="side">
      <h3 className="sounding">{name}</h3>
      {children}
    </div>
  );
}

interface FixProps extends WithChildren {
  readonly date: string;
  readonly covered: string;
  readonly open: string;
}

export function Fix({ date, covered, open, children }: FixProps) {
  return (
    <div className="fix">
      <p className="sounding">
        <time dateTime={date}>{sayDate(date)}</time>
      </p>
      <div>
        {children}
        <dl>
          <div>
            <dt className="sounding">covered</dt>
            <dd>{covered}</dd>
          </div>
          <div>
            <dt className="sounding">left open</dt>
            <dd>{open}</dd>
          </div>
        </dl>
      </div>
    </div>
  );
}
