import { deployment, readManifests as read, service } from "#tests/support/kubernetes-manifests.ts";
import { describe, expect, test } from "vitest";

describe("facts in manifests of Kubernetes", () => {
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
});
