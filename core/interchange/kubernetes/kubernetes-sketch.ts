import type { ComponentKind } from "../../architecture/vocabulary.ts";
import { stateNeeds, stateWorkloadFacts, workloadNotes, claimsOf, secretsOf } from "./kubernetes-facts.ts";
import type { Cluster, NamedService, RunningWorkload } from "./kubernetes-cluster.ts";
import { titleOf, type KubernetesObject } from "./kubernetes-manifests.ts";
import { selectBy, ServiceNames } from "./kubernetes-names.ts";
import { callerLimit, wayTitle } from "./kubernetes-routes.ts";
import { mainImage, type ContainerOf } from "./kubernetes-workloads.ts";
import { hostsInCommand, hostsInValue, type NamedHost } from "../running/named-hosts.ts";
import { connectByReasons, reasonOf, type Reason } from "../running/reasons.ts";
import {
  agreeOnShared,
  schemesByTarget,
  seemingKind,
  type SeemingKind,
} from "../running/running-component.ts";
import type { SketchBuilder } from "../sketch-builder.ts";

const DEFAULT = "default";
const DEFAULTS = "what says nothing of a namespace lies in it, so it bounds nothing";

/** A host that a container names, and the component behind it. Both by their keys. */
interface Mention {
  readonly from: string;
  readonly to: string;
  readonly of: ContainerOf;
  readonly named: NamedHost;
  readonly what: string;
  readonly path: readonly (string | number)[];
  readonly object: KubernetesObject;
}

/** Components have keys before they have ids: what they are depends on who names them, and how. */
const workloadKey = (i: number) => `workload ${i}`;
const serviceKey = (i: number) => `service ${i}`;
const gatewayKey = ({ kind, namespace, name }: Pick<KubernetesObject, "kind" | "namespace" | "name">) =>
  JSON.stringify([kind, namespace, name]);

/** Draws a cluster. */
export function drawCluster(sketch: SketchBuilder, cluster: Cluster): void {
  const select = selectBy(
    cluster.workloads.map(({ workload: { object, labels } }, i) => ({
      id: workloadKey(i),
      namespace: object.namespace,
      labels,
    })),
  );
  const names = new ServiceNames();
  const outside: { readonly key: string; readonly service: NamedService }[] = [];
  for (const [i, service] of cluster.services.entries()) {
    const behind = select(service.object.namespace, service.selector);
    if (behind.length === 0) outside.push({ key: serviceKey(i), service });
    names.add(service.object, behind.length === 0 ? [serviceKey(i)] : behind);
  }
  const mentions = cluster.workloads.flatMap((running, i) => mentionsOf(running, workloadKey(i), names));
  const drawing = new Drawing(sketch, cluster);
  drawing.workloads(mentions, aroundBy(cluster, select));
  drawing.outside(outside);
  drawing.gateways();
  drawing.connections(mentions, names);
  drawing.needs(mentions);
  drawing.shared();
  for (const other of cluster.others)
    sketch.leftOut(`${titleOf(other)}: it is no part of a sketch`, other.placeOf());
}

function mentionsOf(
  { workload: { object }, containers }: RunningWorkload,
  from: string,
  names: ServiceNames,
): readonly Mention[] {
  return containers.flatMap((of) => {
    const resolve = (found: readonly NamedHost[], where: string, path: Mention["path"]) =>
      found.flatMap((named) =>
        names.ofHost(named.host, object.namespace).map((to) => ({
          ...{ from, to, of, named, path, object },
          what: `${where} of “${object.name}” names “${named.host}”`,
        })),
      );
    return [
      ...of.variables.flatMap(({ name, value, path }) =>
        resolve(hostsInValue(name, value), `“${name}”`, path),
      ),
      ...resolve(hostsInCommand(of.command), "the command", of.path),
    ];
  });
}

/** What objects around the workloads say of each of them. */
function aroundBy(
  { budgets }: Cluster,
  select: ReturnType<typeof selectBy>,
): ReadonlyMap<string, readonly string[]> {
  const around = new Map<string, string[]>();
  for (const { object, selector, words } of budgets) {
    for (const key of select(object.namespace, selector)) {
      const line = `While nodes are emptied: ${words}`;
      around.set(key, [...(around.get(key) ?? []), line].slice(0, 5));
    }
  }
  return around;
}

