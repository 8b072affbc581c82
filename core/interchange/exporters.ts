import type { Exporter } from "./exporter.ts";
import { writeThreatDragon } from "./write-threat-dragon.ts";

/** Every format that a sketch can be written in. */
export const EXPORTERS: readonly Exporter[] = [writeThreatDragon];
