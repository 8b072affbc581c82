import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { continueTrace, parseTraceparent, startTrace, withTrace, type Trace } from "../telemetry/trace.ts";
import { describeError, log } from "../telemetry/log.ts";
import { answerJson, type Readiness } from "./health.ts";
import { loggablePath } from "./loggable-path.ts";

export interface WebServerOptions {
  /** Sets the headers every response carries, and prepares the request for whoever answers. */
  readonly secure: (request: IncomingMessage, response: ServerResponse) => void;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly readiness: () => Promise<Readiness>;
  /** Whether a proxy of ours stands in front, whose trace may be continued. */
  readonly hasTrustedProxy: boolean;
}

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** The HTTP server: health first, then limits, then the product. Slow and half-open clients are cut off. */
export function createWebServer(options: WebServerOptions): Server {
  const server = createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 65_000,
      connectionsCheckingInterval: 5000,
    },
    (request, response) => {
      const trace = chooseTrace(request, options.hasTrustedProxy);
      withTrace(trace.own, () => {
        logWhenDone(request, response, trace.linked);
        void answer(request, response, options);
      });
    },
  );
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    if (isOriginForm(request)) options.upgrade(request, socket, head);
    else refuseUpgrade(socket, "400 Bad Request");
  });
  return server;
}

export function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { secure, handle, readiness }: WebServerOptions,
): Promise<void> {
  try {
    secure(request, response);
    const own = await answerOurselves(request, readiness);
    if (own?.[0] === 405) response.setHeader("Allow", [...METHODS].join(", "));
    if (own) answerJson(response, own[0], { status: own[1] });
    else await handle(request, response);
  } catch (error) {
    log("http.request.failed", { ...describeRequest(request), ...describeError(error) });
    if (response.headersSent) response.destroy();
    else answerJson(response, 500, { status: "internal-error" });
  }
}

/** What needs no page: refusals and health. Liveness never asks the database, so that its absence restarts nobody. */
async function answerOurselves(
  request: IncomingMessage,
  readiness: WebServerOptions["readiness"],
): Promise<readonly [number, string] | undefined> {
  if (!isOriginForm(request)) return [400, "bad-request"];
  if (!METHODS.has(request.method ?? "")) return [405, "method-not-allowed"];
  const [path] = (request.url ?? "").split("?");
  if (path === "/healthz") return [200, "alive"];
  if (path !== "/readyz") return undefined;
  const status = await readiness();
  return [status === "ready" ? 200 : 503, status];
}

/** An absolute URL in the request line is for proxies; answering it is how requests are smuggled elsewhere. */
function isOriginForm({ url = "" }: IncomingMessage): boolean {
  return url.startsWith("/") && !url.startsWith("//");
}

interface ChosenTrace {
  readonly own: Trace;
  readonly linked: Trace | undefined;
}

/** A stranger's trace is only linked to: continuing it would let anybody decide what is recorded. */
function chooseTrace({ headers }: IncomingMessage, hasTrustedProxy: boolean): ChosenTrace {
  const header = headers["traceparent"];
  const incoming = typeof header === "string" ? parseTraceparent(header) : undefined;
  if (incoming && hasTrustedProxy) return { own: continueTrace(incoming), linked: undefined };
  return { own: startTrace(), linked: incoming };
}

function logWhenDone(request: IncomingMessage, response: ServerResponse, linked: Trace | undefined): void {
  const startedAt = performance.now();
  const described = describeRequest(request);
  const name = described["url.path"].startsWith("/_next/") ? "http.asset" : "http.request";
  response.once("close", () =>
    log(name, {
      ...described,
      "http.response.status_code": response.statusCode,
      "http.server.request.duration": Math.round(performance.now() - startedAt) / 1000,
      ...(linked && { "link.trace_id": linked.traceId }),
    }),
  );
}

function describeRequest({ method, url }: IncomingMessage) {
  return { "http.request.method": method ?? "", "url.path": loggablePath(url ?? "") };
}
