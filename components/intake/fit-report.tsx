import type { Fit, Verdict } from "#core/intake/fit.ts";

const VERDICTS: Record<Verdict, { readonly heading: string; readonly text: string }> = {
  structural: {
    heading: "This looks structural",
    text: "What you ticked points to an agreement between parts rather than to a fault in one of them.",
  },
  unclear: {
    heading: "It could go either way",
    text: "What you ticked does not tell a structural failure from an ordinary one. Your text may, when it is read.",
  },
  elsewhere: {
    heading: "A diagnosis is probably not what you need",
    text: "What you ticked speaks against a structural failure. You may go on all the same; something else is likely to help sooner.",
  },
};

/** How well the situation fits, said plainly, with the reasons and with what would help instead. */
export function FitReport({ fit }: { readonly fit: Fit }) {
  const { heading, text } = VERDICTS[fit.verdict];
  return (
    <div className="max-w-read">
      <h3 className="font-serif text-title">{heading}</h3>
      <p className="mt-3 font-serif text-read">{text}</p>
      <Sentences heading="Why" sentences={fit.reasons} />
      <Sentences heading="What would help instead" sentences={fit.instead} />
    </div>
  );
}

function Sentences({
  heading,
  sentences,
}: {
  readonly heading: string;
  readonly sentences: readonly string[];
}) {
  if (sentences.length === 0) return null;
  return (
    <>
      <h4 className="mt-7 text-base font-semibold">{heading}</h4>
      <ul className="mt-2 divide-y divide-hairline border-y border-hairline font-serif text-read">
        {sentences.map((sentence) => (
          <li key={sentence} className="py-2.5">
            {sentence}
          </li>
        ))}
      </ul>
    </>
  );
}
