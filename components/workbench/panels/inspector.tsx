import { Button } from "#components/ui/button.tsx";
import type { Facts } from "#core/architecture/architecture.schema.ts";
import { answersOf } from "#core/architecture/reading.ts";
import { addressOf, pairKey, type Pair, type Subject } from "#core/architecture/subject.ts";
import {
  AGREEMENT_FACTS,
  COMPONENT_FACTS,
  COMPONENT_KINDS,
  CONNECTION_FACTS,
  CONNECTION_KINDS,
} from "#core/architecture/vocabulary.ts";
import type { MarkedSeam } from "#core/document/session.schema.ts";
import { componentName } from "#core/report/wording.ts";
import { useEffect, useId, useRef } from "react";
import { focusComponent } from "../canvas/focus-component.ts";
import { HistorySection } from "../history/history-section.tsx";
import { newId } from "../new-id.ts";
import { selectedPair } from "../selection.ts";
import { useSketchActions } from "../use-sketch-actions.ts";
import { useTyped } from "../use-typed.ts";
import { useWorkbench } from "../workbench-context.ts";
import { BoundaryChoices, BoundaryInspector } from "./boundary-inspector.tsx";
import { FactField } from "./fact-field.tsx";
import { KindSelect } from "./kind-select.tsx";

/** What is selected, with everything that can be said about it. */
export function Inspector() {
  const { session, selection } = useWorkbench();
  const pair = selectedPair(selection);
  const [only, ...more] = selection.components;
  if (selection.connection !== null)
    return <ConnectionInspector key={selection.connection} id={selection.connection} />;
  if (pair !== null) return <PairInspector key={pairKey(...pair)} pair={pair} />;
  if (selection.boundary !== undefined)
    return <BoundaryInspector key={selection.boundary} id={selection.boundary} />;
  if (only !== undefined && more.length === 0) return <ComponentInspector key={only} id={only} />;
  if (session.architecture.components.length === 0) return null;
  return (
    <p className="text-small text-ink-soft">
      {more.length > 0
        ? `${selection.components.length} components selected. Two of them can be marked as a seam.`
        : "Select something on the sketch to say what it is."}
    </p>
  );
}

function ComponentInspector({ id }: { readonly id: string }) {
  const { session, dispatch, renaming, rename } = useWorkbench();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (renaming !== id || isCanvasShown()) return;
    rename(null);
    field.current?.focus();
    field.current?.select();
  }, [renaming, rename, id]);
  const component = session.architecture.components.find((entry) => entry.id === id);
  const name = useTyped(component?.name ?? "", (typed) =>
    dispatch({ type: "rename-component", id, name: typed }),
  );
  const nameId = useId();
  const kindId = useId();
  if (component === undefined) return null;
  return (
    <div>
      <label htmlFor={nameId} className="sounding">
        Name
      </label>
      <input
        ref={field}
        id={nameId}
        {...name}
        className="field mb-2"
        maxLength={100}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.currentTarget.blur();
          focusComponent(id);
        }}
      />
      <label htmlFor={kindId} className="sounding">
        Kind
      </label>
      <KindSelect
        id={kindId}
        kinds={COMPONENT_KINDS}
        kind={component.kind}
        onChange={(kind) => dispatch({ type: "set-component-kind", id, kind })}
      />
      <BoundaryChoices component={component} />
      <FactList about={{ component: id }} names={Object.keys(COMPONENT_FACTS)} facts={component.facts} />
      <HistorySection about={id} />
    </div>
  );
}

/** Names are given on the canvas where there is one; otherwise here. */
function isCanvasShown(): boolean {
  return document.querySelector(".sketch-canvas")?.checkVisibility() === true;
}

