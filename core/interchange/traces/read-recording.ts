import type { InputProblem } from "../../architecture/input-problem.schema.ts";
import { err, ok, type Result } from "../../result.ts";
import type { ImportFile, ImportProblem } from "../importer.ts";
import { LARGEST_RECORDED, problemsIn, readJson, refuse, type ReadDocument } from "../read-document.ts";
import { readJaeger } from "./read-jaeger.ts";
import { readOtlp } from "./read-otlp.ts";
import type { RecordedSpan } from "./recorded-span.ts";

/** The spans of files, and what else stands in them. */
export interface Recording {
  readonly spans: readonly RecordedSpan[];
  readonly leftOut: readonly { readonly what: string; readonly file: string; readonly line: number | null }[];
}

/** A value in a file that holds spans, and how they are to be read. */
interface Part {
  readonly value: unknown;
  readonly pointer: string;
  readonly how: "otlp" | "jaeger" | "nothing" | "unknown";
}

/** Reads spans from one file: one document, or one on each line as collectors write them. */
export function readRecording(file: ImportFile): Result<Recording, readonly ImportProblem[]> {
  if (file.text.length <= LARGEST_RECORDED && isByLines(file.text)) return readLines(file);
  const document = readJson(file, LARGEST_RECORDED);
  return document.ok ? readParts(file, document.value, null) : document;
}

function readLines({ name, text: whole }: ImportFile): Result<Recording, readonly ImportProblem[]> {
  const spans: RecordedSpan[] = [];
  const leftOut: Recording["leftOut"][number][] = [];
  const lines = whole.split("\n");
  for (const [i, text] of lines.entries()) {
    if (text.trim() === "") continue;
    const line = i + 1;
    const document = readJson({ name, text }, LARGEST_RECORDED);
    if (!document.ok && line === lines.length) {
      leftOut.push({ what: "the last line: it is not complete", file: name, line });
      continue;
    }
    const read = document.ok ? readParts({ name, text }, document.value, line) : document;
    if (!read.ok) return err(read.error.map((problem) => ({ ...problem, line })));
    for (const span of read.value.spans) spans.push(span);
    leftOut.push(...read.value.leftOut);
  }
  return ok({ spans, leftOut });
}

/** Whether each line is a document: the first one ends where it ends, and another begins after it. */
function isByLines(text: string): boolean {
  const start = text.search(/\S/);
  const end = text.indexOf("\n", start);
  if (start < 0 || end < 0 || text[start] !== "{") return false;
  return (
    text.slice(start, end).trimEnd().endsWith("}") &&
    text
      .slice(end, end + 1_000)
      .trimStart()
      .startsWith("{")
  );
}

function readParts(
  file: ImportFile,
  document: ReadDocument,
  line: number | null,
): Result<Recording, readonly ImportProblem[]> {
  const spans: RecordedSpan[] = [];
  const leftOut: Recording["leftOut"][number][] = [];
  for (const { value, pointer, how } of partsOf(document.value)) {
    if (how === "nothing") {
      leftOut.push({ what: "metrics or logs: only traces are read", file: file.name, line });
      continue;
    }
    if (how === "unknown")
      return refuse(
        file,
        line,
        "it holds no traces of OpenTelemetry or Jaeger that can be read: choose another",
      );
    const read = how === "otlp" ? readOtlp(value, file.name, line) : readJaeger(value, file.name, line);
    if (!read.ok) return err(problemsIn(file, document, under(pointer, read.error)));
    for (const span of read.value) spans.push(span);
  }
  return ok({ spans, leftOut });
}

/** What answers of interfaces put around their traces is taken off. */
function partsOf(root: unknown): readonly Part[] {
  if (Array.isArray(root)) return root.map((value: unknown, i) => partOf(value, `/${i}`));
  if (!isObject(root)) return [partOf(root, "")];
  const { data, result, trace } = root;
  if (Array.isArray(data)) return data.map((value: unknown, i) => partOf(value, `/data/${i}`));
  if (isObject(data)) return [partOf(data, "/data")];
  if (isObject(result)) return [partOf(result, "/result")];
  return isObject(trace) ? [partOf(trace, "/trace")] : [partOf(root, "")];
}

function partOf(value: unknown, pointer: string): Part {
  const has = (key: string) => isObject(value) && Array.isArray(value[key]);
  if (has("resourceSpans") || has("batches")) return { value, pointer, how: "otlp" };
  if (has("spans")) return { value, pointer, how: "jaeger" };
  const isOther = has("resourceMetrics") || has("resourceLogs") || has("resourceProfiles");
  return { value, pointer, how: isOther ? "nothing" : "unknown" };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function under(pointer: string, problems: readonly InputProblem[]): readonly InputProblem[] {
  return problems.map((problem) => ({ ...problem, pointer: pointer + problem.pointer }));
}
