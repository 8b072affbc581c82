import { kubernetes } from "#core/interchange/kubernetes/kubernetes.ts";
import { deployment, readManifests as read } from "#tests/support/kubernetes-manifests.ts";
import { describe, expect, test } from "vitest";

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
