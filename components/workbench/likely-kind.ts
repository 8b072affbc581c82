import type { Architecture } from "#core/architecture/architecture.schema.ts";
import type { ConnectionKind } from "#core/architecture/vocabulary.ts";

/** What a new connection most likely is, by what it joins; the person says otherwise beside the sketch. */
export function likelyKind({ components }: Architecture, from: string, to: string): ConnectionKind {
  const kindOf = (id: string) => components.find((component) => component.id === id)?.kind;
  const [source, target] = [kindOf(from), kindOf(to)];
  if (target === "queue" || source === "queue") return "send";
  if (target === "store") return "write";
  if (target === "cache" || target === "directory") return "read";
  if (target === "enforcer") return "decide";
  return source === "config" ? "configure" : source === "monitor" ? "observe" : "call";
}
