import { err, ok, type Result } from "../../result.ts";
import type { ImportProblem } from "../importer.ts";
import { labelsOf, specOf, type KubernetesObject, type Labels } from "./kubernetes-manifests.ts";
import { PodOnlySpec, WorkloadSpec, type Container, type PodSpec } from "./kubernetes.schema.ts";
import { UNSAID } from "../running/named-hosts.ts";

const RUNS_PODS = ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "CronJob", "Pod"];

/** Characters of a value or a command that are read. Values name each other, and so they may grow. */
const LONGEST_VALUE = 2_000;
const LONGEST_COMMAND = 20_000;

/** Something that runs pods. */
export interface Workload {
  readonly object: KubernetesObject;
  readonly spec: WorkloadSpec;
  readonly pod: PodSpec;
  /** Where the pod stands in the object. */
  readonly podPath: readonly string[];
  /** Of the pods, by which services find them. */
  readonly labels: Labels;
}

/** One container with its variables as it finds them. */
export interface ContainerOf {
  readonly container: Container;
  readonly isInit: boolean;
  readonly path: readonly (string | number)[];
  readonly variables: readonly Variable[];
  /** Command and arguments with the variables that are named in them. */
  readonly command: string;
}

/** The entries of a ConfigMap of the pod's namespace; none where there is no such map. */
export type Configured = (name: string | null | undefined) => Labels;

export interface Variable {
  readonly name: string;
  readonly value: string;
  /** From where in the object it comes. */
  readonly path: readonly (string | number)[];
}

export function isWorkload({ kind, isOwned }: KubernetesObject): boolean {
  return RUNS_PODS.includes(kind) && !(isOwned && ["ReplicaSet", "Job", "Pod"].includes(kind));
}

export function workloadOf(object: KubernetesObject): Result<Workload, readonly ImportProblem[]> {
  if (object.kind === "Pod") {
    const pod = specOf(object, PodOnlySpec);
    if (!pod.ok) return pod;
    return ok({ object, spec: {}, pod: pod.value, podPath: ["spec"], labels: object.labels });
  }
  const spec = specOf(object, WorkloadSpec);
  if (!spec.ok) return err(spec.error);
  const path = object.kind === "CronJob" ? ["jobTemplate", "spec", "template"] : ["template"];
  const { spec: pod, metadata } = templateIn(object.kind, spec.value) ?? {};
  return ok({
    object,
    spec: spec.value,
    pod: pod ?? {},
    podPath: ["spec", ...path, "spec"],
    labels: labelsOf(metadata?.labels),
  });
}

function templateIn(kind: string, { template, jobTemplate }: WorkloadSpec) {
  return kind === "CronJob" ? jobTemplate?.spec?.template : template;
}

/** The containers of a pod, those that run first included. */
export function containersOf({ pod, podPath }: Workload, configured: Configured): readonly ContainerOf[] {
  return (["initContainers", "containers"] as const).flatMap((part) =>
    (pod[part] ?? []).map((container, i) => {
      const path = [...podPath, part, i];
      const variables = variablesOf(container, path, configured);
      const values = new Map(variables.map(({ name, value }) => [name, value]));
      const command = [...(container.command ?? []), ...(container.args ?? [])].join(" ");
      const isInit = part === "initContainers" && container.restartPolicy !== "Always";
      return { container, isInit, path, variables, command: filledIn(command, values) };
    }),
  );
}

/** Those of whole ConfigMaps first: what is given by itself goes before them, and may name them. */
function variablesOf(
  { env, envFrom }: Container,
  path: readonly (string | number)[],
  configured: Configured,
): readonly Variable[] {
  const variables = new Map<string, Variable>();
  const values = new Map<string, string>();
  const add = (name: string, given: string, where: readonly (string | number)[]) => {
    const value = filledIn(given.slice(0, LONGEST_VALUE), values).slice(0, LONGEST_VALUE);
    values.set(name, value);
    variables.set(name, { name, value, path: [...path, ...where] });
  };
  for (const [i, { prefix, configMapRef }] of (envFrom ?? []).entries())
    for (const [key, value] of configured(configMapRef?.name))
      add(`${prefix ?? ""}${key}`, value, ["envFrom", i]);
  for (const [i, variable] of (env ?? []).entries())
    add(variable.name, variable.value ?? configuredValue(variable, configured), ["env", i]);
  return [...variables.values()];
}

function configuredValue(
  { valueFrom }: NonNullable<Container["env"]>[number],
  configured: Configured,
): string {
  const { name, key } = valueFrom?.configMapKeyRef ?? {};
  return configured(name).get(key ?? "") ?? "";
}

const REFERENCE = /\$\$?\(([A-Za-z_][\w.-]{0,200})\)/g;

/** `$(HOST):80` with the value that the variable has by then. What grows beyond any command is cut. */
function filledIn(text: string, values: ReadonlyMap<string, string>): string {
  let filled = "";
  let at = 0;
  for (const { 0: whole, 1: name = "", index } of text.matchAll(REFERENCE)) {
    const value = whole.startsWith("$$") ? whole.slice(1) : (values.get(name) ?? UNSAID);
    filled += text.slice(at, index) + value;
    at = index + whole.length;
    if (filled.length > LONGEST_COMMAND) return filled.slice(0, LONGEST_COMMAND);
  }
  return (filled + text.slice(at)).slice(0, LONGEST_COMMAND);
}

/** Of several containers the one that is called like the workload, or else the first, is what it is there for. */
export function mainImage({ name }: KubernetesObject, containers: readonly ContainerOf[]): readonly string[] {
  const running = containers.filter(({ isInit }) => !isInit).map(({ container }) => container);
  const main = running.find((container) => container.name === name) ?? running[0];
  return main?.image === undefined || main.image === null ? [] : [main.image];
}
