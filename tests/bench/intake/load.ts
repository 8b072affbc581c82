import autocannon, { type Result } from "autocannon";
import { newSituation } from "#tests/support/send-situation.ts";

export interface Load {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p95: number;
  readonly p99: number;
  /** Answers other than 201, and requests without one. */
  readonly failed: number;
}

/** Sends situations, each with a key of its own, from `connections` at once for some seconds. */
export async function load(url: string, connections: number, seconds: number): Promise<Load> {
  const times: number[] = [];
  let failed = 0;
  const { errors, timeouts, duration } = await new Promise<Result>((settle, reject) => {
    const run = autocannon(
      {
        url,
        connections,
        duration: seconds,
        requests: [
          {
            setupRequest: () => {
              const { key, body } = newSituation();
              const headers = { "content-type": "application/json", "idempotency-key": key };
              return { method: "POST", path: "/api/situations", headers, body };
            },
          },
        ],
      },
      (error, result) => (error ? reject(error) : settle(result)),
    );
    run.on("response", (_client: unknown, status: number, _bytes: number, milliseconds: number) => {
      if (status === 201) times.push(milliseconds);
      else failed += 1;
    });
  });
  times.sort((a, b) => a - b);
  const percentile = (part: number) => times[Math.ceil(times.length * part) - 1] ?? NaN;
  return {
    perSecond: times.length / duration,
    p95: percentile(0.95),
    p99: percentile(0.99),
    failed: failed + errors + timeouts,
  };
}
