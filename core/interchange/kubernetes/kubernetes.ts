import { err, type Result } from "../../result.ts";
import type { Imported, Importer, ImportFile, ImportOptions, ImportProblem } from "../importer.ts";
import { readCluster } from "./kubernetes-cluster.ts";
import { readManifests } from "./kubernetes-manifests.ts";
import { drawCluster } from "./kubernetes-sketch.ts";
import { SketchBuilder } from "../sketch-builder.ts";

const API_VERSION = /(?:^|[{,])[ \t]{0,20}"?apiVersion"?[ \t]{0,4}:/m;
const KIND = /(?:^|[{,])[ \t]{0,20}"?kind"?[ \t]{0,4}:/m;

/** Manifests of Kubernetes: what runs pods is a component, and so are ways in and Services that lead out. */
export const kubernetes: Importer = {
  format: "kubernetes",
  name: "Kubernetes manifests",
  endings: [".yaml", ".yml", ".json"],
  takesSeveral: true,
  recognizes: ({ text }) => API_VERSION.test(text) && KIND.test(text),
  read: (files, options) => {
    const sketch = read(files, options);
    return sketch.ok ? sketch : err(withAdvice(files, sketch.error));
  },
};

function read(
  files: readonly ImportFile[],
  options: ImportOptions,
): Result<Imported, readonly ImportProblem[]> {
  const [first] = files;
  if (first === undefined) return err([]);
  const manifests = readManifests(files);
  if (!manifests.ok) return manifests;
  const cluster = readCluster(manifests.value.objects);
  if (!cluster.ok) return cluster;
  const sketch = new SketchBuilder("kubernetes", options);
  drawCluster(sketch, cluster.value);
  for (const { what, ...place } of manifests.value.leftOut) sketch.leftOut(what, place);
  const wholes = manifests.value.objects.flatMap(
    ({ labels }) => labels.get("app.kubernetes.io/part-of") ?? [],
  );
  const [whole] = wholes;
  const title = whole !== undefined && wholes.every((one) => one === whole) ? whole : "";
  return sketch.finish({ title, file: first.name });
}

/** Templates are no manifests before they are filled in. */
function withAdvice(
  files: readonly ImportFile[],
  problems: readonly ImportProblem[],
): readonly ImportProblem[] {
  const templates = new Set(files.filter(({ text }) => text.includes("{{")).map(({ name }) => name));
  const advice = "a template has to be filled in first, for example by helm template";
  return problems.map((problem) =>
    templates.has(problem.file) ? { ...problem, message: `${problem.message}; ${advice}` } : problem,
  );
}
