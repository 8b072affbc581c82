import { ANOMALIES } from "./check-then-act.anomalies.ts";
import { CheckThenActWorld, NETWORK, ROUND_TRIP, STRUCTURES } from "./check-then-act.world.ts";
import type { LanesModel } from "./lanes-recorder.ts";
import type { Condition, Policy, Settings } from "./model.ts";
import { seededRandom } from "./random.ts";
import { choiceOf, choicesOf, numberOf, numberSetting } from "./setting.ts";

const LABELS = {
  plain: "Read, then write",
  atomic: "Atomic check and set",
  serializable: "Serializable transaction",
  lease: "Lock with a lease",
  "fenced-writes": "Fencing token on writes",
  fenced: "Fencing token on reads and writes",
} satisfies Record<keyof typeof STRUCTURES, string>;

const policy = (structure: keyof typeof STRUCTURES, says: string): Policy => ({
  key: structure,
  label: LABELS[structure],
  says,
  settings: { structure },
});

/** Two clients check the same thing and act on what they saw. */
export const checkThenAct: LanesModel = {
  key: "check-then-act",
  title: "Check, then act",
  question: "Is what was checked still true when it is acted on?",
  assumptions: [
    `Every message takes ${NETWORK} ms and none is lost.`,
    "Client A begins at 0. Client B begins at a moment that the seed draws from the time until B. Each does one thing.",
    "A client may stand still between check and act, for a time that the seed draws up to the longest pause. It does not notice.",
    "Reads and writes at the store happen one at a time. An atomic operation covers all that its check reads.",
    "A transaction that finds at its commit that what it read has changed is undone and repeated.",
    "The lock service never fails, and a lease is counted by its clock alone. The holder does not look at a clock before it writes.",
    "A store that checks tokens refuses one that is older than the newest it has seen: on reads and writes, or on writes only.",
  ],
  settings: [
    {
      shape: "choice",
      key: "anomaly",
      label: "What is decided",
      choices: Object.entries(ANOMALIES).map(([key, { label }]) => ({ key, label })),
      initial: "counter",
    },
    {
      shape: "choice",
      key: "structure",
      label: "Check and act are",
      choices: choicesOf(LABELS),
      initial: "plain",
    },
    numberSetting("work", "Work between check and act", "ms", [5, 60, 5, 10]),
    numberSetting("pause", "Longest pause of a client", "ms", [0, 100, 5, 40]),
    numberSetting("lease", "Lease of the lock", "ms", [5, 160, 5, 30]),
    numberSetting("spread", "Time until B", "ms", [10, 200, 10, 60]),
  ],
  policies: [
    policy("plain", "Each reads, decides for itself, and writes."),
    policy("atomic", "The store checks and acts in one operation; nobody decides on a copy."),
    policy(
      "serializable",
      "The store undoes a transaction when what it read has changed, and the client repeats it.",
    ),
    policy("lease", "A lock keeps the other out, for as long as its lease lasts. Nobody tells the store."),
    policy(
      "fenced-writes",
      "Each grant of the lock has a number, and the store refuses writes with an older one.",
    ),
    policy(
      "fenced",
      "Each grant of the lock has a number, and the store refuses everything with an older one.",
    ),
  ],
  seed: 8,
  condition,
  run: (settings, seed) => new CheckThenActWorld(settings, seededRandom(seed)).run(),
};

/** What may happen between check and act: nothing, or only what the lock keeps out for as long as its lease lasts. */
function condition(settings: Settings): Condition {
  const { isLocked, isGuarded } = STRUCTURES[choiceOf(settings, "structure", STRUCTURES)];
  const lease = numberOf(settings, "lease");
  const spread = numberOf(settings, "spread");
  const [work, pause] = [numberOf(settings, "work"), numberOf(settings, "pause")];
  const longest = ROUND_TRIP + work + pause;
  if (isLocked && !isGuarded) {
    return {
      formula: "longest window between check and act ≤ lease",
      filledIn: `${ROUND_TRIP} ms + ${work} ms + ${pause} ms = ${longest} ms ${longest <= lease ? "≤" : ">"} ${lease} ms`,
      holds: longest <= lease,
    };
  }
  return {
    formula: "unguarded window × arrival rate = 0 others in between",
    filledIn: isGuarded
      ? `0 ms × 1 in ${spread} ms = 0`
      : `up to ${longest} ms × 1 in ${spread} ms = ${(longest / spread).toFixed(2)}`,
    holds: isGuarded,
  };
}
