import { drawSketch } from "./blocks/drawings.ts";
import { seamsTold } from "./blocks/grouped-seams.ts";
import type { Report } from "./report.ts";

/** The sketch with its seams as one drawing that stands alone; fonts by name, with others to fall back on. */
export function renderSvg(report: Report): string {
  return `${drawSketch(report, seamsTold(report.findings)).svg}\n`;
}
