import { jaegerOf, otlpOf, type ShortSpan } from "./recorded-traces.ts";

const SERVICES = 40;
/** What instruments put on every span besides what anybody reads. */
const USUAL = {
  "http.request.method": "GET",
  "http.route": "/api/orders/{id}",
  "http.response.status_code": 200,
  "network.protocol.version": "1.1",
  "user_agent.original": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)",
  "thread.name": "worker-17",
};
const RESOURCE = {
  "telemetry.sdk.language": "java",
  "telemetry.sdk.version": "1.40.0",
  "host.name": "node-3.cluster.example.com",
  "service.namespace": "shop",
};

/** One trace through some of the services: calls in a chain with a retry, a query and a message. */
function traceOf(n: number): readonly ShortSpan[] {
  const trace = n.toString(16).padStart(32, "0");
  const id = (i: number) => (n * 64 + i + 1).toString(16).padStart(16, "0");
  const service = (i: number) => `service-${(n * 7 + i * 3) % SERVICES}`;
  const chain = Array.from({ length: 6 }, (_, i): readonly ShortSpan[] => [
    {
      trace,
      id: id(4 * i),
      ...(i === 0 ? {} : { parent: id(4 * i - 3) }),
      service: service(i),
      kind: "server",
      start: i,
      tags: USUAL,
    },
    {
      trace,
      id: id(4 * i + 1),
      parent: id(4 * i),
      service: service(i),
      kind: "client",
      start: i,
      failed: n % 10 === 0,
      tags: { ...USUAL, "server.address": service(i + 1) },
    },
    {
      trace,
      id: id(4 * i + 2),
      parent: id(4 * i),
      service: service(i),
      kind: "client",
      start: i,
      tags: { ...USUAL, "db.system": "postgresql", "db.name": `db-${i}`, "db.operation": "SELECT" },
    },
    {
      trace,
      id: id(4 * i + 3),
      parent: id(4 * i),
      service: service(i),
      kind: "producer",
      start: i,
      tags: { ...USUAL, "messaging.system": "kafka", "messaging.destination.name": `topic-${i}` },
    },
  ]);
  return chain.flat().map((span) => ({ ...span, resource: RESOURCE }));
}

/** A file of traces of about so many characters. */
export function generateTraces(format: "otlp" | "jaeger", characters: number): string {
  const written = format === "otlp" ? otlpOf : jaegerOf;
  const count = (traces: number) => Array.from({ length: traces }, (_, n) => traceOf(n)).flat();
  const each = written(count(10)).length / 10;
  return written(count(Math.ceil(characters / each)));
}
