import type { Exporter } from "./exporter.ts";
import { writeMermaid } from "./write-mermaid.ts";
import { writeOpenThreatModel } from "./write-open-threat-model.ts";
import { writePrometheus } from "./write-prometheus.ts";
import { writeStructurizr } from "./write-structurizr.ts";
import { writeThreatDragon } from "./write-threat-dragon.ts";
import { writeTmBom } from "./write-tm-bom.ts";

/** Every format that a sketch can be written in. */
export const EXPORTERS: readonly Exporter[] = [
  writeMermaid,
  writeStructurizr,
  writeOpenThreatModel,
  writeThreatDragon,
  writeTmBom,
  writePrometheus,
];
