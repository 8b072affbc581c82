import { FIT_WORDING, type Fit } from "#core/fit/assess-fit.ts";

/** How well the situation fits, said plainly, with the reasons and with what would help instead. */
export function FitReport({ fit }: { readonly fit: Fit }) {
  const { heading, text } = FIT_WORDING[fit.verdict];
  return (
    <div className="max-w-read">
      <h3 className="font-serif text-title">{heading}</h3>
      <p className="mt-3 font-serif text-read">
        {text}
        {fit.verdict === "unclear" && " Your text may, when it is read."}
      </p>
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
