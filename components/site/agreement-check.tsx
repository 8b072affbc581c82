import type { AgreementCheck } from "#core/diagnosis/mechanism.ts";
import { sayDuration, sayRelation, sayTolerance } from "#core/report/say-check.ts";

/** What to watch instead of the two sides: what is read of each, how the two have to stand, and how old that may get. */
export function AgreementCheckText({ check }: { readonly check: AgreementCheck }) {
  const { reads, relation, tolerance, maximumAgeSeconds, sentence } = check;
  const [first, second] = reads;
  return (
    <>
      <p className="max-w-read font-serif text-read">{sentence}</p>
      <dl className="mt-5 grid max-w-read gap-x-8 gap-y-3 text-small sm:grid-cols-2">
        <Term name={`of ${first.from}`}>{first.projection}</Term>
        <Term name={`${sayRelation(relation)}, of ${second.from}`}>{second.projection}</Term>
        <Term name="tolerance">{sayTolerance(tolerance)}</Term>
        <Term name="counts as unknown after">{sayDuration(maximumAgeSeconds)}</Term>
      </dl>
    </>
  );
}

function Term({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <div>
      <dt className="sounding">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
