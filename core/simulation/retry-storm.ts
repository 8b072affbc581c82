import type { Condition, Model, Policy, Run, Setting, Settings } from "./model.ts";
import { capacityOf, tellRetries } from "./retry-run.ts";
import { retry, type Retrying } from "./retrying.ts";
import { sayNumber } from "./say-number.ts";
import { choiceOf, choiceSetting, numberOf, numberSetting } from "./setting.ts";

const SECOND = 1000;
/** The trigger begins here, in seconds. */
const TRIGGERED = 20;

const TRIGGERS = {
  capacity: "The capacity falls",
  load: "The load rises",
  none: "None",
} as const;

const DELAYS = {
  none: "Nothing",
  fixed: "Always the first delay",
  exponential: "Doubled, no jitter",
  full: "Doubled, full jitter",
} as const;

const RETRIES = {
  free: "As they come",
  budget: "Within a budget",
} as const;

const ORDERS = {
  oldest: "Who waits longest",
  newest: "Who came last",
} as const;

const EXPIRED = {
  kept: "Is served all the same",
  dropped: "Is passed over",
} as const;

export const RETRY_SETTINGS: readonly Setting[] = [
  numberSetting("load", "Load", "/s", [20, 120, 5, 80]),
  numberSetting("workers", "Workers", "", [5, 20, 1, 10]),
  numberSetting("service", "Service time, mean", "ms", [50, 200, 10, 100]),
  numberSetting("timeout", "Timeout", "ms", [200, 5000, 100, 1000]),
  choiceSetting("trigger", "Trigger", TRIGGERS, "capacity"),
  numberSetting("strength", "Trigger strength", "×", [1, 4, 0.5, 2]),
  numberSetting("length", "Trigger length", "s", [1, 30, 1, 10]),
  numberSetting("duration", "Watched for", "s", [90, 600, 30, 120]),
  numberSetting("attempts", "Attempts at most", "", [1, 6, 1, 4]),
  choiceSetting("delay", "Before another attempt", DELAYS, "none"),
  numberSetting("base", "First delay", "ms", [100, 2000, 100, 500]),
  numberSetting("cap", "Delay cap", "s", [1, 60, 1, 10]),
  choiceSetting("budgeted", "Retries", RETRIES, "free"),
  numberSetting("budget", "Budget, of the successes", "%", [0, 100, 5, 10]),
  numberSetting("queue", "Queue", "", [10, 2000, 10, 1000]),
  choiceSetting("order", "Served first", ORDERS, "oldest"),
  choiceSetting("expired", "Who has gone", EXPIRED, "kept"),
];

export const RETRY_POLICIES: readonly Policy[] = [
  policy("jitter", "Full jitter", "Up to three retries, each after a drawn delay.", { delay: "full" }),
  policy("jitter-budget", "Full jitter within a budget", "The same, but retries cost what successes earn.", {
    delay: "full",
    budgeted: "budget",
  }),
  policy("no-retry", "No retry", "A request that fails has failed.", { attempts: 1 }),
  policy("immediate", "Three retries at once", "Another attempt as soon as one has failed.", {}),
  policy("fixed", "Three retries after 1 s", "The same delay every time.", { delay: "fixed", base: 1000 }),
  policy("exponential", "Doubled, no jitter", "Delays double, for everybody alike.", {
    delay: "exponential",
  }),
  policy("immediate-budget", "At once within a budget", "No delay, but retries cost what successes earn.", {
    budgeted: "budget",
  }),
  policy("short-queue", "At once, queue 50", "The queue holds no more than can be answered in time.", {
    queue: 50,
  }),
  policy("newest-first", "At once, newest first", "Who came last has waited least.", { order: "newest" }),
  policy("drop-expired", "At once, passing over who has gone", "The server looks before it begins.", {
    expired: "dropped",
  }),
  policy("all", "Jitter, queue 50, passing over, budget", "All of it together.", {
    delay: "full",
    queue: 50,
    expired: "dropped",
    budgeted: "budget",
  }),
];

function policy(key: string, label: string, says: string, settings: Settings): Policy {
  return { key, label, says, settings };
}

