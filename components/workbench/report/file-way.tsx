import { Button } from "#components/ui/button.tsx";
import type { ReactNode } from "react";
import type { FileState } from "./file-maker.ts";
import { sizeWords } from "#components/ui/size-words.ts";

interface FileWayProps {
  /** How the file is called, as in “Word”. */
  readonly name: string;
  readonly state: FileState | undefined;
  /** Why nothing can be made at the moment, if so. */
  readonly isOff: boolean;
  readonly onSave: () => void;
  readonly onCancel: () => void;
  /** Other things that can be done with the file. */
  readonly children?: ReactNode;
}

/** The way of one file: asked for, being made, made or not, and saved. */
export function FileWay({ name, state, isOff, onSave, onCancel, children }: FileWayProps) {
  const isUnderWay = state?.kind === "making" || state?.kind === "waiting";
  return (
    <div className="file-way">
      {/* One and the same button, so that whoever pressed it stays where they are. */}
      <Button disabled={isOff && !isUnderWay} onClick={isUnderWay ? onCancel : onSave}>
        {isUnderWay ? "Cancel" : state?.kind === "made" ? "Save again" : "Save"}
        <span className="sr-only"> {isUnderWay ? `the ${name} file` : `as ${name}`}</span>
      </Button>
      {!isUnderWay && children}
      {state !== undefined && <Progress name={name} state={state} />}
    </div>
  );
}

function Progress({ name, state }: { readonly name: string; readonly state: FileState }) {
  switch (state.kind) {
    case "waiting":
      return <p className="sounding">Waits for the file before it</p>;
    case "making":
      return (
        <p className="sounding min-w-0">
          <progress className="file-progress" max={1} value={state.done} aria-label={`Making ${name}`} />{" "}
          {state.doing}
        </p>
      );
    case "made":
      return <p className="sounding">{sizeWords(state.file.bytes.length)}</p>;
    case "failed":
    case "empty":
      return null;
  }
}

/** Why there is no file, in a sentence that needs more room than is beside the button. */
export function FileTrouble({ name, state }: Pick<FileWayProps, "name" | "state">) {
  if (state?.kind === "failed")
    return <span className="block font-medium">{failureWords(name, state.reason)}</span>;
  return state?.kind === "empty" ? <span className="block">{state.why}</span> : null;
}

export function failureWords(name: string, reason: string): string {
  return `${name} could not be made: ${reason.replace(/\.$/, "")}. The sketch is as it was; try it again.`;
}
