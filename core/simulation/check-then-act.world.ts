import { ANOMALIES, type Anomaly } from "./check-then-act.anomalies.ts";
import { LeasedLock } from "./check-then-act.lease.ts";
import { LanesRecorder } from "./lanes-recorder.ts";
import type { LanesRun, Settings } from "./model.ts";
import type { Random } from "./random.ts";
import { choiceOf, numberOf } from "./setting.ts";
import { Timeline } from "./timeline.ts";

/** One way of a message, in milliseconds. */
export const NETWORK = 2;
/** From the check at the store to the act at the store, without work. */
export const ROUND_TRIP = 2 * NETWORK;
/** What the messages of two clients, one after the other, take at most. */
const MESSAGES = 16 * NETWORK;

/** Who sees to it that nothing comes between check and act. */
export const STRUCTURES = {
  plain: { isAtomic: false, isTransaction: false, isLocked: false, fences: "nothing", isGuarded: false },
  atomic: { isAtomic: true, isTransaction: false, isLocked: false, fences: "nothing", isGuarded: true },
  serializable: { isAtomic: false, isTransaction: true, isLocked: false, fences: "nothing", isGuarded: true },
  lease: { isAtomic: false, isTransaction: false, isLocked: true, fences: "nothing", isGuarded: false },
  "fenced-writes": {
    isAtomic: false,
    isTransaction: false,
    isLocked: true,
    fences: "writes",
    isGuarded: false,
  },
  fenced: { isAtomic: false, isTransaction: false, isLocked: true, fences: "everything", isGuarded: true },
} as const;

interface Client {
  readonly key: "a" | "b";
  readonly name: string;
  /** How long it stands still between check and act, in milliseconds. */
  readonly pause: number;
}

interface Seen {
  readonly value: number;
  readonly version: number;
  readonly token: number;
}

/** One run: two clients, a store, and perhaps a lock. */
export class CheckThenActWorld {
  readonly #timeline = new Timeline();
  readonly #record = new LanesRecorder();
  readonly #anomaly: Anomaly;
  readonly #structure: (typeof STRUCTURES)[keyof typeof STRUCTURES];
  readonly #settings: Settings;
  readonly #clients: readonly [Client, Client];
  readonly #startOfB: number;
  readonly #lock: LeasedLock | null;
  readonly #deciding = new Set<Client>();
  #kept: number;
  #version = 0;
  #newestToken = 0;
  #acts = 0;
  #inBetween = 0;
  #refused = 0;

  constructor(settings: Settings, random: Random) {
    const upTo = (most: number) => Math.floor(random() * (most + 1));
    this.#settings = settings;
    this.#anomaly = ANOMALIES[choiceOf(settings, "anomaly", ANOMALIES)];
    this.#structure = STRUCTURES[choiceOf(settings, "structure", STRUCTURES)];
    const [a, b] = this.#anomaly.clients;
    this.#startOfB = 1 + upTo(numberOf(settings, "spread") - 1);
    const pause = numberOf(settings, "pause");
    this.#clients = [
      { key: "a", name: a, pause: upTo(pause) },
      { key: "b", name: b, pause: upTo(pause) },
    ];
    this.#kept = this.#anomaly.start;
    this.#lock = this.#structure.isLocked
      ? new LeasedLock(this.#timeline, this.#record, numberOf(settings, "lease"))
      : null;
  }

  run(): LanesRun {
    const [a, b] = this.#clients;
    this.#showStore();
    this.#timeline.after(0, () => this.#begin(a));
    this.#timeline.after(this.#startOfB, () => this.#begin(b));
    this.#timeline.run();
    return this.#finish();
  }

