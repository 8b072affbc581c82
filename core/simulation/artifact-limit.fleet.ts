import { uniform } from "./draws.ts";
import type { Random } from "./random.ts";

export const HOSTS = 100;

export interface Limits {
  /** Entries that the first version of the loader has room for. */
  readonly limit: number;
  readonly newLimit: number;
  /** What a loader does with an artifact that has more. */
  readonly onTooLarge: "stops" | "keeps-last";
}

export interface Artifact {
  /** The step at which it was made. */
  readonly made: number;
  /** Entries. */
  readonly size: number;
}

interface Host {
  isNew: boolean;
  /** What it was handed last, and all that before it which was not taken back. */
  readonly handed: Artifact[];
  isWorking: boolean;
  lastLoaded: Artifact;
}

/** Hosts that load artifacts, each with the version of the loader that it has at the moment. */
export class Fleet {
  private readonly limits: Limits;
  private readonly hosts: readonly Host[];
  private readonly upgradeOrder: readonly Host[];
  private upgraded = 0;

  /** The versions reach the hosts in an order that has nothing to do with that of the artifacts. */
  constructor(limits: Limits, first: Artifact, random: Random) {
    this.limits = limits;
    this.hosts = Array.from({ length: HOSTS }, () => ({
      isNew: false,
      handed: [first],
      isWorking: first.size <= limits.limit,
      lastLoaded: first,
    }));
    this.upgradeOrder = shuffled(this.hosts, random);
  }

  /** Gives the new version to one more host, which then loads again what it has. */
  upgradeOne(): void {
    const host = this.upgradeOrder[this.upgraded];
    if (host === undefined) return;
    this.upgraded++;
    host.isNew = true;
    this.load(host);
  }

  /** Hands an artifact to the hosts from one place in their row (inclusive) to another (exclusive). */
  hand(artifact: Artifact, from: number, to: number): void {
    for (const host of this.hosts.slice(from, to)) {
      host.handed.push(artifact);
      this.load(host);
    }
  }

  /** Takes an artifact back from all who have it; they load the one before. */
  takeBack(artifact: Artifact): void {
    for (const host of this.hosts) {
      if (host.handed.at(-1) !== artifact) continue;
      host.handed.pop();
      this.load(host);
    }
  }

  /** Whether all who were handed it work. */
  isWellWith(artifact: Artifact): boolean {
    return this.hosts.every(({ handed, isWorking }) => isWorking || handed.at(-1) !== artifact);
  }

  working(): number {
    return this.hosts.filter(({ isWorking }) => isWorking).length;
  }

  onNewVersion(): number {
    return this.upgraded;
  }

  smallestLimit(): number {
    const { limit, newLimit } = this.limits;
    if (this.upgraded === 0) return limit;
    return this.upgraded === HOSTS ? newLimit : Math.min(limit, newLimit);
  }

  largestHanded(): number {
    return Math.max(...this.hosts.map(({ handed }) => handed.at(-1)?.size ?? 0));
  }

  /** When the oldest of what the hosts loaded last was made. */
  oldestLoaded(): number {
    return Math.min(...this.hosts.map(({ lastLoaded }) => lastLoaded.made));
  }

  private load(host: Host): void {
    const room = host.isNew ? this.limits.newLimit : this.limits.limit;
    const known = this.limits.onTooLarge === "stops" ? host.handed.slice(-1) : host.handed;
    const loaded = known.findLast(({ size }) => size <= room);
    host.isWorking = loaded !== undefined;
    host.lastLoaded = loaded ?? host.lastLoaded;
  }
}

function shuffled<T>(list: readonly T[], random: Random): readonly T[] {
  const result = [...list];
  for (let last = result.length - 1; last > 0; last--) {
    const other = uniform(random, last + 1);
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}
