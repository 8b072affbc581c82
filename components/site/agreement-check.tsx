import type { AgreementCheck } from "#core/diagnosis/mechanism.ts";
import { sayDuration, sayWord } from "./wording.ts";

/** What to watch instead of the two sides: what is read of each, how the two have to stand, and how old that may get. */
export function AgreementCheckText({ check }: { readonly check: AgreementCheck }) {
  const { reads, relation, tolerance, maximumAgeSeconds, sentence } = check;
  const [first, second] = reads;
  return (
    <>
      <p className="max-w-read font-serif text-read">{sentence}</p>
      <dl className="mt-5 grid max-w-read gap-x-8 gap-y-3 text-small sm:grid-cols-2">
        <Term name={`of ${first.from}`}>{first.projection}</Term>
        <Term name={`${sayWord(relation)}, of ${second.from}`}>{second.projection}</Term>
        <Term name="tolerance">{sayTolerance(tolerance)}</Term>
        <Term name="counts as unknown after">{sayDuration(maximumAgeSeconds)}</Term>
      </dl>
    </>
  );
}

/** Below zero is no tolerance but room that has to be left. */
function sayTolerance({ amount, unit }: AgreementCheck["tolerance"]): string {
  if (amount < 0) return `${-amount} ${unit} to spare`;
  return amount === 0 ? `no ${unit}` : `${amount} ${unit}`;
}

function Term({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <div>
      <dt className="sounding">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
