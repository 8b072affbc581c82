import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openSecret } from "./auth/secret.ts";
import { openDatabase, type OpenDatabase } from "./db/open-database.ts";
import { databaseProblemSentence } from "./db/database-problem.ts";
import { parseEnv } from "./env.ts";
import type { Env } from "./env.schema.ts";
import { compressAnswers } from "./http/compress.ts";
import { createChooseCompressed, readCompressedAssets } from "./http/compressed-assets.ts";
import { hintAccount } from "./http/account-hint.ts";
import { checkReadiness } from "./http/health.ts";
import { indexHashes, readInlineHashes } from "./http/inline-hashes.ts";
import { withPageStatus } from "./http/page-status.ts";
import { receiveForms } from "./http/receive-forms.ts";
import { createSecure } from "./http/secure.ts";
import { createWebServer, refuseUpgrade, type WebServerOptions } from "./http/web-server.ts";
import { startJobs, type Jobs } from "./jobs/start-jobs.ts";
import { onStop, runStopHooks } from "./lifecycle.ts";
import { limitInRedis } from "./limits/limit.ts";
import { openRedisStore } from "./limits/redis-store.ts";
import { openOwnerSetup } from "./services/accounts/set-up-owner.ts";
import { describeError, log } from "./telemetry/log.ts";

const PROJECT = resolve(import.meta.dirname, "..");
/** EX_CONFIG of sysexits.h: starting again will not help until somebody changes something. */
const BAD_CONFIGURATION = 78;
/** Both from the signal on: what is at work has the first to come to its end, closing has what is left of the second. */
const FINISH_WITHIN_MS = 8000;
const STOP_WITHIN_MS = 10_000;

/** Opens everything in order; an expected failure is the one sentence that is returned. */
async function start(): Promise<string | undefined> {
  const startedAt = performance.now();
  const env = parseEnv(process.env);
  if (!env.ok) return env.error;
  const opened = await openDatabase(
    env.value.DATABASE_URL,
    resolve(PROJECT, env.value.DATA_FOLDER, "postgres"),
  );
  if (!opened.ok) return databaseProblemSentence(opened.error);
  onStop("database", opened.value.close);
  const secret = await openSecret(env.value.SECRET_KEY, resolve(PROJECT, env.value.DATA_FOLDER));
  if (!secret.ok) return secret.error;
  await openLimits(env.value);
  const jobs = await startJobs();
  if (!jobs.ok) return databaseProblemSentence(jobs.error);
  onStop("jobs", jobs.value.close);

  const state = { isStopping: false };
  const server = await serve(env.value, opened.value, state);
  const address = await listen(server, env.value);
  if (typeof address === "string") return address;
  announce(env.value, opened.value, address, startedAt);
  stopOnSignal(server, jobs.value, state);
  await offerSetup(env.value, address);
  return undefined;
}

/** The database counts unless there is a Redis for it, which need not be there yet. */
async function openLimits({ REDIS_URL }: Env): Promise<void> {
  if (REDIS_URL === undefined) return;
  const store = openRedisStore(REDIS_URL);
  onStop("limits", store.close);
  await limitInRedis(store);
}

interface State {
  isStopping: boolean;
}

