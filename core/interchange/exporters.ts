import type { Exporter } from "./exporter.ts";
import { prometheus } from "./prometheus.ts";
import { toMermaid } from "./to-mermaid.ts";
import { toStructurizr } from "./to-structurizr.ts";
import { writeOpenThreatModel } from "./write-open-threat-model.ts";
import { writeThreatDragon } from "./write-threat-dragon.ts";
import { writeTmBom } from "./write-tm-bom.ts";

/** Every format that a sketch can be written in. */
export const EXPORTERS: readonly Exporter[] = [
  toMermaid,
  toStructurizr,
  writeOpenThreatModel,
  writeThreatDragon,
  writeTmBom,
  prometheus,
];