class Drawing {
  readonly #sketch: SketchBuilder;
  readonly #cluster: Cluster;
  readonly #ids = new Map<string, string>();
  readonly #kinds = new Map<string, ComponentKind>();
  readonly #namespaces = new Map<string, string>();

  constructor(sketch: SketchBuilder, cluster: Cluster) {
    this.#sketch = sketch;
    this.#cluster = cluster;
    for (const object of cluster.namespaces) {
      if (object.name === DEFAULT) sketch.leftOut(`${titleOf(object)}: ${DEFAULTS}`, object.placeOf());
      else this.#boundary(object.name, object);
    }
  }

  workloads(mentions: readonly Mention[], around: ReadonlyMap<string, readonly string[]>): void {
    const schemes = schemesByTarget(mentions.map(asReason));
    const scalers = new Map(
      this.#cluster.scalers.map((scaler) => [
        JSON.stringify([scaler.object.namespace, scaler.kind, scaler.target]),
        scaler,
      ]),
    );
    for (const [i, running] of this.#cluster.workloads.entries()) {
      const key = workloadKey(i);
      const { workload, containers } = running;
      const seems = seemingWorkload(running, schemes.get(key) ?? []);
      const notes = workloadNotes(workload, containers, around.get(key) ?? []);
      const id = this.#add(key, workload.object, seems.kind, { guessedKind: seems.guess, notes });
      const { namespace, kind, name } = workload.object;
      const scaler = scalers.get(JSON.stringify([namespace, kind, name]));
      stateWorkloadFacts(this.#sketch, workload, { id, kind: seems.kind }, scaler);
    }
  }

  /** What each needs before it starts; asked when all are drawn. */
  needs(mentions: readonly Mention[]): void {
    const byWorkload = Map.groupBy(mentions, ({ from }) => from);
    for (const [key, its] of byWorkload) {
      const id = this.#ids.get(key);
      const [first] = its;
      if (id === undefined || first === undefined) continue;
      const named = its.flatMap(({ of, to, named: { host } }) => {
        const target = this.#ids.get(to);
        return target === undefined ? [] : [{ of, to: target, name: host }];
      });
      stateNeeds(this.#sketch, id, named, first.object);
    }
  }

  outside(services: readonly { readonly key: string; readonly service: NamedService }[]): void {
    for (const { key, service } of services) {
      const { object, externalName } = service;
      const notes = externalName === null ? "" : `Stands for ${externalName}`;
      const guessedKind = externalName === null ? "nothing in the files runs behind it" : undefined;
      this.#add(key, object, "external", { guessedKind, notes });
    }
  }

  gateways(): void {
    for (const object of this.#cluster.gateways) {
      const id = this.#add(gatewayKey(object), object, "gateway", { guessedKind: undefined, notes: "" });
      const limit = callerLimit(object);
      if (limit === null) continue;
      const address = { about: { component: id }, fact: "admission" } as const;
      const place = object.placeOf("metadata", "annotations");
      this.#sketch.fact({ address, value: "per-caller", evidence: limit, guessed: false }, place);
    }
  }

  connections(mentions: readonly Mention[], names: ServiceNames): void {
    const reasons = mentions.map(asReason).flatMap((reason) => this.#withIds(reason));
    connectByReasons(this.#sketch, reasons, (id) => this.#kinds.get(id) ?? "service");
    this.#ways(names);
  }

  #ways(names: ServiceNames): void {
    const drawn = new Set<string>();
    for (const way of this.#cluster.ways) {
      const { gateway, service, object, timeoutSeconds } = way;
      const from = this.#ids.get(gatewayKey(gateway));
      const behind = names.behind(service.namespace, service.name).flatMap((key) => this.#ids.get(key) ?? []);
      const origin = { what: wayTitle(way), ...object.placeOf("spec") };
      if (from === undefined || behind.length === 0)
        this.#sketch.leftOut(`${origin.what}, and one of the two is not in the files`, origin);
      for (const to of behind) {
        if (from === undefined || drawn.has(`${from} ${to}`)) continue;
        drawn.add(`${from} ${to}`);
        const numbers = timeoutSeconds === null ? {} : { timeoutSeconds };
        this.#sketch.connection({ from, to, kind: "call", numbers }, origin);
      }
    }
  }

  /** Secrets and volumes that several workloads have. */
  shared(): void {
    for (const [thing, users] of sharedIn(this.#cluster)) {
      const [, what = ""] = JSON.parse(thing) as readonly string[];
      const components = users.flatMap(({ key }) => this.#ids.get(key) ?? []);
      const place = () => users[0]?.object.placeOf("spec") ?? { file: "", line: null };
      agreeOnShared(this.#sketch, { what, components, place }, (id) => this.#kinds.get(id) ?? "service");
    }
  }

  #withIds(reason: Reason): readonly Reason[] {
    const [from, to] = [this.#ids.get(reason.from), this.#ids.get(reason.to)];
    return from === undefined || to === undefined ? [] : [{ ...reason, from, to }];
  }

  #add(
    key: string,
    object: KubernetesObject,
    kind: ComponentKind,
    { guessedKind, notes }: { readonly guessedKind: string | undefined; readonly notes: string },
  ): string {
    const boundaries = object.namespace === DEFAULT ? [] : [this.#boundary(object.namespace, object)];
    const origin = { what: titleOf(object), guessedKind, ...object.placeOf() };
    const id = this.#sketch.component({ name: object.name, kind, boundaries, notes }, origin);
    this.#ids.set(key, id);
    this.#kinds.set(id, kind);
    return id;
  }

  #boundary(namespace: string, object: KubernetesObject): string {
    const known = this.#namespaces.get(namespace);
    if (known !== undefined) return known;
    const guessedKind = "that trust ends where it ends is a guess";
    const origin = { what: `namespace “${namespace}”`, guessedKind, ...object.placeOf("metadata") };
    const id = this.#sketch.boundary({ name: namespace, kind: "trust" }, origin);
    this.#namespaces.set(namespace, id);
    return id;
  }
}

/** Namespace and name of each secret and volume claim, and the workloads that name it. */
function sharedIn({ workloads }: Cluster) {
  const users = new Map<string, { readonly key: string; readonly object: KubernetesObject }[]>();
  for (const [i, { workload, containers }] of workloads.entries()) {
    const { object, pod } = workload;
    const things = [
      ...secretsOf(pod, containers).map((name) => `the secret “${name}”`),
      ...claimsOf(pod).map((name) => `the volume claim “${name}”`),
    ];
    for (const what of new Set(things)) {
      const thing = JSON.stringify([object.namespace, what]);
      const user = { key: workloadKey(i), object };
      const known = users.get(thing);
      if (known === undefined) users.set(thing, [user]);
      else known.push(user);
    }
  }
  return users;
}

function asReason({ from, to, named, what, object, path }: Mention): Reason {
  return reasonOf(named, { from, to, what, place: () => object.placeOf(...path) });
}

const BY_OBJECT: Readonly<Partial<Record<string, SeemingKind>>> = {
  CronJob: { kind: "scheduler", guess: "a CronJob starts work at set times" },
  Job: { kind: "worker", guess: "a Job does its work and ends" },
};

/** By its schedule, its main container, its name, and the addresses that others reach it at. */
function seemingWorkload(
  { workload: { object, spec }, containers }: RunningWorkload,
  schemes: readonly (string | null)[],
): SeemingKind {
  const byObject = BY_OBJECT[object.kind];
  if (object.kind === "CronJob" && byObject !== undefined) return byObject;
  const seems = seemingKind(object.name, mainImage(object, containers), schemes);
  if (seems.kind !== "service") return seems;
  const keepsData = object.kind === "StatefulSet" && (spec.volumeClaimTemplates ?? []).length > 0;
  return keepsData ? { kind: "store", guess: "it keeps data on volumes of its own" } : (byObject ?? seems);
}
