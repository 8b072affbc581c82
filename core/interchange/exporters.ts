import type { Exporter } from "./exporter.ts";
import { toMermaid } from "./to-mermaid.ts";
import { writeThreatDragon } from "./write-threat-dragon.ts";

/** Every format that a sketch can be written in. */
export const EXPORTERS: readonly Exporter[] = [toMermaid, writeThreatDragon];
