import { deployment, readManifests as read, service } from "#tests/support/kubernetes-manifests.ts";
import { describe, expect, test } from "vitest";

describe("routes in manifests of Kubernetes", () => {
  test("lead from Ingress and Gateway to what is behind their Services", () => {
    const { components, connections, fact, imported } = read(
      deployment("web") +
        deployment("api") +
        service("web", "web") +
        service("api", "api") +
        `---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: edge
  annotations: { nginx.ingress.kubernetes.io/limit-rps: "5", nginx.ingress.kubernetes.io/proxy-read-timeout: "30" }
spec:
  defaultBackend: { service: { name: web } }
  rules: [{ http: { paths: [{ backend: { service: { name: api } } }, { backend: { serviceName: web } }, { backend: { service: { name: gone } } }] } }]
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: gate }
spec: {}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: route }
spec:
  parentRefs: [{ name: gate }]
  rules: [{ backendRefs: [{ name: api }], timeouts: { request: 500ms } }]
`,
    );
    expect(components).toEqual(["api: service", "edge: gateway", "gate: gateway", "web: service"]);
    expect(connections).toEqual(["edge -call-> api", "edge -call-> web", "gate -call-> api"]);
    expect(fact("edge", "admission")).toMatchObject([
      { value: "per-caller", evidence: expect.stringContaining("limit-rps: 5") as string },
    ]);
    const numbers = imported.session.architecture.connections.map(
      ({ from, to, numbers: { timeoutSeconds } }) => [from, to, timeoutSeconds],
    );
    expect(numbers).toEqual(
      expect.arrayContaining([
        ["edge", "web", 30],
        ["gate", "api", 0.5],
      ]),
    );
    expect(imported.notes.filter(({ how }) => how === "left-out").map(({ what }) => what)).toEqual([
      "Ingress “edge” leads to the Service “gone”, and one of the two is not in the files",
    ]);
  });
});
