/** A decision that two clients take about the same thing, and how it goes wrong. */
export interface Anomaly {
  readonly label: string;
  readonly invariant: string;
  readonly clients: readonly [string, string];
  readonly store: string;
  /** What the store keeps in the beginning: a count. */
  readonly start: number;
  readonly mayAct: (seen: number) => boolean;
  /** What the store keeps after an act that was decided on what was seen. */
  readonly afterAct: (seen: number, kept: number) => number;
  /** Whether it can be true after so many acts. */
  readonly allows: (acts: number) => boolean;
  readonly read: string;
  readonly act: (seen: number) => string;
  /** Check and act in one operation of the store. */
  readonly atOnce: string;
  readonly keeps: (kept: number, acts: number) => string;
  readonly acted: string;
  readonly turnedAway: string;
  /** What is true after so many acts, whatever the store says. */
  readonly truth: (acts: number) => string;
}

const LIMIT = 10;
const ADMITTED = LIMIT - 1;
const DOCTORS = 2;

/** Both read 9 and both set 10: one update is lost. */
const counter: Anomaly = {
  label: "Lost update: a counter with a limit of 10",
  invariant: `At most ${LIMIT} are admitted`,
  clients: ["request A", "request B"],
  store: "counter",
  start: ADMITTED,
  mayAct: (seen) => seen < LIMIT,
  afterAct: (seen) => seen + 1,
  allows: (acts) => ADMITTED + acts <= LIMIT,
  read: "GET",
  act: (seen) => `SET ${seen + 1}`,
  atOnce: `add 1 if below ${LIMIT}`,
  keeps: (kept, acts) => `count ${kept}, admitted ${ADMITTED + acts}`,
  acted: "admitted",
  turnedAway: "turned away",
  truth: (acts) => `${ADMITTED + acts} of ${LIMIT} admitted`,
};

/** Both see two on call and each takes only itself off: nothing that was written is overwritten, and nobody is left. */
const onCall: Anomaly = {
  label: "Write skew: two doctors on call",
  invariant: "At least one doctor is on call",
  clients: ["doctor A", "doctor B"],
  store: "duty roster",
  start: DOCTORS,
  mayAct: (seen) => seen > 1,
  afterAct: (_, kept) => kept - 1,
  allows: (acts) => acts < DOCTORS,
  read: "who is on call?",
  act: () => "take me off",
  atOnce: "take me off if another is on",
  keeps: (kept) => `on call: ${kept}`,
  acted: "off call",
  turnedAway: "stays on call",
  truth: (acts) => `${DOCTORS - acts} of ${DOCTORS} on call`,
};

export const ANOMALIES = { counter, "on-call": onCall } as const;
