import { traces } from "#core/interchange/traces/traces.ts";
import { readSketch } from "#tests/support/read-sketch.ts";
import {
  jaegerOf,
  ONE_CALL as call,
  otlpLinesOf,
  otlpOf,
  type ShortSpan,
} from "#tests/support/recorded-traces.ts";
import { describe, expect, test } from "vitest";

const FORMATS = { OTLP: otlpOf, "OTLP by lines": otlpLinesOf, Jaeger: jaegerOf };

describe.each(Object.entries(FORMATS))("traces in %s", (_, written) => {
  const read = (...spans: readonly ShortSpan[]) => readSketch("traces", written(spans));

  test("are recognized", () => {
    expect(traces.recognizes({ name: "", text: written(call) })).toBe(true);
  });

  test("connect a service with the one whose span lies below its own", () => {
    const { components, connections, fact, imported, noted } = read(...call);
    expect(components).toEqual(["orders: service", "web: service"]);
    expect(connections).toEqual(["web -call-> orders"]);
    expect(fact(["web", "orders"], "contextPropagated")).toMatchObject([{ value: true }]);
    expect(imported.session.architecture.connections[0]?.notes.split("\n").slice(0, 2)).toEqual([
      "Seen once",
      "Took 40 ms",
    ]);
    expect(noted("recognized")).toContain("“web” calls “orders”, seen once");
    expect(imported.session.architecture.summary).toBe("Seen in 1 trace with 3 spans.");
  });

  test("count each pair once for each kind, with what failed and how long it took", () => {
    const { connections, imported } = read(
      ...Array.from({ length: 20 }, (_none, i) => [
        { id: `c${i}`, service: "web", kind: "client", took: i + 1, failed: i < 2 } as const,
        { id: `s${i}`, parent: `c${i}`, service: "orders", kind: "server" } as const,
      ]).flat(),
    );
    expect(connections).toEqual(["web -call-> orders"]);
    const [notes = ""] = imported.session.architecture.connections.map((one) => one.notes);
    expect(notes.split("\n").slice(0, 2)).toEqual([
      "Seen 20 times, 2 with an error",
      "Took 11 ms at the median, 95 of 100 within 20 ms, at most 20 ms",
    ]);
  });

  test("go from a producer over its destination to the consumer", () => {
    const { components, connections, fact } = read(
      {
        id: "a",
        service: "shop",
        kind: "producer",
        tags: { "messaging.system": "kafka", "messaging.destination.name": "orders" },
      },
      {
        id: "b",
        parent: "a",
        service: "mail",
        kind: "consumer",
        tags: { "messaging.destination": "orders", "messaging.system": "kafka" },
      },
    );
    expect(components).toEqual(["mail: worker", "orders: queue", "shop: service"]);
    expect(connections).toEqual(["orders -send-> mail", "shop -send-> orders"]);
    expect(fact(["orders", "mail"], "contextPropagated")).toMatchObject([{ value: true }]);
    expect(fact(["shop", "orders"], "contextPropagated")).toMatchObject([{ value: true }]);
  });

  test("say where the trace is lost at a queue, as a guess", () => {
    const queue = { "messaging.system": "kafka", "messaging.destination.name": "orders" };
    const { connections, fact } = read(
      { id: "a", service: "shop", kind: "producer", tags: queue },
      { id: "b", trace: "u", service: "mail", kind: "consumer", tags: queue },
    );
    expect(connections).toEqual(["orders -send-> mail", "shop -send-> orders"]);
    expect(fact(["orders", "mail"], "contextPropagated")).toMatchObject([{ value: false, guessed: true }]);
    expect(fact(["shop", "orders"], "contextPropagated")).toEqual([]);
  });

  test("send directly where no destination is named", () => {
    const { connections } = read(
      { id: "a", service: "shop", kind: "producer" },
      { id: "b", parent: "a", service: "mail", kind: "consumer" },
      { id: "c", service: "mail", kind: "server", links: ["a"] },
    );
    expect(connections).toEqual(["shop -send-> mail"]);
  });

  test("take a link between spans for a message, as a guess", () => {
    const { connections, guessed } = read(
      { id: "a", service: "shop", kind: "server" },
      { id: "x", service: "batch" },
      { id: "b", parent: "x", service: "batch", links: ["a"] },
    );
    expect(connections).toEqual(["shop -send-> batch"]);
    expect(guessed("kind").join()).toContain("a link between spans says that one led to the other");
  });

  test("name a database by its namespace, its address or its system, and how it is used", () => {
    const db = (id: string, tags: ShortSpan["tags"]): ShortSpan => ({
      id,
      service: "web",
      kind: "client",
      tags: tags ?? {},
    });
    const { components, connections } = read(
      db("1", { "db.system": "postgresql", "db.name": "orders", "db.statement": " SELECT * FROM a" }),
      db("2", { "db.system.name": "postgresql", "db.namespace": "orders", "db.operation.name": "INSERT" }),
      db("3", { "db.system": "redis", "db.namespace": "0", "peer.service": "cart", "db.operation": "HGET" }),
      db("4", { "db.system": "mongodb" }),
      { id: "5", service: "web", kind: "internal", tags: { "db.system": "mysql", "db.name": "none" } },
    );
    expect(components).toEqual(["cart: cache", "mongodb: store", "orders: store", "web: service"]);
    expect(connections).toEqual([
      "web -read-> cart",
      "web -read-> orders",
      "web -write-> mongodb",
      "web -write-> orders",
    ]);
  });

  test("give an outside to what a client called and nothing answered from", () => {
    const { components, connections } = read(
      { id: "1", service: "web", kind: "client", tags: { "peer.service": "bank" } },
      {
        id: "2",
        service: "web",
        kind: "client",
        tags: { "url.full": "https://u:p@pay.example.com:8443/x?y" },
      },
      { id: "3", service: "web", kind: "client", tags: { "server.address": "localhost" } },
      { id: "4", service: "web", kind: "server", tags: { "peer.service": "caller" } },
      { id: "5", service: "web", kind: "client", tags: { "peer.service": "orders" } },
      { id: "6", trace: "u", service: "orders", kind: "server" },
      {
        id: "7",
        service: "web",
        kind: "client",
        tags: { "server.address": "orders.default.svc.cluster.local" },
      },
    );
    expect(components).toEqual([
      "bank: external",
      "orders: service",
      "pay.example.com: external",
      "web: service",
    ]);
    expect(connections).toEqual(["web -call-> bank", "web -call-> orders", "web -call-> pay.example.com"]);
  });

  test("know that an address leads to what answered there before", () => {
    const { components, connections } = read(...call, {
      id: "b2",
      parent: "a1",
      service: "web",
      kind: "client",
      tags: { "server.address": "10.0.0.7" },
      failed: true,
    });
    expect(components).toEqual(["orders: service", "web: service"]);
    expect(connections).toEqual(["web -call-> orders"]);
  });

  test("see nothing outside in a client's span around another one that was answered", () => {
    const { components } = read(
      { id: "1", service: "web", kind: "client", tags: { "server.address": "orders-lb" } },
      { id: "2", parent: "1", service: "web", kind: "client" },
      { id: "3", parent: "2", service: "orders", kind: "server" },
    );
    expect(components).toEqual(["orders: service", "web: service"]);
  });

  test("see retries where the same is done again after it failed", () => {
    const attempt = (n: number, failed: boolean): readonly ShortSpan[] => [
      { id: `c${n}`, parent: "r", service: "web", kind: "client", name: "GET", start: n * 10, failed },
      { id: `s${n}`, parent: `c${n}`, service: "orders", kind: "server", start: n * 10 + 1, failed },
    ];
    const root: ShortSpan = { id: "r", service: "web", kind: "server" };
    const retried = read(root, ...attempt(1, true), ...attempt(2, true), ...attempt(3, false));
    expect(retried.fact(["web", "orders"], "onFailure")).toMatchObject([{ value: "retries", guessed: true }]);
    expect(retried.imported.session.architecture.connections[0]?.numbers).toEqual({ retries: 2 });
    const twice = read(root, ...attempt(1, false), ...attempt(2, true));
    expect(twice.fact(["web", "orders"], "onFailure")).toEqual([]);
  });

  test("see retries where the client counts them", () => {
    const { fact } = read({
      id: "1",
      service: "web",
      kind: "client",
      tags: { "peer.service": "bank", "http.request.resend_count": 2 },
    });
    expect(fact(["web", "bank"], "onFailure")).toMatchObject([{ value: "retries", guessed: true }]);
  });

  test("count instances, and draw namespaces, and clusters where there are several", () => {
    const of = (service: string, instance: string, cluster: string): ShortSpan => ({
      id: `${service}${instance}`,
      service,
      kind: "server",
      resource: { "service.instance.id": instance, "service.namespace": "shop", "k8s.cluster.name": cluster },
    });
    const { boundaries, fact, noted } = read(
      of("web", "1", "east"),
      of("web", "2", "west"),
      of("db", "1", "east"),
    );
    expect(fact("web", "scale")).toMatchObject([{ value: "few", guessed: true }]);
    expect(fact("db", "scale")).toEqual([]);
    expect(boundaries).toEqual(["east (failure): db", "shop (team): db, web"]);
    expect(noted("left-out")).toEqual(["“web” runs in 2 clusters, and is drawn in none"]);
    expect(read(of("web", "1", "east"), of("db", "1", "east")).boundaries).toEqual(["shop (team): db, web"]);
  });

  test("say what is there twice, what is missing, and where clocks differ", () => {
    const { noted, connections } = read(
      { id: "1", parent: "gone", service: "web", kind: "server" },
      { id: "2", parent: "1", service: "web", kind: "client" },
      { id: "2", parent: "1", service: "web", kind: "client" },
      { id: "3", parent: "2", service: "orders", kind: "server", start: -50 },
    );
    expect(connections).toEqual(["web -call-> orders"]);
    expect(noted("left-out")).toEqual([
      "1 span: they are there twice",
      "1 span: what called them is not in the files, and nobody is connected to them for it",
      "1 span: they begin before what called them, so clocks differ; no order is taken from them",
    ]);
  });

  test("know both sides of a call that share one id", () => {
    const { connections, noted } = read(
      { id: "1", service: "web", kind: "client" },
      { id: "1", service: "orders", kind: "server" },
      { id: "2", parent: "1", service: "orders", kind: "client", tags: { "peer.service": "bank" } },
    );
    expect(connections).toEqual(["orders -call-> bank", "web -call-> orders"]);
    expect(noted("left-out")).toEqual([]);
  });

  test("end where parents go in a circle", () => {
    const { connections } = read(
      { id: "1", parent: "2", service: "web", kind: "client" },
      { id: "2", parent: "1", service: "web", kind: "client" },
      { id: "3", parent: "1", service: "orders", kind: "server" },
      { id: "4", parent: "4", service: "web" },
    );
    expect(connections).toEqual(["web -call-> orders"]);
  });
});
