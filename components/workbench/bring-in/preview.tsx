import { Button } from "#components/ui/button.tsx";
import { Check } from "#components/ui/check.tsx";
import type { Command } from "#core/document/command.ts";
import { mergeSketch, type Merged } from "#core/document/merge-sketch.ts";
import type { Positions } from "#core/document/places-beside.ts";
import { isEmptySession } from "#core/document/new-session.ts";
import type { Session } from "#core/document/session.schema.ts";
import { countNotes, countWords } from "#core/interchange/import-words.ts";
import type { Imported } from "#core/interchange/importer.ts";
import { useDeferredValue, useMemo, useState } from "react";
import { usePaper } from "../canvas/paper.tsx";
import { howMany } from "../how-many.ts";
import { componentsSelected } from "../selection.ts";
import { useWorkbench } from "../workbench-context.ts";
import { corrected, guessedKinds, type AnyKind, type Corrections } from "./corrected.ts";
import { foundWords } from "./found-words.ts";
import { IncomingDrawing } from "./incoming-drawing.tsx";
import { RowList } from "./row-list.tsx";
import { guessedFacts, rowsOf, type Row } from "./rows.ts";

interface PreviewProps {
  readonly imported: Imported;
  /** Where its components would lie in another sketch, where they are many. */
  readonly places: Positions | null;
  readonly intoOpen: boolean;
  /** Called with what has come of it. */
  readonly onDone: (sentence: string) => void;
  readonly onNew: (session: Session) => void;
}

/** What was read, where it can go, and everything in it one by one. */
export function Preview({ imported, places, intoOpen, onDone, onNew }: PreviewProps) {
  const { session: there, dispatch, select } = useWorkbench();
  const { show } = usePaper();
  const [isInto, setInto] = useState(intoOpen && !isEmptySession(there));
  const [corrections, setCorrections] = useState<Corrections>(new Map());
  const sketch = useMemo(() => corrected(imported, corrections), [imported, corrections]);
  const merge = useMemo(
    (): Extract<Command, { type: "merge-sketch" }> => ({
      type: "merge-sketch",
      sketch: places === null ? sketch : { ...sketch, positions: places },
      guessedKinds: guessedKinds(imported, corrections),
    }),
    [imported, places, sketch, corrections],
  );
  const settled = useDeferredValue(merge);
  const merged = useMemo(() => (isInto ? mergeSketch(there, settled) : null), [isInto, there, settled]);
  const rows = useMemo(() => rowsOf(imported, sketch), [imported, sketch]);
  const correct = (key: string, kind: AnyKind) =>
    setCorrections((before) => new Map([...before, [key, kind]]));
  const bringIn = () => {
    if (!isInto) {
      onNew(sketch);
      return;
    }
    const after = settled === merge && merged !== null ? merged : mergeSketch(there, merge);
    const added = newIn(after);
    dispatch(merge);
    onDone(`${summary(there, after)} Undo takes it out again.`);
    select(componentsSelected(...added.components));
    if (added.components.length > 0) show(added.components);
  };
  return (
    <>
      <div className="grid gap-x-12 gap-y-6 pt-6 lg:grid-cols-2">
        <div>
          <Counts rows={rows} session={sketch} />
          <Where isInto={isInto} title={there.architecture.title} onChange={setInto} />
          <p role="status" className="text-small">
            {merged !== null && summary(there, merged)}
          </p>
          <p className="pt-4">
            <Button rank="first" onClick={bringIn} disabled={merged?.fits === false}>
              {isInto ? "Bring it in" : "Open as a new sketch"}
            </Button>
          </p>
        </div>
        <IncomingDrawing session={sketch} />
      </div>
      <RowList
        rows={rows}
        session={sketch}
        standing={merged === null ? null : (row) => standingOf(there, merged, row)}
        onKind={correct}
      />
    </>
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

/** Ids in the merged sketch of what was not there before. */
function newIn({ names, matched }: Merged) {
  const fresh = (kind: keyof Merged["names"]) =>
    [...names[kind]].flatMap(([id, name]) => (matched[kind].has(id) ? [] : [name]));
  return {
    components: fresh("components"),
    connections: fresh("connections"),
    boundaries: fresh("boundaries"),
  };
}

/** What comes of bringing it in, in one or two sentences. */
function summary(there: Session, merged: Merged): string {
  if (!merged.fits) return "Both together are more than a sketch can hold.";
  const added = newIn(merged);
  const answers = answersIn(merged.session) - answersIn(there);
  if (Object.values(added).every(({ length }) => length === 0) && answers === 0)
    return "Everything in it is here already: nothing changes.";
  const parts = [
    ...some(added.components.length, "component"),
    ...some(added.connections.length, "connection"),
    ...some(added.boundaries.length, "boundary", "boundaries"),
    ...some(answers, "answer"),
  ];
  const { size } = merged.matched.components;
  const known =
    size === 0
      ? ""
      : ` ${howMany(size, "component")} ${size === 1 ? "is" : "are"} here already and ${size === 1 ? "stays" : "stay"} as ${size === 1 ? "it is" : "they are"}.`;
  return `New: ${parts.join(", ")}.${known}`;
}

function some(count: number, one: string, many?: string): readonly string[] {
  return count === 0 ? [] : [howMany(count, one, many)];
}

function answersIn({ architecture }: Session): number {
  const { components, connections, agreements } = architecture;
  return [...components, ...connections, ...agreements].reduce(
    (sum, { facts }) => sum + Object.keys(facts).length,
    0,
  );
}

const LISTS = {
  component: "components",
  connection: "connections",
  boundary: "boundaries",
  object: "objects",
} as const;

/** Whether the open sketch has it, and under another name or kind where that is so. */
function standingOf({ architecture }: Session, { matched }: Merged, { note, name, kind }: Row): string {
  const [list, id] = Object.entries(note.about ?? {})[0] ?? [];
  if (list === undefined || !(list in LISTS)) return "";
  const there = matched[LISTS[list as keyof typeof LISTS]].get(String(id));
  if (there === undefined) return "new";
  const one = [...architecture.components, ...architecture.boundaries].find((other) => other.id === there);
  if (one === undefined || list === "connection") return "here already";
  const differs = [
    ...(one.name === name ? [] : [`called “${one.name}”`]),
    ...(one.kind === kind ? [] : [`of kind ${one.kind}`]),
  ];
  return differs.length === 0 ? "here already" : `here already, ${differs.join(" and ")}`;
}
