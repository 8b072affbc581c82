import type { ComponentKind } from "../../architecture/vocabulary.ts";
import type { KubernetesObject } from "./kubernetes-manifests.ts";
import type { ContainerOf, Workload } from "./kubernetes-workloads.ts";
import { scaleOf } from "../running/running-component.ts";
import type { NewFact, SketchBuilder } from "../sketch-builder.ts";

type Given = Pick<NewFact, "value" | "evidence" | "guessed">;

/** What changes the number of pods of a workload, and between which numbers. */
export interface Scaler {
  readonly object: KubernetesObject;
  readonly least: number;
  readonly most: number;
}

/** What the files say of a workload that has no fact of its own: kept as words. */
export function workloadNotes(
  { object, spec, pod }: Workload,
  containers: readonly ContainerOf[],
  around: readonly string[],
): string {
  const running = containers.filter(({ isInit }) => !isInit);
  const strategy = spec.strategy ?? spec.updateStrategy;
  const rolling = strategy?.rollingUpdate;
  return [
    said("Kubernetes", object.kind),
    said("Images", running.flatMap(({ container }) => container.image ?? []).join(", ")),
    said("Replaced", strategy?.type),
    said("At most unavailable while it is replaced", rolling?.maxUnavailable),
    said("Scheduled", spec.schedule),
    said("When the last run has not ended", spec.concurrencyPolicy),
    said("Retries of a failed run", spec.backoffLimit?.toString()),
    said("Restarted", pod.restartPolicy),
    said("Service account", pod.serviceAccountName),
    ...running.flatMap(probesOf),
    said("Secrets", secretsOf(pod, containers).join(", ")),
    said("Volume claims", claimsOf(pod).join(", ")),
    ...around,
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function probesOf({ container }: ContainerOf): readonly string[] {
  const probes = (["readinessProbe", "livenessProbe", "startupProbe"] as const).filter(
    (probe) => container[probe] !== undefined,
  );
  const limits = Object.entries(container.resources?.limits ?? {}).map(
    ([what, most]) => `${what} ${most ?? ""}`,
  );
  const name = container.name ?? "container";
  return [
    said(`Probes of ${name}`, probes.map((probe) => probe.slice(0, -"Probe".length)).join(", ")),
    said(`Limits of ${name}`, limits.join(", ")),
  ];
}

/** Secrets that a pod names, in its variables or as files. */
export function secretsOf(pod: Workload["pod"], containers: readonly ContainerOf[]): readonly string[] {
  const inVariables = containers.flatMap(({ container }) => [
    ...(container.env ?? []).map(({ valueFrom }) => valueFrom?.secretKeyRef?.name),
    ...(container.envFrom ?? []).map(({ secretRef }) => secretRef?.name),
  ]);
  const asFiles = (pod.volumes ?? []).map(({ secret }) => secret?.secretName);
  return [...new Set([...inVariables, ...asFiles])].filter((name) => name !== undefined && name !== null);
}

export function claimsOf({ volumes }: Workload["pod"]): readonly string[] {
  return (volumes ?? []).flatMap(({ persistentVolumeClaim: claim }) => claim?.claimName ?? []);
}

/** The facts of a workload that the files say or strongly suggest. */
export function stateWorkloadFacts(
  sketch: SketchBuilder,
  workload: Workload,
  component: { readonly id: string; readonly kind: ComponentKind },
  scaler: Scaler | undefined,
): void {
  const about = { component: component.id };
  const { spec, object } = workload;
  const scale = scaleIn(workload, scaler);
  const at = scaler?.object.placeOf("spec") ?? object.placeOf("spec", "replicas");
  if (scale !== null) sketch.fact({ address: { about, fact: "scale" }, ...scale }, at);
  if (scaler !== undefined) {
    const evidence = `${scaler.object.kind} “${scaler.object.name}”: ${scaler.least} to ${scaler.most} replicas`;
    sketch.fact({ address: { about, fact: "sizedFor" }, value: "elastic", evidence, guessed: false }, at);
  }
  if (component.kind === "store" && (spec.volumeClaimTemplates ?? []).length > 0) {
    const evidence = "it keeps its data on volumes of its own (volumeClaimTemplates)";
    const place = object.placeOf("spec", "volumeClaimTemplates");
    const address = { about, fact: "stateAuthority" } as const;
    sketch.fact({ address, value: "authoritative", evidence, guessed: true }, place);
  }
}

function scaleIn({ spec, object }: Workload, scaler: Scaler | undefined): Given | null {
  if (scaler !== undefined) {
    const value = scaleOf(scaler.most);
    return value === null ? null : { value, evidence: `at most ${scaler.most} replicas`, guessed: false };
  }
  if (object.kind === "DaemonSet")
    return { value: "fleet", evidence: "a DaemonSet runs one on every node", guessed: true };
  if (!["Deployment", "StatefulSet", "ReplicaSet"].includes(object.kind)) return null;
  const { replicas } = spec;
  if (replicas === undefined || replicas === null)
    return { value: "one", evidence: "no replicas are given, and then it is one", guessed: true };
  const value = scaleOf(replicas);
  return value === null ? null : { value, evidence: `replicas: ${replicas}`, guessed: false };
}

const WAITING =
  /\b(?:until|while|for|wait\S{0,40}|nc|nslookup|dig|pg_isready|mysqladmin|redis-cli|grpc_health_probe)\b/;

/** What must work before the pod starts: everything that a container names which runs before the others. */
export function stateNeeds(
  sketch: SketchBuilder,
  component: string,
  named: readonly { readonly of: ContainerOf; readonly to: string; readonly name: string }[],
  object: KubernetesObject,
): void {
  const before = named.filter(({ of, to }) => of.isInit && to !== component);
  const [first] = before;
  if (first === undefined) return;
  const isWaiting = before.every(
    ({ of }) => WAITING.test(of.command) || WAITING.test(of.container.image ?? ""),
  );
  const names = [
    ...new Set(before.map(({ of, name }) => `${of.container.name ?? "it"} names “${name}”`)),
  ].join(", ");
  const address = { about: { component }, fact: "restartNeeds" } as const;
  const evidence = `a container that must end before the others start: ${names}`;
  const value = [...new Set(before.map(({ to }) => to))];
  sketch.fact({ address, value, evidence, guessed: !isWaiting }, object.placeOf(...first.of.path));
}

function said(label: string, words: string | null | undefined): string {
  return words === null || words === undefined || words === "" ? "" : `${label}: ${words}`;
}
