import { err, ok, type Result } from "#core/result.ts";
import type {
  FilesAsked,
  FilesRead,
  FoundMerge,
  MergeAsked,
  SavedRead,
  WorkAsked,
  WorkDone,
} from "./bring-in-work.ts";

/** Nobody waits longer, and no honest file needs a tenth of it. */
const LONGEST_MS = 20_000;

/** Reads files beside the page, and finds out what comes of them in a sketch. Whatever is wrong is in the result. */
export interface Reader {
  readonly read: (asked: FilesAsked) => Promise<FilesRead>;
  /** Why it could not be found out, to be read after a colon. */
  readonly merge: (asked: MergeAsked) => Promise<Result<FoundMerge, string>>;
  /** Reads what was saved here. Why it was not even read, to be read after a colon. */
  readonly open: (saved: string) => Promise<Result<SavedRead, string>>;
  /** Gives up at once what it is at. */
  readonly end: () => void;
}

/** The part of a worker that is used here. */
export type ReaderWorker = Pick<Worker, "postMessage" | "terminate" | "addEventListener">;

export function startReader(
  worker: ReaderWorker = new Worker(new URL("./bring-in.worker.ts", import.meta.url)),
): Reader {
  const waiting = new Map<number, (answer: Result<WorkDone["done"], string>) => void>();
  let count = 0;
  let whyEnded: string | null = null;
  const end = (why: string) => {
    whyEnded ??= why;
    worker.terminate();
    for (const answer of waiting.values()) answer(err(whyEnded));
  };
  worker.addEventListener("error", () => end("it is too much for this browser: choose a smaller one"));
  worker.addEventListener("message", (event) => {
    const { number, done } = (event as MessageEvent<WorkDone>).data;
    waiting.get(number)?.(ok(done));
  });
  const ask = (work: Parameters<typeof numbered>[1], slow: string) =>
    new Promise<Result<WorkDone["done"], string>>((resolve) => {
      if (whyEnded !== null) {
        resolve(err(whyEnded));
        return;
      }
      const number = ++count;
      const timer = setTimeout(() => end(slow), LONGEST_MS);
      waiting.set(number, (answer) => {
        waiting.delete(number);
        clearTimeout(timer);
        resolve(answer);
      });
      worker.postMessage(numbered(number, work));
    });
  return {
    read: async (asked) => {
      const answer = await ask({ read: asked }, tooSlow("read"));
      return answer.ok ? (answer.value as FilesRead) : notRead(asked, answer.error);
    },
    merge: async (asked) => (await ask({ merge: asked }, tooSlow("compared"))) as Result<FoundMerge, string>,
    open: async (saved) => (await ask({ saved }, tooSlow("read"))) as Result<SavedRead, string>,
    end: () => end("reading was cancelled"),
  };
}

type Unnumbered = { readonly read: FilesAsked } | { readonly merge: MergeAsked } | { readonly saved: string };

function numbered(number: number, work: Unnumbered): WorkAsked {
  return { number, ...work };
}

function tooSlow(done: string): string {
  return `it could not be ${done} in ${LONGEST_MS / 1_000} seconds: choose a smaller one`;
}

function notRead({ files }: FilesAsked, message: string): FilesRead {
  const problem = { file: files[0]?.name ?? "", line: null, message };
  return { formats: [], recognized: null, result: err([problem]) };
}