  #begin(client: Client): void {
    if (this.#structure.isAtomic) this.#actAtOnce(client);
    else if (this.#lock) this.#acquire(client, this.#lock);
    else this.#read(client, 0);
  }

  #actAtOnce(client: Client): void {
    this.#send(client.key, "store", this.#anomaly.atOnce, () => {
      const isAllowed = this.#anomaly.mayAct(this.#kept);
      if (isAllowed) this.#act(client, this.#kept);
      this.#send("store", client.key, isAllowed ? "done" : "no", () =>
        isAllowed ? this.#done(client) : this.#turnAway(client),
      );
    });
  }

  #acquire(client: Client, lock: LeasedLock): void {
    this.#send(client.key, "lock", "lock", () =>
      lock.acquire(client.name, (token) =>
        this.#send("lock", client.key, `token ${token}`, () => this.#read(client, token)),
      ),
    );
  }

  #read(client: Client, token: number): void {
    this.#send(client.key, "store", this.#anomaly.read, () => {
      if (this.#isOutdated(token, "everything")) {
        this.#refuse(client, token);
        return;
      }
      if (this.#structure.fences === "everything") this.#newestToken = Math.max(this.#newestToken, token);
      this.#inBetween += this.#deciding.size;
      this.#deciding.add(client);
      const seen = { value: this.#kept, version: this.#version, token };
      this.#tell(`The ${this.#anomaly.store} answers ${seen.value} to ${client.name}.`);
      this.#send("store", client.key, `${seen.value}`, () => this.#decide(client, seen));
    });
  }

  #decide(client: Client, seen: Seen): void {
    const { now } = this.#timeline;
    const work = numberOf(this.#settings, "work");
    this.#record.hold(client.key, now, `saw ${seen.value}`);
    if (!this.#anomaly.mayAct(seen.value)) {
      this.#deciding.delete(client);
      this.#turnAway(client, seen.token);
      return;
    }
    this.#record.busy(client.key, { from: now, to: now + work }, "works");
    this.#record.busy(client.key, { from: now + work, to: now + work + client.pause }, "stands still", "bad");
    this.#tell(`${client.name} saw ${seen.value} and may act. That takes ${work + client.pause} ms.`);
    this.#timeline.after(work + client.pause, () => this.#write(client, seen));
  }

  #write(client: Client, seen: Seen): void {
    this.#send(client.key, "store", this.#anomaly.act(seen.value), () => {
      this.#deciding.delete(client);
      if (this.#structure.isTransaction && seen.version !== this.#version) {
        this.#repeat(client);
        return;
      }
      if (this.#isOutdated(seen.token, "writes")) {
        this.#refuse(client, seen.token);
        return;
      }
      this.#newestToken = Math.max(this.#newestToken, seen.token);
      this.#act(client, seen.value);
      this.#send("store", client.key, "done", () => this.#done(client, seen.token));
    });
  }

  #act(client: Client, seen: number): void {
    const { now } = this.#timeline;
    this.#kept = this.#anomaly.afterAct(seen, this.#kept);
    this.#version += 1;
    this.#acts += 1;
    this.#record.judge(now, this.#anomaly.allows(this.#acts));
    this.#showStore();
    this.#tell(
      `The ${this.#anomaly.store} takes the act of ${client.name}: ${this.#anomaly.truth(this.#acts)}.`,
    );
  }

  /** Whether the store refuses what comes with this token, where it checks tokens of such operations. */
  #isOutdated(token: number, operation: "writes" | "everything"): boolean {
    const { fences } = this.#structure;
    return token < this.#newestToken && (fences === "everything" || fences === operation);
  }

  #repeat(client: Client): void {
    this.#refused += 1;
    this.#tell(`What ${client.name} read has changed. The ${this.#anomaly.store} undoes its transaction.`);
    this.#send("store", client.key, "undone", () => {
      this.#record.hold(client.key, this.#timeline.now, "undone");
      this.#read(client, 0);
    });
  }

  #refuse(client: Client, token: number): void {
    this.#refused += 1;
    this.#tell(
      `The ${this.#anomaly.store} has seen token ${this.#newestToken} and refuses ${client.name}, which has token ${token}.`,
    );
    this.#send("store", client.key, "token too old", () =>
      this.#record.hold(client.key, this.#timeline.now, "refused", "good"),
    );
  }

  #done(client: Client, token = 0): void {
    const tone = this.#anomaly.allows(this.#acts) ? "good" : "bad";
    this.#record.hold(client.key, this.#timeline.now, this.#anomaly.acted, tone);
    this.#release(client, token);
  }

  #turnAway(client: Client, token = 0): void {
    this.#record.hold(client.key, this.#timeline.now, this.#anomaly.turnedAway, "good");
    this.#tell(`${client.name} may not act: ${this.#anomaly.turnedAway}.`);
    this.#release(client, token);
  }

  #release(client: Client, token: number): void {
    const lock = this.#lock;
    if (lock) this.#send(client.key, "lock", "unlock", () => lock.release(token));
  }

  #showStore(): void {
    const tone = this.#anomaly.allows(this.#acts) ? "plain" : "bad";
    this.#record.hold("store", this.#timeline.now, this.#anomaly.keeps(this.#kept, this.#acts), tone);
  }

  #send(from: string, to: string, label: string, received: () => void): void {
    const { now } = this.#timeline;
    this.#record.send({ from, sent: now, to, received: now + NETWORK, label });
    this.#timeline.after(NETWORK, received);
  }

  #tell(text: string): void {
    this.#record.say(this.#timeline.now, text.charAt(0).toUpperCase() + text.slice(1));
  }

  #finish(): LanesRun {
    const [a, b] = this.#clients;
    const { truth, invariant, allows, store } = this.#anomaly;
    const works = 2 * numberOf(this.#settings, "work") + a.pause + b.pause;
    const others = this.#inBetween === 0 ? "nobody else checked" : "the other checked as well";
    return this.#record.finish({
      duration: this.#startOfB + works + MESSAGES,
      unit: "ms",
      invariant,
      shaded: [],
      lanes: [
        { key: "a", label: a.name },
        { key: "store", label: store },
        ...(this.#lock ? [{ key: "lock", label: "lock service" }] : []),
        { key: "b", label: b.name },
      ],
      summary: `Between check and act ${others}. ${this.#sayEnd()} At the end: ${truth(this.#acts)}${allows(this.#acts) ? "" : ", although each decided rightly on what it saw"}.`,
      outcome: [
        { label: "What the store says", value: `${this.#kept}` },
        { label: "What is true", value: truth(this.#acts) },
        { label: "Checks between check and act", value: `${this.#inBetween}` },
        { label: "Refused or repeated", value: `${this.#refused}` },
      ],
    });
  }

  #sayEnd(): string {
    if (this.#acts > 1) return "Both acted on what they had seen before.";
    return this.#refused > 0 ? "One of them was refused." : "One acted, and the other saw it.";
  }
}
