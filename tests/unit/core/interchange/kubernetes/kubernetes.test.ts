import { kubernetes } from "#core/interchange/kubernetes/kubernetes.ts";
import { readSketch } from "#tests/support/read-sketch.ts";
import { describe, expect, test } from "vitest";

const read = (...texts: readonly string[]) => readSketch("kubernetes", ...texts);

/** A Deployment in short; `inside` is put into its container, `spec` into its spec. */
function deployment(name: string, inside = "", { spec = "", pod = "", meta = "", kind = "Deployment" } = {}) {
  return `---
apiVersion: apps/v1
kind: ${kind}
metadata: { name: ${name}, ${meta} }
spec:
  ${spec}
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      ${pod}
      containers: [{ name: main, image: acme/x, ${inside} }]
`;
}

function service(name: string, app: string | null, meta = "") {
  const selector = app === null ? "{}" : `{ selector: { app: ${app} } }`;
  return `---
apiVersion: v1
kind: Service
metadata: { name: ${name}, ${meta} }
spec: ${selector}
`;
}

describe("manifests of Kubernetes", () => {
  test.each([
    ["apiVersion: v1\nkind: Pod\n", true],
    ['{"apiVersion":"v1","kind":"List","items":[]}', true],
    ['{\n  "kind": "Pod",\n  "apiVersion": "v1"\n}', true],
    ["services:\n  kind: x\n", false],
    ["apiVersion: v1", false],
  ])("are told by their first keys: %j", (text, isOne) => {
    expect(kubernetes.recognizes({ name: "", text })).toBe(isOne);
  });

  test("give components of whatever runs pods, and none of what another owns", () => {
    const owned = deployment("web-5d", "", { kind: "ReplicaSet", meta: "ownerReferences: [{ name: web }]" });
    const { components, noted } = read(
      deployment("web") +
        deployment("orders", "", { kind: "StatefulSet", spec: "volumeClaimTemplates: [{}]" }) +
        deployment("agent", "", { kind: "DaemonSet" }) +
        deployment("move", "", { kind: "Job" }) +
        owned +
        `---
apiVersion: batch/v1
kind: CronJob
metadata: { name: nightly }
spec: { schedule: "0 3 * * *", jobTemplate: { spec: { template: { spec: { containers: [{ image: redis }] } } } } }
---
apiVersion: v1
kind: Pod
metadata: { name: alone }
spec: { containers: [{ image: nginx }] }
`,
    );
    expect(components).toEqual([
      "agent: service",
      "alone: gateway",
      "move: worker",
      "nightly: scheduler",
      "orders: store",
      "web: service",
    ]);
    expect(noted("left-out")).toEqual(["ReplicaSet “web-5d”: it is no part of a sketch"]);
  });

  test("connect a workload with those behind the names of Services", () => {
    const { connections } = read(
      deployment(
        "web",
        `env: [{ name: A, value: "http://api-svc:80" }, { name: HOST, value: db-svc }, { name: DB_URL, value: "postgres://u:p@$(HOST)/x" }, { name: B, value: gone-svc:80 }], args: [--cache, "redis://cache-svc"]`,
      ) +
        deployment("api") +
        deployment("db") +
        deployment("cache", `livenessProbe: { exec: { command: [curl, "http://api-svc"] } }`) +
        service("api-svc", "api") +
        service("db-svc", "db") +
        service("cache-svc", "cache"),
    );
    expect(connections).toEqual(["web -call-> api", "web -read-> cache", "web -write-> db"]);
  });

  test("have no boundary for the default namespace, declared or not: it is where lies what says nothing", () => {
    const declared = (name: string) => `---\napiVersion: v1\nkind: Namespace\nmetadata: { name: ${name} }\n`;
    const { boundaries, noted } = read(
      declared("default") +
        declared("back") +
        deployment("api", "", { meta: "namespace: back" }) +
        deployment("web", ""),
    );
    expect(boundaries).toEqual(["back (trust): api"]);
    expect(noted("left-out")).toContain(
      "Namespace “default”: what says nothing of a namespace lies in it, so it bounds nothing",
    );
  });

  test("follow names over namespaces, and to single pods", () => {
    const { connections, boundaries } = read(
      deployment(
        "web",
        `env: [{ name: A_URL, value: "http://api.back" }, { name: B_URL, value: "http://db-0.db.back.svc.cluster.local" }, { name: C_URL, value: "http://api" }, { name: D_URL, value: "http://api.example.com" }]`,
        { meta: "namespace: front" },
      ),
      deployment("api", "", { meta: "namespace: back" }) +
        deployment("db", "", { meta: "namespace: back", kind: "StatefulSet" }) +
        deployment("plain", `env: [{ name: A_URL, value: "http://api.back.svc" }]`, {
          meta: "namespace: default",
        }) +
        service("api", "api", "namespace: back") +
        service("db", "db", "namespace: back"),
    );
    expect(connections).toEqual(["plain -call-> api", "web -call-> api", "web -write-> db"]);
    expect(boundaries).toEqual(["back (trust): api, db", "front (trust): web"]);
  });

  test("read variables out of ConfigMaps, and no Secret", () => {
    const { connections, notesOf, agreements } = read(
      deployment(
        "web",
        `env: [{ name: X, valueFrom: { configMapKeyRef: { name: conf, key: where } } }, { name: Y, valueFrom: { secretKeyRef: { name: pw, key: a } } }], envFrom: [{ prefix: P_, configMapRef: { name: all } }]`,
      ) +
        deployment("api", "", { pod: "volumes: [{ secret: { secretName: pw } }]" }) +
        deployment("db") +
        service("api", "api") +
        service("db", "db") +
        `---
apiVersion: v1
kind: ConfigMap
metadata: { name: conf }
data: { where: "http://api" }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: all }
data: { DB_HOST: db }
---
apiVersion: v1
kind: Secret
metadata: { name: pw }
stringData: { a: "http://db" }
`,
    );
    expect(connections).toEqual(["web -call-> api", "web -write-> db"]);
    expect(notesOf("web")).toContain("Secrets: pw");
    expect(agreements).toEqual(["api, web: what both have in the secret “pw”"]);
  });

  test("make a Service that leads out of the files something outside", () => {
    const { components, connections, guessed, notesOf } = read(
      deployment("web", `env: [{ name: A_URL, value: "https://pay" }, { name: B_HOST, value: far }]`) +
        service("far", "nobody") +
        `---
apiVersion: v1
kind: Service
metadata: { name: pay }
spec: { type: ExternalName, externalName: pay.example.com }
`,
    );
    expect(components).toEqual(["far: external", "pay: external", "web: service"]);
    expect(connections).toEqual(["web -call-> far", "web -call-> pay"]);
    expect(guessed("kind")).toContain("Service “far”: nothing in the files runs behind it");
    expect(notesOf("pay")).toBe("Stands for pay.example.com");
  });

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

  test.each([
    ["replicas: 1", "one", undefined],
    ["replicas: 3", "few", undefined],
    ["replicas: 10", "fleet", undefined],
    ["paused: false", "one", true],
  ])("read %s as how many act", (spec, value, guessed) => {
    const [answer] = read(deployment("web", "", { spec })).fact("web", "scale");
    expect([answer?.value, answer?.guessed]).toEqual([value, guessed]);
  });

  test("know what grows with its load, and between which numbers", () => {
    const { fact } = read(
      deployment("web", "", { spec: "replicas: 1" }) +
        `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec: { scaleTargetRef: { kind: Deployment, name: web }, minReplicas: 2, maxReplicas: 30 }
`,
    );
    expect(fact("web", "sizedFor")).toMatchObject([{ value: "elastic" }]);
    expect(fact("web", "scale")).toMatchObject([
      { value: "fleet", evidence: expect.stringContaining("at most 30") as string },
    ]);
  });

  test("know what a workload waits for before it starts", () => {
    const waits =
      "initContainers: [{ name: wait, image: busybox, command: [sh, -c, 'until nc -z db 5432; do sleep 1; done'] }]";
    const asks = "initContainers: [{ name: move, image: x, env: [{ name: DB_HOST, value: db }] }]";
    const beside =
      "initContainers: [{ name: log, restartPolicy: Always, env: [{ name: DB_HOST, value: db }] }]";
    const { fact, connections } = read(
      deployment("a", "", { pod: waits }) +
        deployment("b", "", { pod: asks }) +
        deployment("c", "", { pod: beside }) +
        deployment("db") +
        service("db", "db"),
    );
    expect(connections).toEqual(["a -write-> db", "b -write-> db", "c -write-> db"]);
    expect(fact("a", "restartNeeds")).toMatchObject([{ value: ["db"] }]);
    expect(fact("a", "restartNeeds")[0]?.guessed).toBeUndefined();
    expect(fact("b", "restartNeeds")).toMatchObject([{ value: ["db"], guessed: true }]);
    expect(fact("c", "restartNeeds")).toEqual([]);
  });

  test("keep in the notes what has no fact", () => {
    const { notesOf } = read(
      deployment("web", "readinessProbe: {}, livenessProbe: {}, resources: { limits: { memory: 64Mi } }", {
        spec: "strategy: { type: RollingUpdate, rollingUpdate: { maxUnavailable: 25% } }",
        pod: "serviceAccountName: web",
      }) +
        `---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec: { minAvailable: 1, selector: { matchLabels: { app: web } } }
`,
    );
    expect(notesOf("web").split("\n")).toEqual([
      "Kubernetes: Deployment",
      "Images: acme/x",
      "Replaced: RollingUpdate",
      "At most unavailable while it is replaced: 25%",
      "Service account: web",
      "Probes of main: readiness, liveness",
      "Limits of main: memory 64Mi",
      "While nodes are emptied: at least 1 available",
    ]);
  });

  test("may come as a list, in JSON, and twice: then the later counts", () => {
    const pod = (image: string) => ({
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name: "one" },
      spec: { containers: [{ image }] },
    });
    const { components, noted } = read(
      JSON.stringify({
        apiVersion: "v1",
        kind: "List",
        items: [pod("nginx"), { kind: "PodList", apiVersion: "v1", items: [pod("redis")] }],
      }),
    );
    expect(components).toEqual(["one: cache"]);
    expect(noted("left-out")).toEqual(["Pod “one” is there twice"]);
  });

  test("are called after the whole that they say they are part of", () => {
    const part = (name: string) =>
      deployment(name, "", { meta: "labels: { app.kubernetes.io/part-of: shop }" });
    expect(read(part("a") + part("b")).imported.session.architecture.title).toBe("shop");
    expect(
      read(part("a"), "apiVersion: v1\nkind: Pod\nmetadata: { name: x }").imported.session.architecture.title,
    ).toBe("shop");
  });

  test("say what is wrong and where, and that a template is to be filled in first", () => {
    const wrong = kubernetes.read([{ name: "a.yaml", text: deployment("web", "env: 7") }], {
      at: "2026-03-01T10:00:00Z",
    });
    expect(wrong).toMatchObject({ ok: false, error: [{ file: "a.yaml", line: 11 }] });
    const template = kubernetes.read([{ name: "t.yaml", text: "kind: {{ .Values.kind }}\napiVersion: v1" }], {
      at: "2026-03-01T10:00:00Z",
    });
    expect(template.ok ? "" : template.error[0]?.message).toContain("filled in first");
  });

  test("do not grow when variables name each other", () => {
    const env = Array.from(
      { length: 60 },
      (_, i) => `{ name: V${i + 1}, value: "$(V${i})$(V${i})$(V${i})" }`,
    );
    const { components } = read(deployment("web", `env: [{ name: V0, value: abcdefgh }, ${env.join(", ")}]`));
    expect(components).toEqual(["web: service"]);
  });
});
