import type { LanesRun } from "./model.ts";
import type { LanesRecorder } from "./lanes-recorder.ts";

/** Who can crash. The database and the broker keep what they have said yes to. */
export type Process = "service" | "relay" | "consumer";
export type FaultKind = Process | "acknowledgement";

/** The one thing that goes wrong, and the step from which on it does. */
export interface Fault {
  readonly kind: FaultKind;
  readonly at: number;
}

/** How long a crashed process is down, in steps. */
const DOWN = 3;

/** The fault of a run: asks and tells when somebody is down, and loses one acknowledgement. */
export class FaultInjector {
  readonly #fault: Fault | null;
  readonly #record: LanesRecorder;
  /** Whether there is a process that can fail in this way. */
  readonly #isPossible: boolean;
  #hasLost = false;

  constructor(fault: Fault | null, record: LanesRecorder, processes: readonly Process[]) {
    this.#fault = fault;
    this.#record = record;
    this.#isPossible = !fault || fault.kind === "acknowledgement" || processes.includes(fault.kind);
  }

  /** When a process crashes; null where it never does. */
  crashOf(process: Process): number | null {
    return this.#isPossible && this.#fault?.kind === process ? this.#fault.at : null;
  }

  isDown(participant: string, at: number): boolean {
    const crash = this.#fault?.kind === participant ? this.#fault.at : null;
    return crash !== null && crash <= at && at < crash + DOWN;
  }

  /** Whether something that a process planned before is forgotten, because it has crashed since. */
  hasForgotten(process: Process, plannedAt: number, now: number): boolean {
    const crash = this.crashOf(process);
    return crash !== null && plannedAt < crash && crash <= now;
  }

  /** Whether this acknowledgement is the one that gets lost. */
  loses(sentAt: number): boolean {
    const fault = this.#fault;
    if (fault?.kind !== "acknowledgement" || sentAt < fault.at || this.#hasLost) return false;
    this.#hasLost = true;
    return true;
  }

  tellCrash(process: Process, at: number): void {
    this.#record.busy(process, { from: at, to: at + DOWN }, "down", "bad");
    this.#record.hold(process, at + DOWN, "remembers nothing");
    this.#record.say(at, `The ${process} crashes. It comes back at ${at + DOWN} and remembers nothing.`);
  }

  /** What went wrong, as a sentence. */
  inWords(): string {
    const fault = this.#fault;
    if (fault === null) return "Nothing goes wrong.";
    if (!this.#isPossible) return `There is no ${fault.kind} that could crash.`;
    if (fault.kind !== "acknowledgement") return `The ${fault.kind} crashes at step ${fault.at}.`;
    return this.#hasLost
      ? `The first acknowledgement from step ${fault.at} on is lost.`
      : `No acknowledgement is left to be lost after step ${fault.at}.`;
  }

  shaded(): LanesRun["shaded"] {
    const fault = this.#fault;
    if (fault === null || fault.kind === "acknowledgement" || !this.#isPossible) return [];
    return [{ from: fault.at, to: fault.at + DOWN, label: `${fault.kind} down` }];
  }
}
