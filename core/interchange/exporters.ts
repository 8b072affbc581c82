import type { Exporter } from "./exporter.ts";
import { prometheus } from "./prometheus.ts";

/** Every format that a sketch can be written in. */
export const EXPORTERS: readonly Exporter[] = [prometheus];
