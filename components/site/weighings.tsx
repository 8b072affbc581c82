import { Sounding } from "#components/ui/sounding.tsx";
import { BASE } from "#core/diagnosis/weights.ts";
import type { WeighedQuestion, Weighing } from "#core/report/describe-mechanism.ts";
import { sayWeight } from "#core/report/say-check.ts";

/** The heaviest that anything weighs, which is where every pair begins; lines are drawn in proportion to it. */
const HEAVIEST = Math.abs(BASE);

/** What moves the engine at one place, each with its sounding and its reason. */
export function Weighings({
  weighings,
  caption,
}: {
  readonly weighings: readonly Weighing[];
  readonly caption: string;
}) {
  return (
    <table className="weighings">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Weight</th>
          <th scope="col">What, and why</th>
        </tr>
      </thead>
      <tbody>
        {weighings.map(({ label, weight, because }) => (
          <tr key={`${label} ${because}`}>
            <td>
              <span className="flex items-center gap-2">
                <Sounding share={weight / HEAVIEST} label={sayDirection(weight)} />
                <span className="sounding">{sayWeight(weight)}</span>
              </span>
            </td>
            <td>
              {label !== "" && <span className="font-medium">{label}: </span>}
              <span className={label === "" ? "" : "text-ink-soft"}>{because}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Questions with what every answer would weigh. */
export function WeighedQuestions({ questions }: { readonly questions: readonly WeighedQuestion[] }) {
  return (
    <ol className="grid max-w-read gap-y-7">
      {questions.map(({ text, answers }) => (
        <li key={text}>
          <h3 className="font-serif text-read">{text}</h3>
          <Weighings weighings={answers} caption={text} />
        </li>
      ))}
    </ol>
  );
}

function sayDirection(weight: number): string {
  if (weight === 0) return "speaks neither for nor against";
  return weight > 0 ? "speaks for" : "speaks against";
}
