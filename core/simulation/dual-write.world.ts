import { FaultInjector, type Fault, type Process } from "./dual-write.faults.ts";
import { LanesRecorder } from "./lanes-recorder.ts";
import type { LanesRun } from "./model.ts";
import { Timeline } from "./timeline.ts";

export const STRUCTURES = {
  "write-first": "Writes, then publishes",
  "publish-first": "Publishes, then writes",
  outbox: "Writes both in one transaction",
};
export const CONSUMERS = {
  plain: "Does whatever comes",
  idempotent: "Does each message once",
};

const LANES = ["service", "database", "relay", "broker", "consumer"] as const;
const DURATION = 32;
/** Steps without an acknowledgement after which something is sent again. */
const PATIENCE = 4;
/** Steps from one look of the relay at the outbox to the next. */
const POLL = 4;

/** One run, in steps. The database and the broker are what they hold; the others are what they do. */
export class DualWriteWorld {
  readonly #timeline = new Timeline();
  readonly #record = new LanesRecorder();
  readonly #faults: FaultInjector;
  readonly #structure: keyof typeof STRUCTURES;
  readonly #processes: readonly Process[];
  readonly #consumer: keyof typeof CONSUMERS;
  #hasOrder = false;
  #outbox: "none" | "waiting" | "sent" = "none";
  #published = 0;
  #effects = 0;
  /** Whether the service still means to do what it has not done. */
  #isServiceAtWork = true;
  #isRelayAtWork = false;
  /** Orders and messages that are on their way to where they will be kept. */
  #underWay = 0;
  #isToldBroken = false;

  constructor(structure: keyof typeof STRUCTURES, consumer: keyof typeof CONSUMERS, fault: Fault | null) {
    this.#structure = structure;
    this.#consumer = consumer;
    this.#processes = structure === "outbox" ? ["service", "relay", "consumer"] : ["service", "consumer"];
    this.#faults = new FaultInjector(fault, this.#record, this.#processes);
  }

  run(): LanesRun {
    this.#record.say(0, "An order comes in.");
    this.#record.hold("database", 0, "no order");
    this.#record.hold("broker", 0, "no message");
    this.#record.hold("consumer", 0, "no effect");
    this.#planCrash("service", () => (this.#isServiceAtWork = false));
    this.#planCrash("relay", () => (this.#isRelayAtWork = false));
    this.#planCrash("consumer", () => undefined);
    this.#soon("service", 1, () =>
      this.#structure === "publish-first" ? this.#publish("service") : this.#write(),
    );
    if (this.#structure === "outbox") for (let at = POLL; at < DURATION; at += POLL) this.#planPoll(at);
    this.#timeline.run();
    return this.#finish();
  }

