import { FACT_WORDING } from "#core/architecture/fact-wording.ts";
import { guessWords, isGuessOf } from "#core/interchange/import-words.ts";
import type { Session } from "#core/document/session.schema.ts";
import { answerWords } from "#core/report/wording.ts";
import { useDeferredValue, useId, useState } from "react";
import { asSentence } from "../as-sentence.ts";
import { KindSelect } from "../panels/kind-select.tsx";
import { elementKey, kindsFor, type AnyKind } from "./corrected.ts";
import { Place } from "./place.tsx";
import { GROUPS, placeWords, type Row } from "./rows.ts";

/** More than these nobody reads; typing narrows them. */
const MOST = 200;

const HOW = {
  all: { words: "All", has: () => true },
  guessed: { words: "Guessed", has: ({ note }: Row) => note.how === "guessed" },
  "left-out": { words: "Left out", has: ({ note }: Row) => note.how === "left-out" },
  recognized: { words: "Recognized", has: ({ note }: Row) => note.how === "recognized" },
  "in-part": { words: "With a guess", has: ({ note }: Row) => note.guesses.length > 0 },
} as const;
type How = keyof typeof HOW;

interface RowListProps {
  readonly rows: readonly Row[];
  readonly session: Session;
  /** What of it is in the open sketch, as what; null while it is to be a sketch of its own. */
  readonly standing: ((row: Row) => string) | null;
  readonly onKind: (key: string, kind: AnyKind) => void;
}

/** Everything in the files, one by one: what it becomes, and by which line. */
export function RowList({ rows, session, standing, onKind }: RowListProps) {
  const [how, setHow] = useState<How>("all");
  const [text, setText] = useState("");
  const filterId = useId();
  const wanted = useDeferredValue(text).trim().toLowerCase();
  const shown = rows.filter(
    (row) =>
      HOW[how].has(row) &&
      `${row.name} ${row.note.what} ${placeWords(row.note)}`.toLowerCase().includes(wanted),
  );
  const counted = (one: How) => rows.filter(HOW[one].has).length;
  if (rows.length === 0) return null;
  const ways = (Object.keys(HOW) as How[]).filter((one) => one === "all" || counted(one) > 0);
  return (
    <section aria-labelledby="brought-in" className="pt-6">
      <h3 id="brought-in" className="sounding pb-2">
        What is in it
      </h3>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 pb-3">
        <span role="group" aria-label="Show" className="flex flex-wrap gap-x-3">
          {ways.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={how === one}
              className="min-h-7 cursor-pointer text-small underline decoration-transparent underline-offset-4 hover:decoration-rule aria-pressed:font-semibold aria-pressed:decoration-ink"
              onClick={() => setHow(one)}
            >
              {HOW[one].words} <span className="sounding">{counted(one)}</span>
            </button>
          ))}
        </span>
        <label htmlFor={filterId} className="sr-only">
          Narrow the list by a name
        </label>
        <input
          id={filterId}
          className="field min-w-0 flex-1 basis-40"
          placeholder="A name, a file, a line"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      <p role="status" className="sr-only">
        {shown.length} of {rows.length} shown
      </p>
      {shown.length === 0 && (
        <p className="max-w-read text-small text-ink-soft">
          Nothing {how === "all" ? "in it" : "of these"} has “{text.trim()}” in its name, its file or its
          line.
        </p>
      )}
      {GROUPS.map((group) => {
        const inGroup = shown.filter((row) => row.group === group);
        if (inGroup.length === 0) return null;
        return (
          <section key={group} aria-label={group} className="pb-4">
            <h4 className="border-b border-rule pb-1 text-small font-semibold">
              {group} <span className="sounding">{inGroup.length}</span>
            </h4>
            <ul>
              {inGroup.slice(0, MOST).map((row, i) => (
                <RowItem
                  key={`${row.note.about === null ? "" : elementKey(row.note.about)} ${i}`}
                  row={row}
                  session={session}
                  standing={standing?.(row) ?? ""}
                  onKind={onKind}
                />
              ))}
            </ul>
            {inGroup.length > MOST && (
              <p className="py-2 text-small text-ink-soft">
                And {inGroup.length - MOST} more. Type a name to see them.
              </p>
            )}
          </section>
        );
      })}
    </section>
  );
}

interface RowItemProps extends Omit<RowListProps, "rows" | "standing"> {
  readonly row: Row;
  readonly standing: string;
}

function RowItem({ row, session, standing, onKind }: RowItemProps) {
  const { note, name, kind, facts } = row;
  const id = useId();
  const { about } = note;
  const kinds = about === null ? [] : kindsFor(about);
  const isKindOpen = (note.how === "guessed" || isGuessOf(note, "kind")) && about !== null && kind !== null;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-b border-hairline py-2 text-small">
      <div className="min-w-0 wrap-anywhere">
        {name !== "" && (
          <span className="font-medium">
            {name}
            {standing !== "" && <span className="sounding"> {standing}</span>}
          </span>
        )}
        <span className="block text-ink-soft">
          {note.how === "guessed" && "A guess. "}
          {note.what}
        </span>
        {note.guesses.map((guess) => (
          <span key={guess.of} className="block text-ink-soft">
            {asSentence(guessWords(guess))}
          </span>
        ))}
        <Place {...note} />
      </div>
      {isKindOpen ? (
        <span>
          <label htmlFor={id} className="sr-only">
            Kind of {name}
          </label>
          <KindSelect
            id={id}
            kinds={kinds}
            kind={kind}
            onChange={(next) => onKind(elementKey(about), next)}
          />
        </span>
      ) : (
        <span className="font-mono text-sounding">{kind}</span>
      )}
      {facts.length > 0 && (
        <ul className="col-span-full pt-1 pl-4">
          {facts.map(({ address, answer }) => (
            <li key={`${address.fact} ${answer.by}`} className="wrap-anywhere">
              {FACT_WORDING[address.fact].label}:{" "}
              {answerWords(session.architecture, address.fact, answer.value)}
              <span className="text-ink-soft">
                {answer.guessed === true && ", a guess that is asked later"}
                {answer.evidence !== undefined && ` (${answer.evidence})`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
