import { isFailover, noticeAfter, PROMOTIONS, REPLICATIONS } from "./failover.plan.ts";
import { runFailover } from "./failover.run.ts";
import type { LanesModel } from "./lanes-recorder.ts";
import type { Condition, Settings } from "./model.ts";
import { seededRandom } from "./random.ts";
import { choiceOf, choicesOf, numberOf, numberSetting } from "./setting.ts";

/** A primary that is silent is not a primary that has stopped. */
export const failover: LanesModel = {
  key: "failover",
  title: "Failover during a partition",
  question: "Who may take writes when the primary is silent, and what does that side have?",
  assumptions: [
    "The primary never crashes: for a time, which the seed lets begin, the network keeps it and client 1 apart from everybody else.",
    "Both clients want to write equally often, at moments that the seed draws. A client writes to whichever primary it can see, and does not try again.",
    "A write is acknowledged when its side has said yes, whether or not the answer gets through.",
    "Where the acknowledgement waits for the replica, the way back is not counted.",
    "The lag is the same for every write. What is on its way to the replica when the network parts is lost.",
    "The partition ends with the first message that gets through. An old primary follows as soon as it hears of a new one, and drops what only it has.",
    "Tokens are renewed until the network parts and then run out after their time. All clocks run at the same rate.",
    "A promoted replica acknowledges alone, also where writes were acknowledged together before.",
    "Unseen time is how long the old primary goes on acknowledging what nobody else sees.",
    "Of all the writes the drawing shows a few. The figures count all of them.",
  ],
  settings: [
    {
      shape: "choice",
      key: "promotion",
      label: "The replica is promoted",
      choices: choicesOf(PROMOTIONS),
      initial: "silence",
    },
    {
      shape: "choice",
      key: "replication",
      label: "The replica has a write",
      choices: choicesOf(REPLICATIONS),
      initial: "async",
    },
    numberSetting("rate", "Writes of both clients", "/s", [10, 100, 10, 40]),
    numberSetting("lag", "Replication lag", "ms", [0, 400, 20, 100]),
    numberSetting("partition", "Partition", "ms", [100, 1_500, 100, 800]),
    numberSetting("silence", "Silence that counts as failure", "ms", [100, 1_000, 100, 300]),
    numberSetting("token", "Validity of a token", "ms", [100, 1_000, 100, 300]),
  ],
  policies: [
    {
      key: "silence",
      label: "Promote on silence",
      says: "Who has not been heard of for a while is taken for dead, and the replica takes over.",
      settings: { promotion: "silence" },
    },
    {
      key: "fenced-and-confirmed",
      label: "Fencing token and confirmed position",
      says: "The primary may take writes only while its token is valid. The replica gets the next token when that has run out and it has confirmed the last position.",
      settings: { promotion: "confirmed" },
    },
    {
      key: "person",
      label: "Wait for a person",
      says: "Nobody is promoted before a person has seen both sides.",
      settings: { promotion: "person" },
    },
    {
      key: "synchronous",
      label: "Synchronous replication",
      says: "A write is acknowledged when the replica has it, and the replica is promoted on silence.",
      settings: { replication: "sync" },
    },
    {
      key: "fenced",
      label: "Fencing token alone",
      says: "The replica gets the next token when that of the primary has run out, whatever it has by then.",
      settings: { promotion: "fenced" },
    },
  ],
  seed: 1,
  condition,
  run: (settings, seed) => runFailover(settings, seededRandom(seed)),
};

function condition(settings: Settings): Condition {
  const rate = numberOf(settings, "rate");
  const { lag, unseen, why } = riskOf(settings);
  const lost = (lag * rate + (unseen * rate) / 2) / 1_000;
  return {
    formula: "lag × write rate + unseen time × half the write rate = 0 lost writes",
    filledIn: `${lag} ms × ${rate}/s + ${unseen} ms × ${rate / 2}/s = ${lost.toFixed(1)}: ${why}`,
    holds: lost === 0,
  };
}

/** The lag that counts, and for how long the old primary acknowledges what nobody else sees, both in milliseconds. */
function riskOf(settings: Settings): { readonly lag: number; readonly unseen: number; readonly why: string } {
  const none = { lag: 0, unseen: 0 };
  if (!isFailover(settings)) {
    const [partition, notice] = [numberOf(settings, "partition"), noticeAfter(settings)];
    return { ...none, why: `nobody acts within ${partition} ms, which is at most ${notice} ms` };
  }
  if (choiceOf(settings, "replication", REPLICATIONS) === "sync") {
    return { ...none, why: "the replica has all that is acknowledged" };
  }
  const lag = numberOf(settings, "lag");
  switch (choiceOf(settings, "promotion", PROMOTIONS)) {
    case "silence":
      return { lag, unseen: numberOf(settings, "partition"), why: "until the primary hears of the new one" };
    case "fenced":
      return { lag, unseen: numberOf(settings, "token"), why: "until its token runs out" };
    case "confirmed":
      return { ...none, why: "the replica waits until it has everything" };
    case "person":
      return { ...none, why: "nobody is promoted" };
  }
}
