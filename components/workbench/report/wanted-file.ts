import { download } from "../download.ts";
import type { FileMaker, FileState } from "./file-maker.ts";
import type { MadeFile, Work } from "./report-work.ts";

/** What was made of something else than what is wanted now is as good as not made. */
export function currentState(state: FileState | undefined, wanted: Work | null): FileState | undefined {
  if (state === undefined || !("work" in state)) return state;
  return wanted !== null && isSame(state.work, wanted) ? state : undefined;
}

function isSame(a: Work, b: Work): boolean {
  return a.session === b.session && a.settings === b.settings && a.format === b.format;
}

/** Does something with a file, which is made first unless it lies there already. */
export function withFile(maker: FileMaker, work: Work, then: (file: MadeFile) => void): void {
  const made = currentState(maker.states().get(work.format), work);
  if (made?.kind === "made") then(made.file);
  else maker.make(work.format, work, then);
}

export function saveFile(maker: FileMaker, work: Work): void {
  withFile(maker, work, ({ name, mediaType, bytes }) => download(name, mediaType, bytes));
}
