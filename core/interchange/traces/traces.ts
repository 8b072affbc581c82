import { err, type Result } from "../../result.ts";
import type { Imported, Importer, ImportFile, ImportOptions, ImportProblem, Place } from "../importer.ts";
import { readRecording, type Recording } from "./read-recording.ts";
import { refuse } from "../read-document.ts";
import type { RecordedSpan } from "./recorded-span.ts";
import { graphOf, type ServiceGraph } from "./service-graph.ts";
import { SketchBuilder } from "../sketch-builder.ts";
import { drawGraph } from "./traces-sketch.ts";

/** Recorded traces of OpenTelemetry (OTLP in JSON) and Jaeger: what was seen to call or to send is connected. */
export const traces: Importer = {
  format: "traces",
  name: "OpenTelemetry and Jaeger traces",
  endings: [".json", ".jsonl"],
  takesSeveral: true,
  recognizes: ({ text }) => {
    const start = text.slice(0, 1_000).trimStart();
    if (!start.startsWith("{") && !start.startsWith("[")) return false;
    const isOtlp = text.includes('"resourceSpans"') || text.includes('"scopeSpans"');
    return isOtlp || (text.includes('"traceID"') && text.includes('"spanID"'));
  },
  read,
};

function read(
  files: readonly ImportFile[],
  options: ImportOptions,
): Result<Imported, readonly ImportProblem[]> {
  const spans: RecordedSpan[] = [];
  const leftOut: Recording["leftOut"][number][] = [];
  for (const file of files) {
    const recording = readRecording(file);
    if (!recording.ok) return recording;
    for (const span of recording.value.spans) spans.push(span);
    for (const one of recording.value.leftOut) leftOut.push(one);
  }
  const [first] = files;
  if (first === undefined) return err([]);
  if (spans.length === 0) return refuse(first, null, "there is no span in it: choose one with traces");
  const graph = graphOf(spans);
  const sketch = new SketchBuilder("traces", options);
  drawGraph(sketch, graph, placesOf(files, graph));
  for (const { what, ...place } of leftOut) sketch.leftOut(what, place);
  sayWhatIsMissing(sketch, graph, { file: first.name, line: null });
  const summary = `Seen in ${graph.traces} ${graph.traces === 1 ? "trace" : "traces"} with ${graph.index.spans.length} spans.`;
  return sketch.finish({ title: "", summary, file: first.name });
}

function sayWhatIsMissing(
  sketch: SketchBuilder,
  { index, dangling, skewed }: ServiceGraph,
  place: Place,
): void {
  const say = (count: number, what: string) => {
    if (count > 0) sketch.leftOut(`${count} ${count === 1 ? "span" : "spans"}: ${what}`, place);
  };
  say(index.repeated, "they are there twice");
  say(dangling, "what called them is not in the files, and nobody is connected to them for it");
  say(skewed, "they begin before what called them, so clocks differ; no order is taken from them");
}

const SPAN_ID = /"span(?:Id|ID)"[ \t]{0,8}:[ \t]{0,8}"([^"\\]{1,64})"|\n/g;

/** Finds the lines of the spans that are pointed at, in one pass over each file. */
function placesOf(
  files: readonly ImportFile[],
  { nodes, edges }: ServiceGraph,
): (span: RecordedSpan) => Place {
  const wanted = new Set([...nodes.values(), ...edges.values()].map(({ first }) => first.written));
  const lines = new Map<string, number>();
  for (const { name, text } of files) {
    let line = 1;
    for (const { 0: token, 1: id } of text.matchAll(SPAN_ID)) {
      if (token === "\n") line += 1;
      else if (id !== undefined && wanted.has(id) && !lines.has(`${name} ${id}`))
        lines.set(`${name} ${id}`, line);
    }
  }
  return ({ file, line, written }) => ({ file, line: line ?? lines.get(`${file} ${written}`) ?? null });
}
