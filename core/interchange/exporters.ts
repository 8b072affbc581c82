import type { Exporter } from "./exporter.ts";
import { writeMermaid } from "./mermaid/write-mermaid.ts";
import { writeOpenThreatModel } from "./open-threat-model/write-open-threat-model.ts";
import { writePrometheus } from "./write-prometheus.ts";
import { writeStructurizr } from "./structurizr/write-structurizr.ts";
import { writeThreatDragon } from "./threat-dragon/write-threat-dragon.ts";
import { writeTmBom } from "./tm-bom/write-tm-bom.ts";

/** Every format that a sketch can be written in. */
export const EXPORTERS: readonly Exporter[] = [
  writeMermaid,
  writeStructurizr,
  writeOpenThreatModel,
  writeThreatDragon,
  writeTmBom,
  writePrometheus,
];
