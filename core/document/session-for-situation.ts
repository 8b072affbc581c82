import type { Architecture, HistoryEntry } from "../architecture/architecture.schema.ts";
import type { Signal } from "../fit/signals.ts";
import { inCanonicalOrder } from "./canonical-order.ts";
import { emptySession, sessionFromSketch } from "./new-session.ts";
import { asText } from "./person-text.ts";
import type { Position, Session } from "./session.schema.ts";

/** What a situation says that a diagnosis begins with. */
export interface Told {
  readonly reference: string;
  readonly failing: string;
  readonly tried: string;
  readonly signals: readonly Signal[];
  readonly sketch: Architecture | null;
  /** ISO 8601: no more is known of when it happened than when it was told. */
  readonly receivedAt: string;
}

/**
 * A session that diagnoses a situation: the attached sketch where there is one, the signs that were recognized, and as its
 * history what failed and what was tried. It is about no component yet; that is for whoever draws it to say.
 */
export function sessionForSituation(told: Told, positions: Readonly<Record<string, Position>>): Session {
  const begun = told.sketch === null ? emptySession() : sessionFromSketch(told.sketch, null, positions);
  return inCanonicalOrder({
    ...begun,
    signals: told.signals,
    architecture: {
      ...begun.architecture,
      title: `Situation ${told.reference.slice(0, 9)}`,
      history: [...begun.architecture.history.filter(({ id }) => !OWN_IDS.has(id)), ...historyOf(told)],
    },
  });
}

/** Nothing of an attached sketch keeps them for itself. */
const OWN_IDS: ReadonlySet<string> = new Set(["told-failing", "told-tried"]);

function historyOf({ failing, tried, receivedAt }: Told): readonly HistoryEntry[] {
  const date = receivedAt.slice(0, 10);
  const nothing = { date, about: [], worked: [], failed: [], covered: "", leftOpen: "" };
  return [
    { ...nothing, id: "told-failing", kind: "incident" as const, text: asText(failing) },
    { ...nothing, id: "told-tried", kind: "fix" as const, text: asText(tried) },
  ].filter(({ text }) => text.trim() !== "");
}
