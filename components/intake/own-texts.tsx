import { SIGNALS, type Signal } from "#core/fit/signals.ts";

/** What was written, as its sender reads it back. Every text is text. */
export interface OwnTexts {
  readonly system: string;
  readonly failing: string;
  readonly works: string;
  readonly tried: string;
  readonly relied: string;
  readonly known: string;
  readonly unanswered: string;
  readonly signals: readonly Signal[];
  readonly email: string | null;
  readonly phone: string | null;
  readonly name: string;
}

/** Questions without an answer are left out. */
export function OwnTextList({ texts }: { readonly texts: OwnTexts }) {
  const { email, phone, name } = texts;
  const answers = [
    ["The system", texts.system],
    ["What keeps failing", texts.failing],
    ["What works at the same time", texts.works],
    ["Fixes tried, and what happened next", texts.tried],
    ["Who relied on which guarantee", texts.relied],
    ["What is known for sure", texts.known],
    ["What nobody could answer", texts.unanswered],
    ["Signs ticked", texts.signals.map((signal) => SIGNALS[signal].statement).join("\n")],
    ["How to reach you", [name, email, phone].filter(Boolean).join("\n")],
  ] as const;
  return (
    <dl className="max-w-read divide-y divide-hairline border-y border-hairline">
      {answers
        .filter(([, answer]) => answer !== "")
        .map(([question, answer]) => (
          <div key={question} className="py-3">
            <dt className="sounding">{question}</dt>
            <dd className="mt-1 font-serif text-read whitespace-pre-line [overflow-wrap:anywhere]">
              {answer}
            </dd>
          </div>
        ))}
    </dl>
  );
}
