import { useEffect, useState } from "react";
import type { FileMaker, FileStates } from "./file-maker.ts";
import { failureWords } from "./file-way.tsx";
import { sizeWords } from "#components/ui/size-words.ts";

/** Milliseconds between two words on the way: pages go by faster than they can be read out. */
const BETWEEN = 4_000;

interface HeardProgressProps {
  readonly maker: FileMaker;
  /** How each file is called. */
  readonly nameOf: (key: string) => string;
}

/** The progress for those who hear it: what came of a file at once, and on the way a word now and then. */
export function HeardProgress({ maker, nameOf }: HeardProgressProps) {
  const [sentence, say] = useState("");
  useEffect(() => {
    let before: FileStates = maker.states();
    let lastSaid = -BETWEEN;
    return maker.subscribe(() => {
      const now = maker.states();
      for (const [key, state] of now) {
        if (before.get(key) === state) continue;
        if (state.kind === "made") say(`${nameOf(key)} made, ${sizeWords(state.file.bytes.length)}.`);
        if (state.kind === "failed") say(failureWords(nameOf(key), state.reason));
        if (state.kind === "empty") say(state.why);
        if (state.kind === "making" && performance.now() - lastSaid > BETWEEN) {
          lastSaid = performance.now();
          say(`${nameOf(key)}: ${state.doing}.`);
        }
      }
      before = now;
    });
  }, [maker, nameOf]);
  return (
    <p role="status" className="sr-only">
      {sentence}
    </p>
  );
}
