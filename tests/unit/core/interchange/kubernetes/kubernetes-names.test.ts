import { deployment, readManifests as read, service } from "#tests/support/kubernetes-manifests.ts";
import { describe, expect, test } from "vitest";

describe("names in manifests of Kubernetes", () => {
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
});
