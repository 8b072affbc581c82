import { useEffect, useState } from "react";
import type { OpenSession } from "../storage/open-session.ts";
import { reasonOf } from "../storage/session-saver.ts";
import { keepVersion } from "./session-versions.ts";
import { watchWork } from "./watch-work.ts";

/** Keeps versions of the open session while somebody works on it. The answer is why the last one could not be kept. */
export function useKeptVersions({ id, isWhole, store }: OpenSession): string | null {
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    // Of what could not be read whole, a version would say that the rest was not there.
    if (!isWhole) return;
    return watchWork(
      store,
      (session, reason) => {
        keepVersion(id, session, { name: null, reason, at: new Date().toISOString() }).then(
          () => setProblem(null),
          (error: unknown) => setProblem(reasonOf(error)),
        );
      },
      () => Date.now(),
    );
  }, [id, isWhole, store]);
  return problem;
}
