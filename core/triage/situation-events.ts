import { SITUATION_STATES, STATE_WORDS, type SituationState } from "./states.ts";

/** What happened to a situation, as it is kept: a word of ours, never what somebody wrote. */
export type SituationEventKind =
  | "received"
  | "added"
  | `moved-to-${SituationState}`
  | "assigned"
  | "unassigned"
  | "noted"
  | "replied"
  /** It was found to say the same as another one, and closed. */
  | "merged"
  | "unmerged"
  /** Another one was found to say the same as this one, or no longer. */
  | "took-in"
  | "gave-back"
  /** It was put into an engagement, or taken out of one. */
  | "filed"
  | "unfiled"
  | "withdrawn"
  | "erased";

const SAID: Readonly<Record<string, string>> = {
  received: "sent this in",
  added: "wrote again",
  assigned: "assigned this",
  unassigned: "took the assignment back",
  noted: "wrote a note",
  replied: "replied",
  merged: "merged this into another situation",
  unmerged: "took the merge back",
  "took-in": "merged another situation into this one",
  "gave-back": "took a merge into this one back",
  filed: "put this into an engagement",
  unfiled: "took this out of its engagement",
  withdrawn: "withdrew this",
  erased: "erased this",
  ...Object.fromEntries(
    SITUATION_STATES.map((state) => [`moved-to-${state}`, `moved this to ${STATE_WORDS[state]}`]),
  ),
};

/** The rest of a sentence that begins with who did it. A kind of a later version is said by its name. */
export function sayEvent(kind: string): string {
  return SAID[kind] ?? kind.replaceAll("-", " ");
}

const MOVED = /^moved-to-(.+)$/;

/**
 * The state that events, oldest first, lead to. `merged` closes, and `unmerged` goes back to where the situation was
 * before: that is why it is read from the events and kept nowhere else.
 */
export function stateAfter(kinds: readonly string[]): SituationState {
  let state: SituationState = "new";
  let before: SituationState = "new";
  for (const kind of kinds) {
    const moved = SITUATION_STATES.find((known) => known === MOVED.exec(kind)?.[1]);
    if (moved !== undefined) state = moved;
    else if (kind === "replied") state = "answered";
    else if (kind === "withdrawn" || kind === "erased") state = kind;
    else if (kind === "merged") [before, state] = [state, "closed"];
    else if (kind === "unmerged") state = before;
  }
  return state;
}
