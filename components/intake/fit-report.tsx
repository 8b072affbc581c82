import { FIT_WORDING, type Fit } from "#core/fit/assess-fit.ts";

interface FitReportProps {
  readonly fit: Fit;
  /** Beside the questions it is a note; on a receipt it is the matter itself. */
  readonly isNote?: boolean;
}

/** How well the situation fits, said plainly, with the reasons and with what would help instead. */
export function FitReport({ fit, isNote = false }: FitReportProps) {
  const { heading, text } = FIT_WORDING[fit.verdict];
  return (
    <div className="max-w-read">
      <h3 className={isNote ? "font-serif text-lead" : "font-serif text-title"}>{heading}</h3>
      <p className={isNote ? "mt-1 font-serif" : "mt-3 font-serif text-read"}>
        {text}
        {fit.verdict === "unclear" && " Your text may, when it is read."}
      </p>
      <Sentences heading="Why" sentences={fit.reasons} isNote={isNote} />
      <Sentences heading="What would help instead" sentences={fit.instead} isNote={isNote} />
    </div>
  );
}

interface SentencesProps {
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly isNote: boolean;
}

function Sentences({ heading, sentences, isNote }: SentencesProps) {
  if (sentences.length === 0) return null;
  return (
    <>
      <h4 className={isNote ? "sounding mt-4" : "mt-7 text-base font-semibold"}>{heading}</h4>
      <ul
        className={`mt-2 divide-y divide-hairline border-y border-hairline font-serif ${isNote ? "" : "text-read"}`}
      >
        {sentences.map((sentence) => (
          <li key={sentence} className={isNote ? "py-1.5" : "py-2.5"}>
            {sentence}
          </li>
        ))}
      </ul>
    </>
  );
}
