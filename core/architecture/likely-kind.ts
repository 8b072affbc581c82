import type { ComponentKind, ConnectionKind } from "./vocabulary.ts";

/** What a connection most likely is, by the kinds of what it joins. A person who knows better says so. */
export function likelyKind(
  source: ComponentKind | undefined,
  target: ComponentKind | undefined,
): ConnectionKind {
  if (target === "queue" || source === "queue") return "send";
  if (target === "store") return "write";
  if (target === "cache" || target === "directory") return "read";
  if (target === "enforcer") return "decide";
  return source === "config" ? "configure" : source === "monitor" ? "observe" : "call";
}
