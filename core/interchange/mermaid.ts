import { err, type Result } from "../result.ts";
import { fileTitle } from "./file-title.ts";
import type { Imported, Importer, ImportFile, ImportOptions, ImportProblem } from "./importer.ts";
import { readC4 } from "./mermaid-c4.ts";
import { readFlowchart } from "./mermaid-flowchart.ts";
import { findMermaid, looksLikeMermaid } from "./mermaid-source.ts";
import { refuse } from "./read-document.ts";
import { SketchBuilder } from "./sketch-builder.ts";
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
  const unread = graph.leftOut.find(({ what }) => what.endsWith("could not be read"));
  if (graph.nodes.size === 0 && graph.groups.size === 0 && unread !== undefined)
    return refuse(
      file,
      unread.line,
      `${unread.what}, and there is nothing else in it: check that it is Mermaid`,
    );
  const isOurs = [...marks.values()].some((words) => words[0] === "sketch");
  const sketch = new SketchBuilder("mermaid", options);
  sketchDrawing(graph, sketch, { file, isOurs, isArchitecture: kind === "c4" });
  if (others > 0)
    sketch.leftOut(`the other drawings of the file (${others}): one is read at a time`, {
      file: file.name,
      line: null,
    });
  return sketch.finish({ title: graph.title ?? fileTitle(file.name), file: file.name });
}
