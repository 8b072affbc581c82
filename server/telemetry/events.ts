/**
 * Every event the product logs, and the attributes each may carry. Names follow OpenTelemetry where it has one.
 * A value that is not named here is not logged: nothing personal slips out with an object somebody passed on.
 */
export interface Attributes {
  "account.form": string;
  "db.migrations": number;
  "db.system": string;
  "delivery.attempt": number;
  "delivery.count": number;
  "delivery.kind": string;
  "delivery.problem": string;
  "document.id": string;
  "error.stack": string;
  "error.type": string;
  "http.request.method": string;
  "http.response.status_code": number;
  "http.server.request.duration": number;
  "job.id": string;
  "job.name": string;
  "job.retries": number;
  "limits.store": string;
  "link.trace_id": string;
  "process.pid": number;
  "refusal.kind": string;
  "server.address": string;
  "server.port": number;
  signal: string;
  "startup.duration": number;
  "stop.hook": string;
  "url.path": string;
}

export type AttributeName = keyof Attributes;

interface EventShape {
  readonly level: "debug" | "info" | "warn" | "error";
  readonly attributes: readonly AttributeName[];
}

const ERROR = ["error.type", "error.stack"] as const;
const REQUEST = [
  "http.request.method",
  "url.path",
  "http.response.status_code",
  "http.server.request.duration",
  "link.trace_id",
] as const;

const JOB = ["job.name", "job.id", "job.retries", "link.trace_id"] as const;
const DELIVERY = ["delivery.kind", "delivery.attempt"] as const;

export const EVENTS = {
  "account.form.done": { level: "info", attributes: ["account.form"] },
  "account.form.refused": { level: "info", attributes: ["account.form", "refusal.kind"] },
  "database.away": { level: "warn", attributes: ERROR },
  "delivery.failed": { level: "warn", attributes: [...DELIVERY, "delivery.problem"] },
  "delivery.redriven": { level: "info", attributes: ["delivery.count"] },
  "delivery.made": { level: "info", attributes: DELIVERY },
  "document.damaged": { level: "error", attributes: ["document.id"] },
  "document.not-compacted": { level: "warn", attributes: ["document.id"] },
  "error-report.accepted": { level: "info", attributes: [] },
  "error-report.refused": { level: "info", attributes: ["refusal.kind"] },
  "http.asset": { level: "debug", attributes: REQUEST },
  "http.request": { level: "info", attributes: REQUEST },
  "http.request.failed": { level: "error", attributes: ["http.request.method", "url.path", ...ERROR] },
  "job.done": { level: "info", attributes: JOB },
  "job.failed": { level: "error", attributes: [...JOB, ...ERROR] },
  "job.queue.failed": { level: "error", attributes: ERROR },
  "limits.store.away": { level: "warn", attributes: ["limits.store", ...ERROR] },
  "limits.store.back": { level: "info", attributes: ["limits.store"] },
  "process.crashed": { level: "error", attributes: ERROR },
  "server.ready": {
    level: "info",
    attributes: [
      ...["server.address", "server.port", "process.pid", "startup.duration"],
      ...["db.system", "db.migrations"],
    ] as AttributeName[],
  },
  "server.stopped": { level: "info", attributes: [] },
  "server.stopping": { level: "info", attributes: ["signal"] },
  "situation.accepted": { level: "info", attributes: [] },
  "situation.refused": { level: "info", attributes: ["refusal.kind"] },
  "stop.hook.failed": { level: "error", attributes: ["stop.hook", ...ERROR] },
} as const satisfies Record<string, EventShape>;

export type EventName = keyof typeof EVENTS;
export type EventAttributes<Name extends EventName> = Partial<
  Pick<Attributes, (typeof EVENTS)[Name]["attributes"][number]>
>;