/** Next hangs an upgrade listener of its own on the server it is given; the unused one keeps it from our sockets. */
async function serve(env: Env, { client }: OpenDatabase, state: State): Promise<Server> {
  const isDevelopment = env.NODE_ENV === "development";
  const unused = createServer();
  const { default: next } = await import("next");
  const app = next({
    dev: isDevelopment,
    dir: PROJECT,
    hostname: env.HOST,
    port: env.PORT,
    httpServer: unused,
  });
  await app.prepare();
  onStop("next", () => app.close());

  const hashes = isDevelopment ? indexHashes(new Map()) : await readInlineHashes(join(PROJECT, ".next"));
  const isHttps = env.PUBLIC_URL?.startsWith("https:") ?? false;
  const upgrade: WebServerOptions["upgrade"] = (request, socket, head) => {
    if (isDevelopment && request.url?.startsWith("/_next/")) unused.emit("upgrade", request, socket, head);
    else refuseUpgrade(socket, "404 Not Found");
  };
  const renderPage = app.getRequestHandler();
  const chooseCompressed = createChooseCompressed(
    isDevelopment ? new Set() : await readCompressedAssets(join(PROJECT, ".next")),
  );
  const render: WebServerOptions["handle"] = (request, response) => {
    chooseCompressed(request, response);
    return withPageStatus(response, () => renderPage(request, response));
  };
  const handle = receiveForms(render, {
    trustedHops: env.TRUSTED_PROXY_HOPS,
    publicOrigin: env.PUBLIC_URL,
  });
  const secure = createSecure({ isHttps, isDevelopment }, hashes);
  return createWebServer({
    secure: (request, response) => {
      secure(request, response);
      hintAccount(request, response, isHttps);
    },
    handle: compressAnswers(handle),
    upgrade,
    readiness: async () => (state.isStopping ? "stopping" : checkReadiness(client)),
    hasTrustedProxy: env.TRUSTED_PROXY_HOPS > 0,
  });
}

/** The address, or one sentence about why there is none. */
function listen(server: Server, { HOST, PORT }: Env): Promise<AddressInfo | string> {
  return new Promise((settle) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === "EADDRINUSE";
      const reason = isTaken ? "another program listens there" : (error.code ?? error.name);
      settle(`Cannot listen on ${HOST}:${PORT} (${reason}): stop it or set PORT to a free one.`);
    });
    server.listen(PORT, HOST, () => settle(server.address() as AddressInfo));
  });
}

function announce(
  env: Env,
  { appliedMigrations, isPrivate }: OpenDatabase,
  { port }: AddressInfo,
  startedAt: number,
) {
  log("server.ready", {
    "server.address": env.HOST,
    "server.port": port,
    "process.pid": process.pid,
    "startup.duration": Math.round(performance.now() - startedAt) / 1000,
    "db.system": isPrivate ? "postgresql (private)" : "postgresql",
    "db.migrations": appliedMigrations.length,
  });
  if (process.stderr.isTTY) console.error(`\n  Seamark is at http://localhost:${port}  (Ctrl-C stops it)\n`);
}

/** Where there is no owner yet: the link that makes one, for whoever started the product. It is in no log. */
async function offerSetup({ PUBLIC_URL }: Env, { port }: AddressInfo): Promise<void> {
  const path = await openOwnerSetup();
  if (!path.ok || path.value === undefined) return;
  const link = `${PUBLIC_URL ?? `http://localhost:${port}`}${path.value}`;
  process.stderr.write(
    `\n  Nobody owns this installation yet. Within a day, become its owner at\n  ${link}\n\n`,
  );
}

function stopOnSignal(server: Server, jobs: Jobs, state: State): void {
  const stop = (signal: NodeJS.Signals): void => {
    if (state.isStopping) return;
    state.isStopping = true;
    log("server.stopping", { signal });
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    void Promise.all([drain(server), Promise.race([jobs.finish(), sleep(FINISH_WITHIN_MS)])])
      .then(runStopHooks)
      .then(() => {
        log("server.stopped");
        process.exit(0);
      });
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  // The process that set us up and started us is gone, perhaps without a chance to say so.
  process.once("disconnect", () => stop("SIGHUP"));
  if (process.send && !process.connected) stop("SIGHUP");
}

/** Takes no more connections, lets requests that run come to their end, and cuts off those that do not. */
function drain(server: Server): Promise<void> {
  return new Promise((settle) => {
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const impatience = setTimeout(() => server.closeAllConnections(), FINISH_WITHIN_MS);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(impatience);
      settle();
    });
  });
}

function crash(error: unknown): void {
  log("process.crashed", describeError(error));
  process.exit(1);
}

process.on("uncaughtException", crash);
process.on("unhandledRejection", crash);
const refusal = await start();
if (refusal !== undefined) {
  await runStopHooks();
  process.stderr.write(`${refusal}\n`);
  process.exit(BAD_CONFIGURATION);
}
