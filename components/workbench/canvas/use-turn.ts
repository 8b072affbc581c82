import { useEffect, useState } from "react";

/** So many boxes are drawn between two frames without anybody noticing. */
const AT_ONCE = 150;

/** Hands out turns: some at once, the others frame by frame in the order in which they were asked for. */
export interface Turns {
  /** Takes one of the turns of this frame, if there are any left. */
  readonly take: () => boolean;
  /** Calls back in a later frame, unless what is returned is called before. */
  readonly wait: (onTurn: () => void) => () => void;
}

export function createTurns(nextFrame: (run: () => void) => void, atOnce = AT_ONCE): Turns {
  const waiting = new Set<() => void>();
  let taken = 0;
  let isAwaited = false;
  const awaitFrame = () => {
    if (isAwaited) return;
    isAwaited = true;
    nextFrame(() => {
      isAwaited = false;
      const now = [...waiting].slice(0, atOnce);
      taken = now.length;
      if (taken > 0) awaitFrame();
      for (const onTurn of now) {
        waiting.delete(onTurn);
        onTurn();
      }
    });
  };
  return {
    take: () => {
      if (taken >= atOnce || waiting.size > 0) return false;
      taken += 1;
      awaitFrame();
      return true;
    },
    wait: (onTurn) => {
      waiting.add(onTurn);
      awaitFrame();
      return () => waiting.delete(onTurn);
    },
  };
}

const turns = createTurns((run) => requestAnimationFrame(run));

/** Whether it is one's turn to be drawn: a thousand boxes at once would hold up the page. */
export function useTurn(): boolean {
  const [isMine, setMine] = useState(turns.take);
  useEffect(() => (isMine ? undefined : turns.wait(() => setMine(true))), [isMine]);
  return isMine;
}