/** What both models of retries take for granted. */
export const RETRY_ASSUMPTIONS: readonly string[] = [
  "Requests arrive at random and do not wait for each other: whoever fails is not missed by those who come.",
  "Service times are exponential. Every attempt costs the server the same, whether or not anybody waits for it.",
  "A client that has waited for its timeout goes away, and the server does not hear of it.",
  "A full queue refuses at once, and a refused attempt is retried like one that timed out.",
  "All clients share one budget, which can save up ten retries.",
];

export const retryStorm: Model = {
  key: "retry-storm",
  title: "The storm that outlives its cause",
  question: "The server is slow for ten seconds and then well again. Why does it not recover?",
  assumptions: RETRY_ASSUMPTIONS,
  settings: RETRY_SETTINGS,
  policies: RETRY_POLICIES,
  seed: 7,
  condition: retryCondition,
  run: (settings: Settings, seed: number): Run => {
    const setup = retrySetup(settings);
    return tellRetries(setup, retry(setup, seed));
  },
};

/** The settings as the engine of the model wants them. */
export function retrySetup(settings: Settings): Retrying {
  const from = TRIGGERED * SECOND;
  return {
    load: numberOf(settings, "load"),
    workers: numberOf(settings, "workers"),
    service: numberOf(settings, "service"),
    queue: numberOf(settings, "queue"),
    order: choiceOf(settings, "order", ORDERS),
    dropsExpired: choiceOf(settings, "expired", EXPIRED) === "dropped",
    timeout: numberOf(settings, "timeout"),
    attempts: numberOf(settings, "attempts"),
    backoff: {
      kind: choiceOf(settings, "delay", DELAYS),
      base: numberOf(settings, "base"),
      cap: numberOf(settings, "cap") * SECOND,
    },
    budget: choiceOf(settings, "budgeted", RETRIES) === "budget" ? numberOf(settings, "budget") : null,
    trigger: {
      kind: choiceOf(settings, "trigger", TRIGGERS),
      strength: numberOf(settings, "strength"),
      from,
      to: from + numberOf(settings, "length") * SECOND,
    },
    duration: numberOf(settings, "duration"),
  };
}

/** Whether a storm must end once its trigger is over. */
export function retryCondition(settings: Settings): Condition {
  const setup = retrySetup(settings);
  const capacity = capacityOf(setup);
  const anyOf = [queueCondition(setup, capacity), retriesCondition(setup, capacity)];
  const held = anyOf.filter(({ holds }) => holds);
  return {
    formula: "one of two is enough",
    filledIn: held.length === 0 ? "neither of them holds" : held.map(({ formula }) => formula).join("; "),
    holds: held.length > 0,
    anyOf,
  };
}

function queueCondition({ queue, order, timeout }: Retrying, capacity: number): Condition {
  const formula = "queue / capacity < timeout";
  const limit = `${sayNumber(timeout / SECOND)} s`;
  if (order === "newest")
    return { formula, filledIn: `who is served next has just come: 0 s < ${limit}`, holds: true };
  const wait = queue / capacity;
  const holds = wait * SECOND < timeout;
  const sign = holds ? "<" : "≥";
  return {
    formula,
    filledIn: `${sayNumber(queue)} / ${sayNumber(capacity)}/s = ${sayNumber(wait)} s ${sign} ${limit}`,
    holds,
  };
}

function retriesCondition({ load, attempts, budget }: Retrying, capacity: number): Condition {
  const retries = budget === null ? attempts - 1 : Math.min(attempts - 1, budget / 100);
  const asked = load * (1 + retries);
  const holds = asked < capacity;
  const said = budget === null || attempts === 1 ? sayNumber(retries) : `${sayNumber(budget)} %`;
  return {
    formula: "retries ≤ budget × successes, and load × (1 + budget) < capacity",
    filledIn: `${sayNumber(load)}/s × (1 + ${said}) = ${sayNumber(asked)}/s ${holds ? "<" : "≥"} ${sayNumber(capacity)}/s`,
    holds,
  };
}
