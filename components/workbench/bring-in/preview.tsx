import { Button } from "#components/ui/button.tsx";
import { Check } from "#components/ui/check.tsx";
import { isEmptySession } from "#core/document/new-session.ts";
import type { Session } from "#core/document/session.schema.ts";
import { countNotes, countWords } from "#core/interchange/import-words.ts";
import type { Imported } from "#core/interchange/importer.ts";
import { useMemo, useState } from "react";
import { usePaper } from "../canvas/paper.tsx";
import { componentsSelected, NOTHING } from "../selection.ts";
import { useWorkbench } from "../workbench-context.ts";
import type { FoundMerge } from "./bring-in-work.ts";
import { corrected, type AnyKind, type Corrections } from "./corrected.ts";
import { foundWords } from "./found-words.ts";
import { IncomingDrawing } from "./incoming-drawing.tsx";
import { newComponents, standings, summary } from "./merge-words.ts";
import type { Reader } from "./reader.ts";
import { RowList } from "./row-list.tsx";
import { guessedFacts, rowsOf, type Row } from "./rows.ts";
import { useMerge } from "./use-merge.ts";

/** More than these nobody takes in hand together, and each of them would be drawn with its lines one by one. */
const MOST_SELECTED = 200;

interface PreviewProps {
  readonly imported: Imported;
  readonly merge: Reader["merge"];
  readonly intoOpen: boolean;
  /** Called with what has come of it. */
  readonly onDone: (sentence: string) => void;
  readonly onCancel: () => void;
  readonly onNew: (session: Session) => void;
}

/** What was read, where it can go, and everything in it one by one. */
export function Preview({ imported, merge, intoOpen, onDone, onCancel, onNew }: PreviewProps) {
  const { session: there } = useWorkbench();
  const takeIn = useTakingIn(onDone);
  const [isInto, setInto] = useState(intoOpen && !isEmptySession(there));
  const [corrections, setCorrections] = useState<Corrections>(new Map());
  const sketch = useMemo(() => corrected(imported, corrections), [imported, corrections]);
  const found = useMerge(merge, isInto ? there : null, corrections);
  const merged = found?.ok === true ? found.value : null;
  const rows = useMemo(() => rowsOf(imported, sketch), [imported, sketch]);
  const standing = useMemo(() => (merged === null ? null : standings(there, merged)), [there, merged]);
  const correct = (key: string, kind: AnyKind) =>
    setCorrections((before) => new Map([...before, [key, kind]]));
  const bringIn = () => {
    if (!isInto) onNew(sketch);
    else if (merged !== null) takeIn(merged);
  };
  return (
    <>
      <div className="grid gap-x-12 gap-y-6 pt-6 lg:grid-cols-2">
        <div>
          <Counts rows={rows} session={sketch} />
          <Where isInto={isInto} title={there.architecture.title} onChange={setInto} />
          {isInto && <Outcome there={there} found={found} onCancel={onCancel} />}
          <p className="pt-4">
            <Button rank="first" onClick={bringIn} disabled={isInto && merged?.fits !== true}>
              {isInto ? "Bring it in" : "Open as a new sketch"}
            </Button>
          </p>
        </div>
        <IncomingDrawing session={sketch} />
      </div>
      <RowList rows={rows} session={sketch} standing={standing} onKind={correct} />
    </>
  );
}

/** Brings in what was found, shows it, and says what came of it. */
function useTakingIn(onDone: PreviewProps["onDone"]): (merged: FoundMerge) => void {
  const { session: there, takeIn, select } = useWorkbench();
  const { show } = usePaper();
  return (merged) => {
    const added = newComponents(there, merged.difference);
    takeIn(merged.difference);
    onDone(`${summary(there, merged)} Undo takes it out again.`);
    select(added.length > MOST_SELECTED ? NOTHING : componentsSelected(...added));
    // Drawing a thousand boxes is a piece of work of its own, after the page has shown that they are here.
    if (added.length > 0) requestAnimationFrame(() => setTimeout(() => show(added)));
  };
}

interface OutcomeProps {
  readonly there: Session;
  readonly found: ReturnType<typeof useMerge>;
  readonly onCancel: () => void;
}

/** What it would make of the open sketch, once that is found out. */
function Outcome({ there, found, onCancel }: OutcomeProps) {
  if (found?.ok === false)
    return (
      <p role="alert" className="text-small font-medium">
        It cannot be brought in here: {found.error}. Your sketch is as it was.
      </p>
    );
  return (
    <div role="status" className="text-small">
      {found === null ? (
        <p className="flex flex-wrap items-center gap-x-4">
          Comparing it with what is there…
          <Button rank="quiet" onClick={onCancel}>
            Cancel
          </Button>
        </p>
      ) : (
        summary(there, found.value)
      )}
    </div>
  );
}

function Counts({ rows, session }: { readonly rows: readonly Row[]; readonly session: Session }) {
  const asked = guessedFacts(session.architecture);
  return (
    <div className="text-small">
      <p className="text-base font-medium first-letter:uppercase">{foundWords(session.architecture)}</p>
      <p className="pt-1 text-ink-soft">
        {rows.length === 0
          ? "Nothing in it has a place on a sketch."
          : `${countWords(countNotes(rows.map(({ note }) => note)))}.`}
        {asked > 0 &&
          (asked === 1
            ? " 1 fact is a guess until somebody confirms it."
            : ` ${asked} facts are guesses until somebody confirms them.`)}
      </p>
    </div>
  );
}

interface WhereProps {
  readonly isInto: boolean;
  readonly title: string;
  readonly onChange: (isInto: boolean) => void;
}

function Where({ isInto, title, onChange }: WhereProps) {
  return (
    <fieldset className="mt-6 text-small">
      <legend className="sounding">Where it goes</legend>
      <Check type="radio" name="where" checked={!isInto} onChange={() => onChange(false)}>
        A sketch of its own
      </Check>
      <Check type="radio" name="where" checked={isInto} onChange={() => onChange(true)}>
        Into “{title}”, beside what is there
      </Check>
    </fieldset>
  );
}
