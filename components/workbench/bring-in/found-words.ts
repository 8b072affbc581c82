import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { howMany } from "../how-many.ts";

/** `3 components, 2 connections, no boundaries` */
export function foundWords({ components, connections, boundaries }: Architecture): string {
  return [
    howMany(components.length, "component"),
    howMany(connections.length, "connection"),
    howMany(boundaries.length, "boundary", "boundaries"),
  ].join(", ");
}
