import { Fleet, HOSTS, type Artifact, type Limits } from "./artifact-limit.fleet.ts";
import { uniform } from "./draws.ts";
import { seededRandom } from "./random.ts";

export interface ArtifactSettings extends Limits {
  /** Entries of the artifact at step 0. */
  readonly start: number;
  /** Entries more in each artifact than in the one before. */
  readonly growth: number;
  /** The step at which the new version begins to reach the hosts; the duration for never. */
  readonly newVersionAt: number;
  /** What an artifact is compared with where it is made. */
  readonly check: "none" | "copied" | "stated";
  readonly rollout: "at-once" | "staged" | "staged-halt";
}

export const DURATION = 400;
/** Steps from one artifact to the next. */
export const MADE_EVERY = 10;
/** Entries by which an artifact may be off the line on which they grow, either way. */
export const NOISE = 4;

const STAGE_EVERY = 2;
const STAGES = [1, 10, 50, HOSTS];

/** How it stood at the end of a step. */
export interface FleetStep {
  readonly made: number;
  readonly largestHanded: number;
  readonly smallestLimit: number;
  readonly working: number;
  readonly onNewVersion: number;
  /** Steps since the oldest of what the hosts loaded last was made. */
  readonly age: number;
}

export interface Rollouts {
  readonly steps: readonly FleetStep[];
  readonly refused: number;
  readonly takenBack: number;
}

/** The size that an artifact made at a step has but for chance. */
export function expectedSize({ start, growth }: ArtifactSettings, step: number): number {
  return start + growth * Math.floor(step / MADE_EVERY);
}

/** Artifacts and a new version of their loaders on the way through a fleet. */
export function playRollouts(settings: ArtifactSettings, seed: number): Rollouts {
  const [sizing, ordering] = [seededRandom(seed), seededRandom(seed ^ 0x5bd1e995)];
  let made: Artifact = { made: 0, size: settings.start };
  const fleet = new Fleet(settings, made, ordering);
  const rollout = new ArtifactRollout(settings.rollout, fleet);
  let refused = 0;
  const steps: FleetStep[] = [];
  for (let step = 0; step < DURATION; step++) {
    if (step >= settings.newVersionAt && mayUpgrade(settings, fleet)) fleet.upgradeOne();
    if (step > 0 && step % MADE_EVERY === 0) {
      const off = uniform(sizing, 2 * NOISE + 1) - NOISE;
      made = { made: step, size: Math.max(0, Math.round(expectedSize(settings, step)) + off) };
      if (made.size > mostAtSource(settings, fleet)) refused++;
      else rollout.begin(made);
    }
    if (step % STAGE_EVERY === 0) rollout.proceed();
    steps.push({
      made: made.size,
      largestHanded: fleet.largestHanded(),
      smallestLimit: fleet.smallestLimit(),
      working: fleet.working(),
      onNewVersion: fleet.onNewVersion(),
      age: step - fleet.oldestLoaded(),
    });
  }
  return { steps, refused, takenBack: rollout.takenBack() };
}

/** Who states a limit keeps a version back for which something that is on its way is too large. */
function mayUpgrade({ check, newLimit }: ArtifactSettings, fleet: Fleet): boolean {
  return check !== "stated" || fleet.onNewVersion() > 0 || fleet.largestHanded() <= newLimit;
}

function mostAtSource({ check, limit }: ArtifactSettings, fleet: Fleet): number {
  switch (check) {
    case "none":
      return Infinity;
    case "copied":
      return limit;
    case "stated":
      return fleet.smallestLimit();
  }
}

/** One artifact at a time on its way from the first host to the last. It is through before the next one is made. */
class ArtifactRollout {
  private readonly fleet: Fleet;
  private readonly isHalting: boolean;
  private readonly stages: readonly number[];
  private artifact: Artifact | null = null;
  private reached = 0;
  private halts = 0;

  constructor(rollout: ArtifactSettings["rollout"], fleet: Fleet) {
    this.fleet = fleet;
    this.isHalting = rollout === "staged-halt";
    this.stages = rollout === "at-once" ? [HOSTS] : STAGES;
  }

  begin(artifact: Artifact): void {
    [this.artifact, this.reached] = [artifact, 0];
  }

  /** The next stage, or back to the start where the last one did not go well. */
  proceed(): void {
    if (this.artifact === null) return;
    if (this.isHalting && !this.fleet.isWellWith(this.artifact)) {
      this.fleet.takeBack(this.artifact);
      this.halts++;
      this.artifact = null;
      return;
    }
    const [from, to] = [this.stages[this.reached - 1] ?? 0, this.stages[this.reached]];
    if (to === undefined) this.artifact = null;
    else this.fleet.hand(this.artifact, from, to);
    this.reached++;
  }

  takenBack(): number {
    return this.halts;
  }
}
