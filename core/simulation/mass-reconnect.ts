import type { Condition, Model, Policy, Run, Setting, Settings } from "./model.ts";
import { meanAtCap, type DelayKind } from "./backoff.ts";
import { tellReconnection } from "./reconnect-run.ts";
import { reconnect, type Reconnecting } from "./reconnecting.ts";
import { sayNumber } from "./say-number.ts";
import { choiceOf, choiceSetting, numberOf, numberSetting } from "./setting.ts";

const SECOND = 1000;

const DELAYS: Readonly<Record<DelayKind, string>> = {
  none: "Nothing",
  fixed: "Always the first delay",
  exponential: "Doubled, no jitter",
  full: "Doubled, full jitter",
  equal: "Doubled, equal jitter",
  decorrelated: "Decorrelated jitter",
  slots: "The turn the server gives",
};

const SETTINGS: readonly Setting[] = [
  numberSetting("clients", "Clients", "", [1000, 20_000, 1000, 20_000]),
  numberSetting("capacity", "Capacity", "/s", [100, 2000, 50, 500]),
  numberSetting("timeout", "Timeout", "s", [1, 30, 1, 5]),
  numberSetting("duration", "Watched for", "s", [60, 900, 60, 300]),
  numberSetting("backlog", "Backlog", "", [100, 20_000, 100, 20_000]),
  choiceSetting("delay", "Before another attempt", DELAYS, "full"),
  numberSetting("base", "First delay", "s", [1, 10, 1, 1]),
  numberSetting("cap", "Delay cap", "s", [5, 300, 5, 60]),
  numberSetting("spread", "First attempts spread over", "s", [0, 120, 5, 0]),
  numberSetting("honoured", "Turns kept", "%", [0, 100, 5, 100]),
];

const POLICIES: readonly Policy[] = [
  policy("full-jitter", "Full jitter", "Waits double up to the cap, each drawn anew.", { delay: "full" }),
  policy(
    "full-jitter-short-backlog",
    "Full jitter, backlog 1,000",
    "The same, and the server takes in no more than it can answer in time.",
    { delay: "full", backlog: 1000 },
  ),
  policy("slots", "Turns given by the server", "Whoever finds the backlog full is told when to come back.", {
    delay: "slots",
    backlog: 1000,
  }),
  policy("full-jitter-spread", "Full jitter, first attempts spread over 60 s", "Nobody comes back at once.", {
    delay: "full",
    spread: 60,
  }),
  policy(
    "full-jitter-long-cap",
    "Full jitter, cap 120 s",
    "Waits grow until all clients together ask for less than the server can give.",
    { delay: "full", cap: 120 },
  ),
  policy("equal-jitter", "Equal jitter", "Half of each wait is certain, half is drawn.", {
    delay: "equal",
  }),
  policy("decorrelated", "Decorrelated jitter", "Each wait is drawn from the one before.", {
    delay: "decorrelated",
  }),
  policy("exponential", "Doubled, no jitter", "Waits double up to the cap, for everybody alike.", {
    delay: "exponential",
  }),
  policy(
    "exponential-short-backlog",
    "Doubled, no jitter, backlog 1,000",
    "Everybody waits alike before a short backlog.",
    { delay: "exponential", backlog: 1000 },
  ),
  policy("immediate", "At once", "Another attempt as soon as one has failed.", { delay: "none" }),
];

function policy(key: string, label: string, says: string, settings: Settings): Policy {
  return { key, label, says, settings };
}

export const massReconnect: Model = {
  key: "mass-reconnect",
  title: "Everybody comes back at once",
  question: "All clients lose their connection in the same moment. When is the last of them back?",
  assumptions: [
    "A handshake takes 0.1 s, and the server makes as many at once as its capacity asks for.",
    "The backlog is served in order. What does not fit into it is dropped in silence, except where the server gives turns.",
    "A client that has waited for its timeout goes away. The server does not hear of it and works on what it left behind.",
    "Nothing else takes capacity, and a client that is back stays.",
  ],
  settings: SETTINGS,
  policies: POLICIES,
  seed: 7,
  condition,
  run,
};

/** The settings as the engine of the model wants them. */
export function setupOf(settings: Settings): Reconnecting {
  const seconds = (key: string) => numberOf(settings, key) * SECOND;
  return {
    clients: numberOf(settings, "clients"),
    capacity: numberOf(settings, "capacity"),
    backlog: numberOf(settings, "backlog"),
    timeout: seconds("timeout"),
    spread: seconds("spread"),
    backoff: {
      kind: choiceOf(settings, "delay", DELAYS),
      base: seconds("base"),
      cap: seconds("cap"),
    },
    honoured: numberOf(settings, "honoured"),
    duration: numberOf(settings, "duration"),
  };
}

function condition(settings: Settings): Condition {
  const { clients, capacity, backlog, timeout, spread, backoff } = setupOf(settings);
  const wait = timeout / SECOND;
  const delay = meanAtCap(backoff) / SECOND;
  const answerable = capacity * wait;
  const pressure = clients / (wait + delay);
  const least = clients / capacity;
  const [n, r] = [sayNumber(clients), `${sayNumber(capacity)}/s`];
  const anyOf = [
    compare("backlog ≤ capacity × timeout", backlog <= answerable, {
      left: sayNumber(backlog),
      right: `${r} × ${sayNumber(wait)} s = ${sayNumber(answerable)}`,
    }),
    compare("clients / (timeout + mean delay at the cap) ≤ capacity", pressure <= capacity, {
      left: `${n} / (${sayNumber(wait)} s + ${sayNumber(delay)} s) = ${sayNumber(pressure)}/s`,
      right: r,
    }),
    {
      formula: "first attempts spread over ≥ clients / capacity",
      filledIn: `${sayNumber(spread / SECOND)} s ${spread / SECOND >= least ? "≥" : "<"} ${n} / ${r} = ${sayNumber(least)} s`,
      holds: spread / SECOND >= least,
    },
  ];
  const held = anyOf.filter(({ holds }) => holds);
  return {
    formula: "one of three is enough",
    filledIn: held.length === 0 ? "none of them holds" : held.map(({ formula }) => formula).join("; "),
    holds: held.length > 0,
    anyOf,
  };
}

function compare(formula: string, holds: boolean, { left, right }: Record<"left" | "right", string>) {
  return { formula, filledIn: `${left} ${holds ? "≤" : ">"} ${right}`, holds };
}

function run(settings: Settings, seed: number): Run {
  const setup = setupOf(settings);
  return tellReconnection(setup, reconnect(setup, seed));
}
