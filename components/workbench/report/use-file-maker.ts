import { useEffect, useState, useSyncExternalStore } from "react";
import { createFileMaker, type FileMaker, type FileStates } from "./file-maker.ts";

/** Makes files for as long as the part of the page that wants them is shown. */
export function useFileMaker(): FileMaker {
  const [maker] = useState(() =>
    createFileMaker(() => new Worker(new URL("./report.worker.ts", import.meta.url))),
  );
  useEffect(() => () => maker.end(), [maker]);
  return maker;
}

export function useFileStates({ subscribe, states }: FileMaker): FileStates {
  return useSyncExternalStore(subscribe, states, states);
}
