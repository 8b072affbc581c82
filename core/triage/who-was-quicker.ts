import { sayEvent } from "./situation-events.ts";
import type { SituationHappening } from "./situation-view.ts";

/**
 * What to tell somebody whose act came second: who did what meanwhile. `lastSeen` is the id of the newest event they had
 * before them, and `me` is not told of what they did themselves.
 */
export function whoWasQuicker(
  events: readonly SituationHappening[],
  lastSeen: string | undefined,
  me: string,
): string {
  const since = events.slice(events.findIndex(({ id }) => id === lastSeen) + 1);
  const unseen = lastSeen === undefined ? events.slice(-1) : since;
  const last = unseen.findLast(({ by, kind }) => by?.id !== me && kind !== "noted");
  if (last === undefined) return "Somebody changed this a moment ago; yours was not done.";
  return `${actorOf(last)} ${sayEvent(last.kind)} a moment ago; yours was not done.`;
}

const VISITORS_DOING = new Set(["received", "added", "withdrawn"]);

/** Who did something, at the beginning of a sentence. */
export function actorOf({ by, kind }: Pick<SituationHappening, "by" | "kind">): string {
  return by?.name ?? (VISITORS_DOING.has(kind) ? "The visitor" : "Somebody");
}
