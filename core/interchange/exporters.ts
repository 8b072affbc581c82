import type { Exporter } from "./exporter.ts";
import { toMermaid } from "./to-mermaid.ts";
import { toStructurizr } from "./to-structurizr.ts";

/** Every format that a sketch can be written in. */
export const EXPORTERS: readonly Exporter[] = [toMermaid, toStructurizr];
