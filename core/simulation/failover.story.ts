import { CONTROL, type FailoverPlan } from "./failover.plan.ts";
import type { Write } from "./failover.writes.ts";
import type { LanesRecorder } from "./lanes-recorder.ts";

/** What is so before the network parts. */
export function tellBefore(record: LanesRecorder, plan: FailoverPlan, writes: readonly Write[]): void {
  const { partition, replication } = plan;
  const through = writes.findLast(
    (write) => write.client === 1 && write.at >= CONTROL && arrivalOf(write) < partition.from,
  );
  if (through) tellPrimaryWrite(record, plan, through);
  record.hold("primary", 0, "primary");
  record.hold("replica", 0, "replica");
  record.say(
    0,
    replication === "sync"
      ? "The primary acknowledges a write when the replica has it."
      : `The primary acknowledges a write at once. The replica has it ${plan.lag} ms later.`,
  );
  const alive = { from: "primary", to: "controller", label: "alive" };
  record.send({ ...alive, sent: partition.from - 2 * CONTROL, received: partition.from - CONTROL });
  record.send({ ...alive, sent: partition.from, received: null });
}

/** When it is drawn to arrive at the replica: an arrow takes a moment, also without a lag. */
function arrivalOf({ at, replicated }: Write): number {
  return replicated === null ? Infinity : Math.max(at + 1, replicated);
}

/** A write of client 1 to the primary, with its acknowledgement and its way to the replica. */
function tellPrimaryWrite(record: LanesRecorder, plan: FailoverPlan, write: Write): void {
  const { partition, duration } = plan;
  const { at, acknowledged } = write;
  record.send({ from: "client-1", sent: at - CONTROL, to: "primary", received: at, label: "write" });
  const arrives = arrivalOf(write) < partition.from ? arrivalOf(write) : null;
  record.send({ from: "primary", sent: at, to: "replica", received: arrives, label: "write" });
  if (acknowledged === null || acknowledged + CONTROL > duration) return;
  record.send({
    from: "primary",
    sent: acknowledged,
    to: "client-1",
    received: acknowledged + CONTROL,
    label: "OK",
  });
}

/** What each side does, and does not know, while the network is parted. */
export function tellPartition(record: LanesRecorder, plan: FailoverPlan, writes: readonly Write[]): void {
  const { partition, noticed, lag } = plan;
  const unseen = writes.findLast(
    ({ at, client }) => client === 1 && at < partition.from && at + lag >= partition.from,
  );
  if (unseen) tellPrimaryWrite(record, plan, unseen);
  const waiting = writes.filter(
    ({ acknowledged, replicated }) =>
      acknowledged !== null && acknowledged < partition.from && (replicated ?? Infinity) >= partition.from,
  ).length;
  record.say(
    partition.from,
    "The network parts: the primary and client 1 are on one side, everybody else is on the other.",
  );
  record.say(
    partition.from,
    waiting === 0
      ? "The replica has every write that is acknowledged."
      : `Acknowledged writes that are not at the replica: ${waiting}.`,
  );
  record.hold("replica", partition.from, waiting === 0 ? "has every write" : `writes missing: ${waiting}`);
  if (noticed === null) record.say(partition.to, "The network is whole again before anybody acts.");
  else tellNotice(record, plan, noticed);
  tellBehindThePartition(record, plan, writes);
}

function tellNotice(
  record: LanesRecorder,
  { promotion, promoted, partition }: FailoverPlan,
  noticed: number,
): void {
  const isAtOnce = promoted !== null && promoted < partition.to;
  record.hold("controller", noticed, "primary is silent");
  if (isAtOnce) {
    record.say(
      noticed,
      "The controller has not heard from the primary for long enough and promotes the replica.",
    );
    const sent = noticed - CONTROL;
    record.send({ from: "controller", sent, to: "replica", received: noticed, label: "you are primary" });
  } else if (promotion === "person") {
    record.say(noticed, "The controller calls a person, who cannot see the primary and promotes nobody.");
  } else {
    record.say(
      noticed,
      "The controller does not know what the primary has acknowledged, and promotes nobody yet.",
    );
  }
}

/** What the old primary does while nobody else can see it. */
function tellBehindThePartition(record: LanesRecorder, plan: FailoverPlan, writes: readonly Write[]): void {
  const { stopped, partition, promoted } = plan;
  if (stopped && stopped.from < partition.to) tellStop(record, plan, stopped.from);
  const since = Math.max(partition.from, promoted ?? stopped?.from ?? partition.from) + CONTROL;
  const unseen = writes.filter(({ at, side }) => side === "primary" && at >= since && at < partition.to);
  const first = unseen.find(({ client }) => client === 1);
  if (first) tellUnseenWrite(record, plan, first);
  const unreachable = unseen.find(({ client }) => client === 2);
  if (!unreachable || promoted !== null) return;
  const sent = unreachable.at - CONTROL;
  record.send({ from: "client-2", sent, to: "primary", received: null, label: "write" });
  record.say(sent, "Client 2 cannot reach the primary, and there is nobody else who takes its write.");
}

