import type { Fault, FaultKind } from "./dual-write.faults.ts";
import { CONSUMERS, DualWriteWorld, STRUCTURES } from "./dual-write.world.ts";
import type { LanesModel } from "./lanes-recorder.ts";
import type { Condition, LanesRun, Settings } from "./model.ts";
import { seededRandom, type Random } from "./random.ts";
import { choiceOf, choicesOf, numberOf, numberSetting } from "./setting.ts";

const FAULTS = {
  drawn: "Drawn by the seed",
  none: "Nothing",
  service: "A crash of the service",
  relay: "A crash of the relay",
  consumer: "A crash of the consumer",
  acknowledgement: "A lost acknowledgement",
};

/** The last step at which a fault is tried: by then everything that can be hit has happened. */
const LAST_MOMENT = 18;

/** One order, kept in a database and told to others by a message. */
export const dualWrite: LanesModel = {
  key: "dual-write",
  title: "Two writes for one order",
  question: "What is left when something fails between the database and the message?",
  assumptions: [
    "One order, and at most one fault: a crash of one process, or one lost acknowledgement.",
    "The seed draws the same fault for every structure. Where there is no relay, a crash of the relay is none.",
    "The database and the broker keep everything they have said yes to.",
    "A process that crashes comes back after three steps and remembers nothing. Nobody sends the order again.",
    "Who gets no acknowledgement repeats. The database knows an order by its key, so a repeated write changes nothing. The broker does not know a repeated message.",
    "The broker delivers again what the consumer does not acknowledge.",
    "A process does one thing in one step. A message takes one step.",
    "The invariant is about the end: it counts as broken from the moment after which nothing in the design will put it right.",
  ],
  settings: [
    {
      shape: "choice",
      key: "structure",
      label: "The service",
      choices: choicesOf(STRUCTURES),
      initial: "write-first",
    },
    {
      shape: "choice",
      key: "consumer",
      label: "The consumer",
      choices: choicesOf(CONSUMERS),
      initial: "plain",
    },
    { shape: "choice", key: "fault", label: "What fails", choices: choicesOf(FAULTS), initial: "drawn" },
    numberSetting("moment", "Step at which it fails (0: drawn by the seed)", "", [0, LAST_MOMENT, 1, 0]),
  ],
  policies: [
    {
      key: "write-then-publish",
      label: "Write, then publish",
      says: "The service writes the order, and when that is done sends the message.",
      settings: { structure: "write-first" },
    },
    {
      key: "outbox-idempotent",
      label: "Outbox and idempotent consumer",
      says: "Order and message are written in one transaction. A relay sends the message at least once, and the consumer remembers what it has done in the transaction in which it does it.",
      settings: { structure: "outbox", consumer: "idempotent" },
    },
    {
      key: "publish-then-write",
      label: "Publish, then write",
      says: "The service sends the message, and when that is done writes the order.",
      settings: { structure: "publish-first" },
    },
    {
      key: "outbox",
      label: "Outbox alone",
      says: "Order and message are written in one transaction, and a relay sends the message at least once. The consumer does whatever comes.",
      settings: { structure: "outbox" },
    },
  ],
  seed: 45,
  condition,
  run: (settings, seed) => runWith(settings, drawFault(settings, seededRandom(seed))),
};

function runWith(settings: Settings, fault: Fault | null): LanesRun {
  const structure = choiceOf(settings, "structure", STRUCTURES);
  return new DualWriteWorld(structure, choiceOf(settings, "consumer", CONSUMERS), fault).run();
}

function drawFault(settings: Settings, random: Random): Fault | null {
  const faults = possibleFaults(settings);
  return faults[Math.floor(random() * faults.length)] ?? null;
}

/** All that the settings leave open, each as likely as the others, and the same for every structure. */
function possibleFaults(settings: Settings): readonly Fault[] {
  const moment = numberOf(settings, "moment");
  const moments = moment > 0 ? [moment] : Array.from({ length: LAST_MOMENT }, (_, index) => index + 1);
  return possibleKinds(settings).flatMap((kind) => moments.map((at) => ({ kind, at })));
}

function possibleKinds(settings: Settings): readonly FaultKind[] {
  const fault = choiceOf(settings, "fault", FAULTS);
  if (fault === "none") return [];
  return fault === "drawn" ? ["service", "relay", "consumer", "acknowledgement"] : [fault];
}

function condition(settings: Settings): Condition {
  const faults = possibleFaults(settings);
  const breaking = faults.filter((fault) =>
    runWith(settings, fault).strip.some(({ state }) => state === "broken"),
  );
  return {
    formula: "single faults that break it = 0",
    filledIn: `${breaking.length} of ${faults.length}`,
    holds: breaking.length === 0,
  };
}
