import type { Answers, Asked } from "./answer.ts";

export interface Asker<Kind extends Asked["kind"]> {
  readonly ask: (asked: Extract<Asked, { kind: Kind }>) => void;
  /** Nothing is answered after this. */
  readonly end: () => void;
}

/**
 * Has wishes of one kind answered by a worker, and on this thread where no worker can be had. While one is being
 * answered only the last of the others is kept: a slider asks faster than a run is made.
 */
export function createAsker<Kind extends Asked["kind"]>(
  onAnswer: (answered: Answers[Kind]) => void,
): Asker<Kind> {
  let current: Asked | null = null;
  let waiting: Asked | null = null;
  let isEnded = false;
  let worker: Worker | null = new Worker(new URL("./answer.worker.ts", import.meta.url));
  const begin = (asked: Asked | null) => {
    current = asked;
    if (asked === null) return;
    if (worker === null) void answerHere<Kind>(asked).then(arrive);
    else worker.postMessage(asked);
  };
  const arrive = (answered: Answers[Kind]) => {
    if (isEnded) return;
    const next = waiting;
    waiting = null;
    begin(next);
    if (next === null) onAnswer(answered);
  };
  worker.addEventListener("message", ({ data }: MessageEvent<Answers[Kind]>) => arrive(data));
  worker.addEventListener("error", () => {
    worker = null;
    begin(current);
  });
  return {
    ask: (asked) => {
      if (current === null) begin(asked);
      else waiting = asked;
    },
    end: () => {
      isEnded = true;
      worker?.terminate();
    },
  };
}

async function answerHere<Kind extends Asked["kind"]>(asked: Asked): Promise<Answers[Kind]> {
  const { answer } = await import("./answer.ts");
  return answer(asked) as Promise<Answers[Kind]>;
}
