import { pointerTo, readShape } from "../../architecture/input-problem.schema.ts";
import { err, ok, type Result } from "../../result.ts";
import type { ImportFile, ImportProblem, Place } from "../importer.ts";
import { Manifest } from "./kubernetes.schema.ts";
import { problemsIn, readYaml, type ReadDocument } from "../read-document.ts";

/** Objects of all files together. A list of such size is a dump of a cluster, and no sketch. */
const MOST_OBJECTS = 5_000;

/** One object of a cluster as the files describe it. */
export interface KubernetesObject {
  readonly kind: string;
  /** What stands before the version: `apps`, empty for the core. */
  readonly group: string;
  readonly name: string;
  /** "default" where nothing is said. */
  readonly namespace: string;
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly isOwned: boolean;
  readonly spec: unknown;
  readonly data: unknown;
  readonly placeOf: (...path: readonly (string | number)[]) => Place;
  readonly problems: (
    path: string,
    found: readonly { pointer: string; message: string }[],
  ) => readonly ImportProblem[];
}

export type Labels = ReadonlyMap<string, string>;

export interface ReadManifests {
  readonly objects: readonly KubernetesObject[];
  /** What is no object, and what is there twice. */
  readonly leftOut: readonly (Place & { readonly what: string })[];
}

/** All objects of all files, lists taken apart. Of two with one name the later counts, as it does for the cluster. */
export function readManifests(files: readonly ImportFile[]): Result<ReadManifests, readonly ImportProblem[]> {
  const objects = new Map<string, KubernetesObject>();
  const leftOut: (Place & { what: string })[] = [];
  for (const file of files) {
    const documents = readYaml(file);
    if (!documents.ok) return documents;
    for (const document of documents.value) {
      const found = objectsIn(file, document);
      if (!found.ok) return found;
      for (const object of found.value.objects) {
        const key = JSON.stringify([object.group, object.kind, object.namespace, object.name]);
        if (objects.has(key))
          leftOut.push({ what: `${titleOf(object)} is there twice`, ...object.placeOf() });
        objects.set(key, object);
      }
      leftOut.push(...found.value.leftOut);
      if (objects.size > MOST_OBJECTS)
        return err([
          {
            file: file.name,
            line: null,
            message: `there are more than ${MOST_OBJECTS} objects: choose fewer`,
          },
        ]);
    }
  }
  return ok({ objects: [...objects.values()], leftOut });
}

/** `Deployment “web”` */
export function titleOf({ kind, name, namespace }: KubernetesObject): string {
  return `${kind} “${name}”${namespace === "default" ? "" : ` in “${namespace}”`}`;
}

/** The spec of an object by the schema of its kind. */
export function specOf<T>(
  object: KubernetesObject,
  schema: Parameters<typeof readShape<T>>[0],
): Result<T, readonly ImportProblem[]> {
  const read = readShape(schema, object.spec ?? {});
  return read.ok ? read : err(object.problems("/spec", read.error));
}

interface Waiting {
  readonly value: unknown;
  readonly path: readonly (string | number)[];
}

function objectsIn(
  file: ImportFile,
  document: ReadDocument,
): Result<ReadManifests, readonly ImportProblem[]> {
  const objects: KubernetesObject[] = [];
  const leftOut: (Place & { what: string })[] = [];
  const waiting: Waiting[] = [{ value: document.value, path: [] }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path } = next;
    const line = () => document.lineOf(pointerTo(path));
    if (!isManifest(value)) {
      leftOut.push({ what: "something that is no object of Kubernetes", file: file.name, line: line() });
      continue;
    }
    const read = readShape(Manifest, value);
    if (!read.ok) return err(problemsIn(file, document, under(pointerTo(path), read.error)));
    const { kind, items } = read.value;
    if (kind.endsWith("List") && items !== null && items !== undefined)
      for (const [i, item] of [...items.entries()].reverse())
        waiting.push({ value: item, path: [...path, "items", i] });
    else objects.push(objectOf(file, document, read.value, path));
    if (waiting.length > MOST_OBJECTS)
      return err([
        {
          file: file.name,
          line: line(),
          message: `there are more than ${MOST_OBJECTS} objects: choose fewer`,
        },
      ]);
  }
  return ok({ objects, leftOut });
}

function isManifest(value: unknown): boolean {
  return typeof value === "object" && value !== null && "kind" in value && "apiVersion" in value;
}

function objectOf(
  file: ImportFile,
  document: ReadDocument,
  { apiVersion, kind, metadata, spec, data }: Manifest,
  path: readonly (string | number)[],
): KubernetesObject {
  return {
    kind,
    group: apiVersion.slice(0, Math.max(0, apiVersion.indexOf("/"))),
    ...identityIn(metadata ?? {}),
    spec,
    data,
    placeOf: (...inside) => ({ file: file.name, line: document.lineOf(pointerTo([...path, ...inside])) }),
    problems: (inside, found) => problemsIn(file, document, under(pointerTo(path) + inside, found)),
  };
}

type Metadata = NonNullable<Manifest["metadata"]>;

function identityIn({ name, generateName, namespace, labels, annotations, ownerReferences }: Metadata) {
  return {
    name: name ?? generateName ?? "unnamed",
    namespace: namespace ?? "default",
    labels: labelsOf(labels),
    annotations: labelsOf(annotations),
    isOwned: (ownerReferences ?? []).length > 0,
  };
}

export function labelsOf(labels: Readonly<Record<string, string | null>> | null | undefined): Labels {
  return new Map(Object.entries(labels ?? {}).map(([key, value]) => [key, value ?? ""]));
}

function under(pointer: string, found: readonly { pointer: string; message: string }[]) {
  return found.map((one) => ({ ...one, pointer: pointer + one.pointer }));
}
