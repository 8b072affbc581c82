"use client";

import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FieldError } from "#components/ui/field.tsx";
import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { AttachedSketch } from "./attached-sketch.tsx";

/** A sketch of the workbench in this browser, as it is offered. */
export interface KeptSketch {
  readonly id: string;
  readonly title: string;
  /** How much is in it, as far as that is known without opening it. */
  readonly components: number | undefined;
}

/** The sketches in this browser; where they are kept is no matter of the form. */
export interface SketchShelf {
  readonly list: () => Promise<readonly KeptSketch[]>;
  readonly read: (id: string) => Promise<Architecture>;
}

interface SketchChoiceProps {
  readonly shelf: SketchShelf;
  readonly attached: Architecture | undefined;
  readonly error: string | undefined;
  readonly onAttach: (sketch: Architecture | undefined) => void;
}

/** Offers the sketches in this browser. The one that is chosen is shown as it would be sent, before anything is. */
export function SketchChoice({ shelf, attached, error, onAttach }: SketchChoiceProps) {
  const [kept, setKept] = useState<readonly KeptSketch[] | undefined>();
  const [failed, setFailed] = useState("");
  useEffect(() => {
    shelf.list().then(setKept, () => setKept([]));
  }, [shelf]);
  const choose = async ({ id, title }: KeptSketch) => {
    setFailed("");
    try {
      onAttach(await shelf.read(id));
    } catch {
      setFailed(`“${title}” could not be read here. It is still on the workbench.`);
    }
  };
  return (
    <fieldset id="sketch" tabIndex={-1} className="grid min-w-0 gap-3 outline-none">
      <legend className="mb-2 p-0 text-base font-semibold">
        A sketch from the workbench <span className="font-normal text-ink-faint">(optional)</span>
      </legend>
      <FieldError name="sketch" error={error} />
      {attached === undefined ? (
        <Offer kept={kept} onChoose={(one) => void choose(one)} />
      ) : (
        <AttachedSketch sketch={attached} onRemove={() => onAttach(undefined)} />
      )}
      <p role="status" className="text-small">
        {failed}
      </p>
    </fieldset>
  );
}

interface OfferProps {
  readonly kept: readonly KeptSketch[] | undefined;
  readonly onChoose: (sketch: KeptSketch) => void;
}

function Offer({ kept = [], onChoose }: OfferProps) {
  if (kept.length === 0) {
    return (
      <p className="max-w-read text-small text-ink-soft">
        There is none in this browser. You can draw one on the <a href="/workbench">workbench</a> and come
        back: what you wrote here is kept.
      </p>
    );
  }
  return (
    <>
      <p className="max-w-read text-small text-ink-soft">
        Nothing is sent by choosing. You see what would be, first.
      </p>
      <ul className="divide-y divide-hairline border-y border-hairline">
        {kept.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-5 py-1.5">
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {one.title}
              {one.components !== undefined && (
                <span className="sounding ml-3">
                  {one.components} {one.components === 1 ? "component" : "components"}
                </span>
              )}
            </span>
            <Button rank="quiet" aria-label={`Attach “${one.title}”`} onClick={() => onChoose(one)}>
              Attach
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
