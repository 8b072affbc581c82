import { LIMITS } from "../../architecture/architecture.schema.ts";
import { err, type Result } from "../../result.ts";
import { isTooMuch, type DrawnGraph } from "./drawn-graph.ts";
import type { Imported, Importer, ImportFile, ImportOptions, ImportProblem } from "../importer.ts";
import { readC4 } from "./mermaid-c4.ts";
import { readFlowchart } from "./mermaid-flowchart.ts";
import { findMermaid, looksLikeMermaid } from "./mermaid-source.ts";
import { refuse } from "../read-document.ts";
import { fromToken } from "../drawings/seamark-mark.ts";
import { SketchBuilder } from "../sketch-builder.ts";
import { sketchDrawing } from "./sketch-of-drawing.ts";

/** Mermaid flowcharts and C4 diagrams, alone or in Markdown. */
export const mermaid: Importer = {
  format: "mermaid",
  name: "Mermaid",
  endings: [".mmd", ".mermaid", ".md"],
  takesSeveral: false,
  recognizes: ({ text }) => looksLikeMermaid(text),
  read: ([file], options) => (file === undefined ? err([]) : read(file, options)),
};

function read(file: ImportFile, options: ImportOptions): Result<Imported, readonly ImportProblem[]> {
  const source = findMermaid(file);
  if (!source.ok) return source;
  const { kind, marks, others } = source.value;
  const graph = kind === "c4" ? readC4(source.value) : readFlowchart(source.value);
  const problem = nothingIn(graph);
  if (problem !== undefined) return refuse(file, problem.line, problem.what);
  if (isTooMuch(graph.nodes.size, graph.edges.length)) return refuse(file, null, TOO_MUCH);
  const ours = [...marks.values()].find((words) => words[0] === "sketch");
  const sketch = new SketchBuilder("mermaid", options);
  sketchDrawing(graph, sketch, { file, isOurs: ours !== undefined, isArchitecture: kind === "c4" });
  const place = { file: file.name, line: null };
  if (others > 0) sketch.leftOut(`the other drawings of the file (${others}): one is read at a time`, place);
  return sketch.finish({ title: titleOf(graph, ours), file: file.name });
}

/** A drawing of which not one line could be read is none. */
function nothingIn({ nodes, groups, leftOut }: DrawnGraph): DrawnGraph["leftOut"][number] | undefined {
  const unread = leftOut.find(({ what }) => what.endsWith("could not be read"));
  if (unread === undefined || nodes.size + groups.size > 0) return undefined;
  return { ...unread, what: `${unread.what}, and there is nothing else in it: check that it is Mermaid` };
}

const TOO_MUCH = `it draws more boxes or lines than a sketch has room for (${LIMITS.components} and ${LIMITS.connections}): choose a part of it`;

function titleOf({ title }: DrawnGraph, ours: readonly string[] | undefined): string {
  const exact = fromToken(ours?.[2] ?? "-");
  return exact === "" ? (title ?? "") : exact;
}
