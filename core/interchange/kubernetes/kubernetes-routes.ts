import { err, ok, type Result } from "../../result.ts";
import type { ImportProblem } from "../importer.ts";
import { specOf, titleOf, type KubernetesObject } from "./kubernetes-manifests.ts";
import { IngressSpec, RouteSpec } from "./kubernetes.schema.ts";

/** A way from outside to a Service. */
export interface Way {
  /** The Ingress or Gateway. */
  readonly gateway: Pick<KubernetesObject, "kind" | "namespace" | "name">;
  readonly service: { readonly namespace: string; readonly name: string };
  /** Where it is said. */
  readonly object: KubernetesObject;
  readonly timeoutSeconds: number | null;
}

const ROUTES = ["HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute", "UDPRoute"];

export function isGateway({ kind, group }: KubernetesObject): boolean {
  return kind === "Ingress" || (kind === "Gateway" && group.startsWith("gateway."));
}

export function isRoute({ kind, group }: KubernetesObject): boolean {
  return ROUTES.includes(kind) && group.startsWith("gateway.");
}

/** Where an Ingress or a route leads. */
export function waysOf(object: KubernetesObject): Result<readonly Way[], readonly ImportProblem[]> {
  if (object.kind === "Ingress") return waysOfIngress(object);
  return isRoute(object) ? waysOfRoute(object) : ok([]);
}

function waysOfIngress(object: KubernetesObject): Result<readonly Way[], readonly ImportProblem[]> {
  const spec = specOf(object, IngressSpec);
  if (!spec.ok) return err(spec.error);
  const { defaultBackend, backend, rules } = spec.value;
  const backends = [
    defaultBackend,
    backend,
    ...(rules ?? []).flatMap(({ http }) => (http?.paths ?? []).map((path) => path.backend)),
  ];
  const timeoutSeconds = secondsIn(object.annotations.get("nginx.ingress.kubernetes.io/proxy-read-timeout"));
  const names = backends.flatMap((one) => one?.service?.name ?? one?.serviceName ?? []);
  return ok(
    [...new Set(names)].map((name) => ({
      gateway: object,
      service: { namespace: object.namespace, name },
      object,
      timeoutSeconds,
    })),
  );
}

function waysOfRoute(object: KubernetesObject): Result<readonly Way[], readonly ImportProblem[]> {
  const spec = specOf(object, RouteSpec);
  if (!spec.ok) return err(spec.error);
  const { parentRefs, rules } = spec.value;
  const gateways = (parentRefs ?? [])
    .filter(({ kind }) => (kind ?? "Gateway") === "Gateway")
    .slice(0, 20)
    .map(({ name, namespace }) => ({ kind: "Gateway", name, namespace: namespace ?? object.namespace }));
  const backends = (rules ?? []).flatMap(({ backendRefs, timeouts }) =>
    (backendRefs ?? [])
      .filter(({ kind }) => (kind ?? "Service") === "Service")
      .map(({ name, namespace }) => ({
        service: { name, namespace: namespace ?? object.namespace },
        timeoutSeconds: secondsIn(timeouts?.backendRequest ?? timeouts?.request),
      })),
  );
  return ok(gateways.flatMap((gateway) => backends.map((backend) => ({ gateway, object, ...backend }))));
}

/** `30`, `10s`, `500ms`, `1m`; null for anything else. */
function secondsIn(duration: string | null | undefined): number | null {
  const [, number, unit = "s"] = /^(\d{1,9}(?:\.\d{1,9})?)(ms|s|m|h)?$/.exec(duration ?? "") ?? [];
  if (number === undefined) return null;
  const seconds = { ms: 0.001, s: 1, m: 60, h: 3600 }[unit] ?? 1;
  return Number(number) * seconds;
}

const PER_CALLER = ["limit-rps", "limit-rpm", "limit-connections"];

/** How an Ingress limits each caller, where its annotations say so. */
export function callerLimit({ annotations }: KubernetesObject): string | null {
  for (const name of PER_CALLER) {
    const most = annotations.get(`nginx.ingress.kubernetes.io/${name}`);
    if (most !== undefined) return `${name}: ${most}`;
  }
  return null;
}

export function wayTitle({ object, service }: Way): string {
  return `${titleOf(object)} leads to the Service “${service.name}”`;
}
