import type { Session } from "#core/document/session.schema.ts";

const MINUTE = 60_000;
/** A spell of work: so long, or so many changes if they did not come all at once. */
const LONG = 10 * MINUTE;
const SHORT = 2 * MINUTE;
const MANY_CHANGES = 100;

export interface Watched {
  readonly current: () => Session;
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * Tells when a session is worth keeping without anybody asking: as it was opened, once it is changed, and after each spell of
 * work. The answer stops it.
 */
export function watchWork(
  { current, subscribe }: Watched,
  keep: (session: Session, reason: "opened" | "work") => void,
  now: () => number,
): () => void {
  let seen = current();
  let changes = 0;
  let keptAt: number | undefined;
  return subscribe(() => {
    const before = seen;
    seen = current();
    if (seen === before) return;
    if (keptAt === undefined) {
      keptAt = now();
      keep(before, "opened");
    }
    changes += 1;
    const spell = now() - keptAt;
    if (spell < SHORT || (spell < LONG && changes < MANY_CHANGES)) return;
    keep(seen, "work");
    keptAt = now();
    changes = 0;
  });
}
