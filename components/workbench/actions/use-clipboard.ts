import { clipFor, clipOf } from "#core/document/clip.ts";
import type { Position, Session } from "#core/document/session.schema.ts";
import { readSession, writeSession } from "#core/interchange/session-json.ts";
import { useEffect, useEffectEvent, useMemo } from "react";
import { around } from "../canvas/alignment.ts";
import { usePaper } from "../canvas/paper.tsx";
import { pointerOnCanvas } from "../canvas/pointer.ts";
import { boxAt, placed } from "../canvas/sketch-drawing.ts";
import { newId } from "../new-id.ts";
import { componentsSelected } from "../selection.ts";
import { useSketchActions } from "../use-sketch-actions.ts";
import { useWorkbench } from "../workbench-context.ts";
import { isTyping } from "./where-keys-count.ts";

interface ClipboardActions {
  readonly copy: () => void;
  readonly cut: () => void;
  readonly paste: () => void;
  readonly duplicate: () => void;
}

const STEP = 24;
const NO_ACCESS = "This browser does not let the page use the clipboard here. Its own keys for it work.";

/** Parts of a sketch travel as text that any sketch in any tab can read, and any file can keep. */
export function useClipboard(): ClipboardActions {
  const { session, selection, select, dispatch, announce, offerText } = useWorkbench();
  const { deleteSelected } = useSketchActions();
  const { toSheet } = usePaper();
  const { components } = selection;

  const actions = useMemo(() => {
    const count = (n: number) => (n === 1 ? "1 component" : `${n} components`);
    const put = (clip: Session, by: Position, done: string) => {
      const ready = clipFor(session, clip, by, newId);
      dispatch({ type: "paste", clip: ready });
      select(componentsSelected(...ready.architecture.components.map(({ id }) => id)));
      announce(`${count(ready.architecture.components.length)} ${done}.`);
    };
    const putText = (text: string) => {
      const read = readSession(text);
      if (!read.ok || read.value.architecture.components.length === 0) {
        const nothing = () => announce("The clipboard holds no part of a sketch.");
        if (text.trim() === "") nothing();
        else void offerText(text).then((isKnown) => !isKnown && nothing(), nothing);
        return;
      }
      const clip = placed(read.value);
      const pointer = pointerOnCanvas();
      const wanted = pointer === null ? null : toSheet(pointer);
      put(clip, wanted === null ? besides(session, clip) : onto(clip, wanted), "pasted");
    };
    const taken = () => writeSession(clipOf(session, components));
    return {
      taken,
      putText,
      announceCopied: () => announce(`${count(components.length)} copied.`),
      duplicate: () => {
        const clip = clipOf(session, components);
        if (components.length > 0) put(clip, besides(session, clip), "duplicated");
      },
      paste: () => void navigator.clipboard.readText().then(putText, () => announce(NO_ACCESS)),
      copy: (then: () => void) =>
        void navigator.clipboard.writeText(taken()).then(then, () => announce(NO_ACCESS)),
    };
  }, [session, components, select, dispatch, announce, offerText, toSheet]);

  useClipboardEvents({
    taken: components.length === 0 ? null : actions.taken,
    onCopied: actions.announceCopied,
    onCut: deleteSelected,
    onPasted: actions.putText,
  });

  return useMemo(
    () => ({
      copy: () => actions.copy(actions.announceCopied),
      cut: () => actions.copy(deleteSelected),
      paste: actions.paste,
      duplicate: actions.duplicate,
    }),
    [actions, deleteSelected],
  );
}

/** A little aside, and further aside until it covers nothing exactly. */
function besides({ positions }: Session, clip: Session): Position {
  const taken = new Set(Object.values(positions).map(String));
  const isFree = (by: number) =>
    Object.values(clip.positions).every(([x, y]) => !taken.has(String([x + by, y + by])));
  let by = STEP;
  while (!isFree(by) && by < STEP * 100) by += STEP;
  return [by, by];
}

/** With its middle where the pointer is. */
function onto({ positions }: Session, { x, y }: { readonly x: number; readonly y: number }): Position {
  const area = around(Object.values(positions).map(boxAt));
  if (area === null) return [0, 0];
  return [Math.round(x - area.x - area.width / 2), Math.round(y - area.y - area.height / 2)];
}

interface ClipboardEvents {
  /** Null while there is nothing to take. */
  readonly taken: (() => string) | null;
  readonly onCopied: () => void;
  readonly onCut: () => void;
  readonly onPasted: (text: string) => void;
}

/** The browser's own keys for the clipboard, which need no permission. */
function useClipboardEvents({ taken, onCopied, onCut, onPasted }: ClipboardEvents): void {
  const onCopy = useEffectEvent((event: ClipboardEvent) => {
    const isText = getSelection()?.isCollapsed === false;
    if (isTyping(event.target) || isText || taken === null) return;
    event.preventDefault();
    event.clipboardData?.setData("text/plain", taken());
    if (event.type === "cut") onCut();
    else onCopied();
  });
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    if (isTyping(event.target)) return;
    event.preventDefault();
    onPasted(event.clipboardData?.getData("text/plain") ?? "");
  });
  useEffect(() => {
    const copied = (event: ClipboardEvent) => onCopy(event);
    const pasted = (event: ClipboardEvent) => onPaste(event);
    document.addEventListener("copy", copied);
    document.addEventListener("cut", copied);
    document.addEventListener("paste", pasted);
    return () => {
      document.removeEventListener("copy", copied);
      document.removeEventListener("cut", copied);
      document.removeEventListener("paste", pasted);
    };
  }, []);
}