function tellStop(record: LanesRecorder, { replication }: FailoverPlan, at: number): void {
  const isSync = replication === "sync";
  record.hold("primary", at, isSync ? "waits for replica" : "token ran out", "good");
  record.say(
    at,
    isSync
      ? "Without the replica the primary acknowledges nothing."
      : "The token of the primary has run out. It takes no more writes.",
  );
}

function tellUnseenWrite(
  record: LanesRecorder,
  { replication }: FailoverPlan,
  { at, acknowledged }: Write,
): void {
  record.send({ from: "client-1", sent: at - CONTROL, to: "primary", received: at, label: "write" });
  const isTaken = acknowledged === at;
  if (isTaken) record.say(at, "The old primary acknowledges a write that nobody else sees.");
  if (!isTaken && replication === "sync") return;
  const label = isTaken ? "OK" : "no token";
  record.send({ from: "primary", sent: at, to: "client-1", received: at + CONTROL, label });
}

/** What is so after the partition. */
export function tellEnd(
  record: LanesRecorder,
  plan: FailoverPlan,
  writes: readonly Write[],
  lost: number,
): void {
  const { promoted, partition } = plan;
  tellWhoTakesWrites(record, plan);
  if (promoted === null) {
    record.hold("primary", partition.to, "primary", "good");
    record.say(
      partition.to,
      "The primary is seen again and stays what it is. The replica gets what it lacks.",
    );
    return;
  }
  if (promoted > partition.to) tellCatchingUp(record, plan, promoted);
  else tellStepDown(record, plan, lost);
  const tone = lost > 0 ? "bad" : "good";
  record.busy("replica", { from: promoted, to: plan.duration }, "takes writes", tone);
  record.hold("replica", promoted, lost > 0 ? "primary, not complete" : "primary", tone);
  tellReplicaWrite(record, plan, writes);
}

function tellWhoTakesWrites(record: LanesRecorder, { promoted, stopped, duration }: FailoverPlan): void {
  const to = stopped?.from ?? duration;
  const alone = Math.min(to, promoted ?? duration);
  record.busy("primary", { from: 0, to: alone }, "takes writes");
  record.busy("primary", { from: alone, to }, "takes writes too", "bad");
  if (stopped) record.busy("primary", { from: stopped.to, to: duration }, "takes writes");
}

function tellReplicaWrite(
  record: LanesRecorder,
  { promoted, duration }: FailoverPlan,
  writes: readonly Write[],
) {
  const since = (promoted ?? duration) + CONTROL;
  const first = writes.find(({ at, client, side }) => client === 2 && side === "replica" && at >= since);
  if (!first || first.at + CONTROL > duration) return;
  record.send({
    from: "client-2",
    sent: first.at - CONTROL,
    to: "replica",
    received: first.at,
    label: "write",
  });
  record.send({ from: "replica", sent: first.at, to: "client-2", received: first.at + CONTROL, label: "OK" });
}

function tellStepDown(record: LanesRecorder, { partition }: FailoverPlan, lost: number): void {
  const sent = partition.to - CONTROL;
  record.send({
    from: "controller",
    sent,
    to: "primary",
    received: partition.to,
    label: "replica is primary",
  });
  record.hold(
    "primary",
    partition.to,
    lost > 0 ? `writes dropped: ${lost}` : "replica",
    lost > 0 ? "bad" : "good",
  );
  record.say(
    partition.to,
    lost > 0
      ? `The old primary hears of the new one and follows it. It drops the acknowledged writes that only it has: ${lost}.`
      : "The old primary hears of the new one and follows it. Nothing that was acknowledged is lost.",
  );
}

function tellCatchingUp(record: LanesRecorder, { partition, lag }: FailoverPlan, promoted: number): void {
  const seen = partition.to + CONTROL;
  record.send({
    from: "primary",
    sent: partition.to,
    to: "controller",
    received: seen,
    label: "last position",
  });
  record.send({
    from: "primary",
    sent: partition.to,
    to: "replica",
    received: seen + lag,
    label: "missing writes",
  });
  record.send({
    from: "replica",
    sent: seen + lag,
    to: "controller",
    received: seen + lag + CONTROL,
    label: "same position",
  });
  record.send({
    from: "controller",
    sent: promoted - CONTROL,
    to: "replica",
    received: promoted,
    label: "token 2",
  });
  record.say(
    partition.to,
    "The network is whole again. The old primary, without a token, sends what the replica lacks.",
  );
  record.say(promoted, "The replica has confirmed the last position and gets the next token.");
}
