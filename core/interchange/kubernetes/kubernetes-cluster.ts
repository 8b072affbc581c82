import { err, ok, type Result } from "../../result.ts";
import type { ImportProblem } from "../importer.ts";
import type { Scaler } from "./kubernetes-facts.ts";
import { labelsOf, specOf, type KubernetesObject, type Labels } from "./kubernetes-manifests.ts";
import { isGateway, isRoute, waysOf, type Way } from "./kubernetes-routes.ts";
import { BudgetSpec, ConfigMapData, ScalerSpec, ServiceSpec } from "./kubernetes.schema.ts";
import { readShape } from "../../architecture/input-problem.schema.ts";
import {
  containersOf,
  isWorkload,
  workloadOf,
  type ContainerOf,
  type Workload,
} from "./kubernetes-workloads.ts";

/** A ConfigMap with more entries than this is no list of variables. */
const MOST_ENTRIES = 500;

export interface RunningWorkload {
  readonly workload: Workload;
  readonly containers: readonly ContainerOf[];
}

export interface NamedService {
  readonly object: KubernetesObject;
  readonly selector: Labels;
  /** A name outside the cluster that this one stands for. */
  readonly externalName: string | null;
}

export interface Budget {
  readonly object: KubernetesObject;
  readonly selector: Labels;
  readonly words: string;
}

/** The objects of a cluster, read by their kinds. */
export interface Cluster {
  readonly workloads: readonly RunningWorkload[];
  readonly services: readonly NamedService[];
  readonly gateways: readonly KubernetesObject[];
  readonly ways: readonly Way[];
  readonly scalers: readonly (Scaler & { readonly kind: string; readonly target: string })[];
  readonly budgets: readonly Budget[];
  readonly namespaces: readonly KubernetesObject[];
  /** What has no place in a sketch. */
  readonly others: readonly KubernetesObject[];
}

export function readCluster(objects: readonly KubernetesObject[]): Result<Cluster, readonly ImportProblem[]> {
  const of = (is: (object: KubernetesObject) => boolean) => objects.filter(is);
  const workloads = each(of(isWorkload), workloadOf);
  if (!workloads.ok) return workloads;
  const services = each(of(isService), serviceOf);
  if (!services.ok) return services;
  const ways = each(
    of((one) => isGateway(one) || isRoute(one)),
    waysOf,
  );
  if (!ways.ok) return ways;
  const scalers = each(of(isScaler), scalerOf);
  if (!scalers.ok) return scalers;
  const budgets = each(of(isBudget), budgetOf);
  if (!budgets.ok) return budgets;
  const configured = configMaps(objects);
  return ok({
    workloads: workloads.value.map((workload) => ({
      workload,
      containers: containersOf(
        workload,
        (name) => configured.get(`${workload.object.namespace}/${name ?? ""}`) ?? new Map(),
      ),
    })),
    services: services.value,
    gateways: of(isGateway),
    ways: ways.value.flat(),
    scalers: scalers.value,
    budgets: budgets.value,
    namespaces: of(({ kind }) => kind === "Namespace"),
    others: of((object) => !IS_READ.some((is) => is(object))),
  });
}

const isService = ({ kind, group }: KubernetesObject) => kind === "Service" && group === "";
const isBudget = ({ kind }: KubernetesObject) => kind === "PodDisruptionBudget";
const isScaler = ({ kind }: KubernetesObject) => ["HorizontalPodAutoscaler", "ScaledObject"].includes(kind);
const isNamespace = ({ kind }: KubernetesObject) => kind === "Namespace";
const IS_READ = [isWorkload, isService, isGateway, isRoute, isScaler, isBudget, isNamespace];

function each<T>(
  objects: readonly KubernetesObject[],
  read: (object: KubernetesObject) => Result<T, readonly ImportProblem[]>,
): Result<readonly T[], readonly ImportProblem[]> {
  const all: T[] = [];
  for (const object of objects) {
    const one = read(object);
    if (!one.ok) return err(one.error);
    all.push(one.value);
  }
  return ok(all);
}

function serviceOf(object: KubernetesObject): Result<NamedService, readonly ImportProblem[]> {
  const spec = specOf(object, ServiceSpec);
  if (!spec.ok) return spec;
  const { selector, type, externalName } = spec.value;
  return ok({
    object,
    selector: labelsOf(selector),
    externalName: type === "ExternalName" ? (externalName ?? null) : null,
  });
}

function scalerOf(object: KubernetesObject) {
  const spec = specOf(object, ScalerSpec);
  if (!spec.ok) return spec;
  const { scaleTargetRef, minReplicas, minReplicaCount, maxReplicas, maxReplicaCount } = spec.value;
  return ok({
    object,
    kind: scaleTargetRef.kind ?? "Deployment",
    target: scaleTargetRef.name,
    least: minReplicas ?? minReplicaCount ?? 1,
    most: maxReplicas ?? maxReplicaCount ?? 100,
  });
}

function budgetOf(object: KubernetesObject): Result<Budget, readonly ImportProblem[]> {
  const spec = specOf(object, BudgetSpec);
  if (!spec.ok) return spec;
  const { minAvailable, maxUnavailable, selector } = spec.value;
  const words = [
    ...(minAvailable === undefined || minAvailable === null ? [] : [`at least ${minAvailable} available`]),
    ...(maxUnavailable === undefined || maxUnavailable === null
      ? []
      : [`at most ${maxUnavailable} unavailable`]),
  ];
  return ok({ object, selector: labelsOf(selector?.matchLabels), words: words.join(", ") });
}

/** By namespace and name. What is no list of texts is passed over. */
function configMaps(objects: readonly KubernetesObject[]): ReadonlyMap<string, Labels> {
  return new Map(
    objects
      .filter(({ kind }) => kind === "ConfigMap")
      .flatMap(({ namespace, name, data }) => {
        const read = readShape(ConfigMapData, data ?? {});
        if (!read.ok || Object.keys(read.value).length > MOST_ENTRIES) return [];
        return [[`${namespace}/${name}`, labelsOf(read.value)] as const];
      }),
  );
}
