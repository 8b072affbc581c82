import { likelyKind } from "../../architecture/likely-kind.ts";
import type { ComponentKind, ConnectionKind } from "../../architecture/vocabulary.ts";

/**
 * What a data flow most likely is. Flows of threat models follow the data, not who asks for it: what comes out of a
 * store is sent.
 */
export function flowKind(from: ComponentKind, to: ComponentKind): ConnectionKind {
  return from === "store" || from === "cache" ? "send" : likelyKind(from, to);
}
