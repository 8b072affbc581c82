import type { MadeFile, Work, WorkAsked, WorkSaid } from "./report-work.ts";

export type FileState =
  | { readonly kind: "waiting" }
  /** `done` from 0 to 1. */
  | { readonly kind: "making"; readonly done: number; readonly doing: string }
  | { readonly kind: "made"; readonly work: Work; readonly file: MadeFile }
  | { readonly kind: "failed"; readonly work: Work; readonly reason: string }
  | { readonly kind: "empty"; readonly work: Work; readonly why: string };

export type FileStates = ReadonlyMap<string, FileState>;

/** The part of a worker that is used here. */
export type ReportWorker = Pick<Worker, "postMessage" | "terminate" | "addEventListener">;

export interface FileMaker {
  readonly states: () => FileStates;
  readonly subscribe: (listener: () => void) => () => void;
  /** Makes a file under a key of the caller's. The same key again takes the place of what was wanted before. */
  readonly make: (key: string, work: Work, onMade?: (file: MadeFile) => void) => void;
  /** Gives up a file, whether its turn came or not. */
  readonly cancel: (key: string) => void;
  readonly end: () => void;
}

interface Wish {
  readonly key: string;
  readonly number: number;
  readonly work: Work;
  readonly onMade: (file: MadeFile) => void;
}

const ENDED = "the browser ended the work on it";

/**
 * Makes files one after another in one worker, which stays for the next. Work that is given up ends with its worker:
 * nothing else stops a program in the middle of a page.
 */
export function createFileMaker(startWorker: () => ReportWorker): FileMaker {
  const { states, subscribe, show } = createStates();
  let wishes: readonly Wish[] = [];
  let count = 0;

  const hear = (said: WorkSaid) => {
    const [wish] = wishes;
    if (wish?.number !== said.number) return;
    const { key, work } = wish;
    if (said.kind === "progress") {
      show(key, { kind: "making", done: said.done, doing: said.doing });
      return;
    }
    wishes = wishes.slice(1);
    if (said.kind === "failed") show(key, { kind: "failed", work, reason: said.reason });
    else if (said.kind === "empty") show(key, { kind: "empty", work, why: said.why });
    else {
      show(key, { kind: "made", work, file: said.file });
      wish.onMade(said.file);
    }
    next();
  };
  const hand = createHand(startWorker, hear, () => {
    const [current] = wishes;
    if (current !== undefined) hear({ kind: "failed", number: current.number, reason: ENDED });
  });
  const next = () => {
    const [wish] = wishes;
    if (wish === undefined) return;
    show(wish.key, { kind: "making", done: 0, doing: "Beginning" });
    hand.ask({ number: wish.number, work: wish.work });
  };
  const cancel = (key: string) => {
    const [current] = wishes;
    wishes = wishes.filter((wish) => wish.key !== key);
    show(key, null);
    if (current?.key !== key) return;
    hand.stop();
    next();
  };
  return {
    states,
    subscribe,
    make: (key, work, onMade = () => undefined) => {
      cancel(key);
      wishes = [...wishes, { key, number: ++count, work, onMade }];
      if (wishes.length === 1) next();
      else show(key, { kind: "waiting" });
    },
    cancel,
    end: () => {
      wishes = [];
      hand.stop();
    },
  };
}

function createStates() {
  const listeners = new Set<() => void>();
  let states: FileStates = new Map();
  return {
    states: () => states,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show: (key: string, state: FileState | null) => {
      const next = new Map(states);
      if (state === null) next.delete(key);
      else next.set(key, state);
      states = next;
      listeners.forEach((listener) => listener());
    },
  };
}

/** The one worker, started when it is first asked and again after it was stopped or fell over. */
function createHand(startWorker: () => ReportWorker, hear: (said: WorkSaid) => void, onFall: () => void) {
  let worker: ReportWorker | null = null;
  const stop = () => {
    worker?.terminate();
    worker = null;
  };
  const start = () => {
    const started = startWorker();
    started.addEventListener("message", (event) => hear((event as MessageEvent<WorkSaid>).data));
    started.addEventListener("error", () => {
      if (worker !== started) return;
      stop();
      onFall();
    });
    return started;
  };
  return {
    ask: (asked: WorkAsked) => {
      worker ??= start();
      worker.postMessage(asked);
    },
    stop,
  };
}
