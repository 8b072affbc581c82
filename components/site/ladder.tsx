import { RUNGS, type Rung } from "#core/architecture/rung.ts";

const MEANINGS: Readonly<Record<Rung, string>> = {
  unstated: "Both sides rely on it. It is written down nowhere, so nobody can be asked to keep it.",
  stated: "It stands in a document, a contract or the code. People can know it; nothing holds them to it.",
  enforced:
    "Something refuses to go on without it: a check at run time, or a design in which it cannot fail.",
  verified: "Both sides are compared, in tests or all the time, and someone hears about it when they differ.",
};

/** The invariant ladder, lowest rung last, as one would draw it. */
export function Ladder() {
  return (
    <ol reversed className="max-w-read border-x-2 border-ink">
      {[...RUNGS].reverse().map((rung) => (
        <li key={rung} className="border-b-2 border-ink px-5 py-4 first:border-t-2">
          <h3 className="font-serif text-lead">{rung}</h3>
          <p className="mt-1 text-ink-soft">{MEANINGS[rung]}</p>
        </li>
      ))}
    </ol>
  );
}
