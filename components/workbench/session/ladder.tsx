import { RUNGS, type LadderPlace } from "#core/architecture/rung.ts";
import { ladderWords } from "#core/report/wording.ts";

interface LadderProps {
  readonly place: LadderPlace;
  /** False while nobody was asked: then no rung is reached, and none is missed. */
  readonly isAsked: boolean;
}

/** The invariant ladder as one line, drawn up to the rung that was reached, with what limits it. */
export function Ladder({ place, isAsked }: LadderProps) {
  const reached = isAsked ? RUNGS.indexOf(place.rung) : -1;
  const words = ladderWords(place);
  return (
    <div className="mt-3">
      <ol className="ladder" aria-label={`Rung: ${isAsked ? words : "not asked yet"}`}>
        {RUNGS.map((rung, i) => (
          <li key={rung} data-reached={i <= reached} aria-current={i === reached ? "step" : undefined}>
            {rung}
          </li>
        ))}
      </ol>
      {!isAsked && <p className="text-small text-ink-soft">Not asked yet.</p>}
      {isAsked && words !== place.rung && (
        <p className="text-small text-ink-soft">{words.slice(place.rung.length + 2)}</p>
      )}
    </div>
  );
}