  /** The service writes the order; with an outbox the message is in the same transaction. */
  #write(): void {
    const withMessage = this.#structure === "outbox";
    let isAnswered = false;
    this.#keep("service", "database", withMessage ? "order + message" : "order", () => {
      this.#storeOrder(withMessage);
      this.#acknowledge("database", "service", () => {
        isAnswered = true;
        if (this.#structure === "write-first") this.#soon("service", 1, () => this.#publish("service"));
        else this.#isServiceAtWork = false;
      });
    });
    this.#soon("service", PATIENCE, () => {
      if (!isAnswered) this.#write();
    });
  }

  #storeOrder(withMessage: boolean): void {
    if (this.#hasOrder) return;
    this.#hasOrder = true;
    if (withMessage) this.#outbox = "waiting";
    this.#record.hold("database", this.#timeline.now, withMessage ? "order, message waits" : "order");
    this.#tell(withMessage ? "Order and message are in the database." : "The order is in the database.");
  }

  #publish(sender: "service" | "relay"): void {
    let isAnswered = false;
    this.#keep(sender, "broker", "message", () => {
      this.#published += 1;
      this.#record.hold("broker", this.#timeline.now, `message ×${this.#published}`);
      this.#tell(
        this.#published === 1 ? "The broker has the message." : "The broker has the message once more.",
      );
      this.#acknowledge("broker", sender, () => {
        isAnswered = true;
        this.#soon(sender, 1, () => this.#goOn(sender));
      });
      this.#timeline.after(1, () => this.#deliver());
    });
    this.#soon(sender, PATIENCE, () => {
      if (isAnswered) return;
      if (sender === "service") this.#publish(sender);
      else this.#isRelayAtWork = false;
    });
  }

  /** What comes after the broker has said yes. */
  #goOn(sender: "service" | "relay"): void {
    if (sender === "relay") this.#markSent();
    else if (this.#structure === "publish-first") this.#write();
    else this.#isServiceAtWork = false;
  }

  #planPoll(at: number): void {
    this.#timeline.after(at, () => {
      if (this.#outbox !== "waiting" || this.#isRelayAtWork || this.#faults.isDown("relay", at)) return;
      this.#isRelayAtWork = true;
      this.#send("database", "relay", "waiting message", () =>
        this.#soon("relay", 1, () => this.#publish("relay")),
      );
    });
  }

  #markSent(): void {
    this.#send("relay", "database", "sent", () => {
      this.#outbox = "sent";
      this.#isRelayAtWork = false;
      this.#record.hold("database", this.#timeline.now, "order, message sent");
    });
  }

  #deliver(): void {
    let isAnswered = false;
    this.#send("broker", "consumer", "message", () =>
      this.#soon("consumer", 1, () => {
        this.#take();
        this.#soon("consumer", 1, () => this.#acknowledge("consumer", "broker", () => (isAnswered = true)));
      }),
    );
    this.#timeline.after(PATIENCE + 1, () => {
      if (!isAnswered) this.#deliver();
    });
  }

  #take(): void {
    if (this.#consumer === "idempotent" && this.#effects > 0) {
      this.#tell("The consumer has done this message already and does nothing.");
      return;
    }
    this.#effects += 1;
    this.#record.hold(
      "consumer",
      this.#timeline.now,
      `effect ×${this.#effects}`,
      this.#effects > 1 ? "bad" : "plain",
    );
    this.#tell(this.#effects > 1 ? "The message takes effect once more." : "The message takes effect.");
  }

  #planCrash(process: Process, forget: () => void): void {
    const at = this.#faults.crashOf(process);
    if (at === null) return;
    this.#timeline.after(at, () => {
      this.#faults.tellCrash(process, at);
      forget();
      this.#judge();
    });
  }

  /** Something that a process does in a while, unless it crashes before. */
  #soon(process: Process, delay: number, act: () => void): void {
    const plannedAt = this.#timeline.now;
    this.#timeline.after(delay, () => {
      if (this.#faults.hasForgotten(process, plannedAt, this.#timeline.now)) return;
      act();
      this.#judge();
    });
  }

  /** Sends what the receiver will keep. */
  #keep(from: string, to: string, label: string, received: () => void): void {
    this.#underWay += 1;
    this.#send(from, to, label, () => {
      this.#underWay -= 1;
      received();
    });
  }

  #acknowledge(from: string, to: string, received: () => void): void {
    this.#send(from, to, "OK", received, this.#faults.loses(this.#timeline.now));
  }

  #send(from: string, to: string, label: string, received: () => void, isLost = false): void {
    const sent = this.#timeline.now;
    const arrives = !isLost && !this.#faults.isDown(to, sent + 1);
    this.#record.send({ from, sent, to, received: arrives ? sent + 1 : null, label });
    if (isLost) this.#tell(`The acknowledgement of the ${from} is lost.`);
    if (!arrives) return;
    this.#timeline.after(1, () => {
      received();
      this.#judge();
    });
  }

  #tell(text: string): void {
    this.#record.say(this.#timeline.now, text);
  }

  #judge(): void {
    const verdict = this.#verdict();
    this.#record.judge(this.#timeline.now, verdict === null);
    if (verdict !== null && !this.#isToldBroken)
      this.#tell(`Nothing will put it right any more: ${verdict}.`);
    this.#isToldBroken ||= verdict !== null;
  }

  /** What nothing in the design will put right any more. */
  #verdict(): string | null {
    if (this.#effects > 1) return "its message has taken effect more than once";
    if (this.#isServiceAtWork || this.#underWay > 0) return null;
    if (this.#hasOrder && this.#published === 0 && this.#outbox !== "waiting")
      return "nobody will ever send its message";
    return !this.#hasOrder && this.#published > 0 ? "a message speaks of an order that does not exist" : null;
  }

  #finish(): LanesRun {
    const times = ["never", "once"][this.#effects] ?? `${this.#effects} times`;
    const order = this.#hasOrder ? "The order exists" : "No order exists";
    const verdict = this.#verdict();
    return this.#record.finish({
      duration: DURATION,
      unit: "step",
      invariant: "An order exists if and only if its message has taken effect exactly once",
      shaded: this.#faults.shaded(),
      lanes: LANES.filter((key) => key !== "relay" || this.#processes.includes(key)).map((key) => ({
        key,
        label: key,
      })),
      summary: `${this.#faults.inWords()} ${order}${verdict ? `, and ${verdict}` : `, and its message took effect ${times}`}.`,
      outcome: [
        { label: "Order", value: this.#hasOrder ? "exists" : "does not exist" },
        { label: "Its message took effect", value: times },
        { label: "Sent to the broker", value: `${this.#published}` },
      ],
    });
  }
}
