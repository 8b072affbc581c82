import type { Exporter } from "./exporter.ts";

/** Every format that a sketch can be written in. */
export const EXPORTERS: readonly Exporter[] = [];
