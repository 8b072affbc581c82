import type { Failure } from "./account-api.ts";
import { createExchange, type Ways } from "./exchange.ts";

/** Whether the account has what is here. */
export type Following =
  | { readonly kind: "kept" }
  | { readonly kind: "sending" }
  /** It is tried again by itself. */
  | { readonly kind: "waiting"; readonly why: string }
  | Exclude<Failure, { readonly kind: "away" }>;

export interface Followed {
  /** Meets the account at once: takes what is new there, sends what is new here. */
  readonly meet: () => void;
  readonly stop: () => void;
}

const DEBOUNCE_MS = 300;
const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 60_000;

/** Keeps a document and its copy in the account the same for as long as it is open. */
export function followDocument(ways: Ways, onState: (state: Following) => void): Followed {
  const exchange = createExchange(ways);
  const clock = createAlarm();
  let state: Following = { kind: "sending" };
  let isRunning = false;
  let failures = 0;

  const show = (next: Following) => {
    state = next;
    if (!clock.isOff()) onState(next);
  };
  const fail = (failure: Failure) => {
    if (failure.kind !== "away") {
      show(failure);
      return;
    }
    const delay = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures) * (0.5 + Math.random() / 2);
    failures += 1;
    show({ kind: "waiting", why: failure.why });
    clock.set(run, Math.max(delay, failure.retryAfter * 1000));
  };
  const run = async () => {
    if (isRunning) return;
    isRunning = true;
    const done = await exchange.run();
    isRunning = false;
    if (!done.ok) {
      fail(done.error);
      return;
    }
    failures = 0;
    // Somebody came back to the page meanwhile.
    if (exchange.isInDoubt()) clock.set(run, 0);
    else show({ kind: "kept" });
  };
  const forget = ways.replica.onOwnUpdate((update) => {
    exchange.collect(update);
    if (state.kind === "kept") show({ kind: "sending" });
    if (state.kind === "sending" && !clock.isSet()) clock.set(run, DEBOUNCE_MS);
  });
  clock.set(run, 0);
  return {
    meet: () => {
      exchange.doubt();
      clock.set(run, 0);
    },
    stop: () => {
      forget();
      clock.turnOff();
    },
  };
}

/** One timer. Once it is off it stays off. */
function createAlarm() {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOff = false;
  return {
    isSet: () => timer !== undefined,
    isOff: () => isOff,
    set: (run: () => Promise<void>, delay: number) => {
      clearTimeout(timer);
      if (isOff) return;
      timer = setTimeout(() => {
        timer = undefined;
        void run();
      }, delay);
    },
    turnOff: () => {
      isOff = true;
      clearTimeout(timer);
    },
  };
}
