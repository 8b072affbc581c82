import { Button } from "#components/ui/button.tsx";
import type { Candidate } from "#core/diagnosis/diagnosis.ts";
import { changeBetween } from "#core/document/sketch-change.ts";
import { evidenceOfMove } from "#core/document/taken-move.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { whatIf, type WhatIf as Tried } from "#core/report/what-if.ts";
import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { useWorkbench } from "../workbench-context.ts";
import { centreOn } from "./centre-on.ts";
import { focusFirstOf } from "./focus-first-of.ts";
import { QUESTION_ID } from "./question-id.ts";

interface WhatIfProps {
  readonly candidate: Candidate;
  readonly move: Candidate["moves"][number];
  readonly onClose: () => void;
}

/** A move tried on a copy: the sketch before and after, and where the contradiction goes. Nothing changes by looking. */
export function WhatIf({ candidate, move, onClose }: WhatIfProps) {
  const { session, dispatch, announce, person } = useWorkbench();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const tried = useTriedMove(candidate, move.key);
  useEffect(() => dialog.current?.showModal(), []);

  const takeOver = ({ tried: { architecture }, added }: Tried) => {
    const said = { by: person, at: new Date().toISOString(), evidence: evidenceOfMove(move.text) };
    const change = changeBetween(session.architecture, architecture, said);
    dispatch({ type: "take-move", change, positions: added });
    announce("The move is taken over into the sketch. Undo takes all of it back.");
    dialog.current?.close();
    focusFirstOf(QUESTION_ID);
  };
  return (
    <dialog
      ref={dialog}
      role="dialog"
      aria-labelledby={id}
      className="what-if"
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <p className="sounding">What if</p>
      <h2 id={id} tabIndex={-1} autoFocus className="mt-1 max-w-read font-serif text-lead outline-none">
        {move.text}
      </h2>
      {tried === undefined && <p role="status">Trying it on a copy…</p>}
      {tried === null && <p className="mt-3">On this sketch there is nothing that this move could change.</p>}
      {tried != null && <Comparison tried={tried} />}
      <p className="what-if-actions">
        {tried != null && (
          <Button rank="first" onClick={() => takeOver(tried)}>
            Take this over into the sketch
          </Button>
        )}
        <Button onClick={() => dialog.current?.close()}>Leave the sketch as it is</Button>
      </p>
    </dialog>
  );
}

/** Two diagnoses take a while on a large sketch: they begin when the dialog is there. Undefined until then. */
function useTriedMove(candidate: Candidate, moveKey: string): Tried | null | undefined {
  const { session } = useWorkbench();
  const [tried, setTried] = useState<Tried | null>();
  useEffect(() => {
    const timer = setTimeout(() => setTried(whatIf(session, CATALOGUE, candidate, moveKey)));
    return () => clearTimeout(timer);
  }, [session, candidate, moveKey]);
  return tried;
}

function Comparison({ tried }: { readonly tried: Tried }) {
  const { changes, seam, goesTo } = tried.outlook;
  return (
    <>
      <div className="mt-6 grid gap-6 lg:grid-cols-2">
        <Drawing caption="As it stands. Heavy: what the move takes away or changes." svg={tried.before} />
        <Drawing caption="With the move. Heavy: what is new or changed." svg={tried.after} />
      </div>
      {tried.isPart && (
        <p className="mt-2 text-small text-ink-soft">
          Drawn is what the move touches. The rest of the sketch stays as it is.
        </p>
      )}
      <div className="mt-6 grid gap-x-10 gap-y-6 text-small lg:grid-cols-3">
        <Column label="What changes">
          <ul>
            {changes.map((sentence, i) => (
              <li key={i} className="border-b border-hairline py-1.5 last:border-b-0">
                {sentence}
              </li>
            ))}
          </ul>
        </Column>
        <Column label="What becomes of this seam">
          <p className="font-serif text-read">{seam}</p>
        </Column>
        <Column label="Where the contradiction goes next">
          {goesTo.length === 0 ? (
            <p>Nothing else on the copy becomes noticeably more probable.</p>
          ) : (
            <ul className="stitched pl-4">
              {goesTo.map((sentence) => (
                <li key={sentence} className="py-1">
                  {sentence}
                </li>
              ))}
            </ul>
          )}
        </Column>
      </div>
    </>
  );
}

function Drawing({ caption, svg }: { readonly caption: string; readonly svg: string }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => centreOn(frame.current, "[data-seam], .chart-marked"), [svg]);
  return (
    <figure className="min-w-0">
      <div
        ref={frame}
        role="group"
        aria-label={caption}
        tabIndex={0}
        className="what-if-drawing"
        // The writer in core escapes every text and writes shapes only.
        dangerouslySetInnerHTML={{ __html: svg }}
      />
      <figcaption className="sounding mt-2">{caption}</figcaption>
    </figure>
  );
}

function Column({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section aria-label={label}>
      <h3 className="sounding border-b border-rule pb-1">{label}</h3>
      <div className="pt-2">{children}</div>
    </section>
  );
}