function ConnectionInspector({ id }: { readonly id: string }) {
  const { session, dispatch } = useWorkbench();
  const { architecture } = session;
  const connection = architecture.connections.find((entry) => entry.id === id);
  const kindId = useId();
  const objectId = useId();
  const carried = architecture.objects.find((entry) => entry.id === connection?.carries)?.name ?? "";
  const carry = (typed: string) => {
    const name = typed.trim();
    if (name === carried) return;
    const known = architecture.objects.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
    const object = name === "" ? null : (known?.id ?? newId("object"));
    dispatch(
      ...(object === null || known !== undefined ? [] : [{ type: "add-object", id: object, name } as const]),
      { type: "set-carried-object", id, object },
    );
  };
  const object = useTyped(carried, carry, { isWhole: true });
  if (connection === undefined) return null;
  return (
    <div>
      <p className="pb-2 text-small">
        {componentName(architecture, connection.from)}
        <span className="text-ink-soft"> to </span>
        {componentName(architecture, connection.to)}
      </p>
      <label htmlFor={kindId} className="sounding">
        Kind of connection
      </label>
      <KindSelect
        id={kindId}
        kinds={CONNECTION_KINDS}
        kind={connection.kind}
        onChange={(kind) => dispatch({ type: "set-connection-kind", id, kind })}
      />
      <label htmlFor={objectId} className="sounding mt-2 block">
        What travels on it
      </label>
      <input
        id={objectId}
        {...object}
        list={`${objectId}-known`}
        className="field"
        maxLength={100}
        onKeyDown={(event) => {
          if (event.key === "Enter") object.onBlur();
        }}
      />
      <datalist id={`${objectId}-known`}>
        {architecture.objects.map((entry) => (
          <option key={entry.id} value={entry.name} />
        ))}
      </datalist>
      <FactList about={{ connection: id }} names={Object.keys(CONNECTION_FACTS)} facts={connection.facts} />
    </div>
  );
}

function PairInspector({ pair }: { readonly pair: Pair }) {
  const { session, dispatch } = useWorkbench();
  const { mark } = useSketchActions();
  const { architecture, seams } = session;
  const is = (between: Pair) => pairKey(...between) === pairKey(...pair);
  const seam = seams.find(({ between }) => is(between));
  const agreement = architecture.agreements.find(({ between }) => is(between));
  const isIndependent = session.independent.some(is);
  return (
    <div>
      <p className="pb-2 text-small">
        {componentName(architecture, pair[0])}
        <span className="text-ink-soft"> and </span>
        {componentName(architecture, pair[1])}
      </p>
      {seam === undefined ? (
        <Button rank="quiet" onClick={() => mark(...pair)}>
          Mark a seam between them
        </Button>
      ) : (
        <>
          <SeamNote seam={seam} />
          <Button rank="quiet" onClick={() => dispatch({ type: "unmark-seam", id: seam.id })}>
            Take the mark away
          </Button>
        </>
      )}
      {isIndependent && (
        <p className="pt-2 text-small">
          Said to need no agreement.{" "}
          <Button
            rank="quiet"
            onClick={() => dispatch({ type: "set-independent", between: pair, independent: false })}
          >
            Take that back
          </Button>
        </p>
      )}
      <FactList
        about={{ agreement: pair }}
        names={Object.keys(AGREEMENT_FACTS)}
        facts={agreement?.facts ?? {}}
      />
    </div>
  );
}

function SeamNote({ seam: { id, note } }: { readonly seam: MarkedSeam }) {
  const { dispatch } = useWorkbench();
  const noteId = useId();
  const typed = useTyped<HTMLTextAreaElement>(note, (next) =>
    dispatch({ type: "note-seam", id, note: next }),
  );
  return (
    <>
      <label htmlFor={noteId} className="sounding">
        Marked as a seam. Why
      </label>
      <textarea id={noteId} {...typed} rows={3} className="field py-1" />
    </>
  );
}

interface FactListProps {
  readonly about: Subject;
  readonly names: readonly string[];
  readonly facts: Facts;
}

function FactList({ about, names, facts }: FactListProps) {
  const { person } = useWorkbench();
  const known = names.filter((name) => facts[name] !== undefined).length;
  return (
    <details className="mt-3 border-t border-hairline pt-2">
      <summary className="cursor-pointer text-small">
        What is known <span className="sounding">{known}</span>
      </summary>
      {names.map((fact) => (
        <FactField
          key={fact}
          address={addressOf(about, fact)}
          value={answersOf(facts[fact]).find(({ by }) => by === person)?.value}
        />
      ))}
    </details>
  );
}
