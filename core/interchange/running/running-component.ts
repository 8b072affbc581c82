import type { ComponentKind } from "../../architecture/vocabulary.ts";
import { kindBehind } from "./address-schemes.ts";
import { guessKind } from "../guess/guess-kind.ts";
import type { Place } from "../importer.ts";
import { UNSAID } from "./named-hosts.ts";
import { strongest, type Reason } from "./reasons.ts";
import type { SketchBuilder } from "../sketch-builder.ts";

/** From this many on, they are a fleet. */
const FLEET = 10;

/** What runs so many times; null where the number is none that says it. */
export function scaleOf(count: number): "one" | "few" | "fleet" | null {
  if (!Number.isFinite(count) || count < 1) return null;
  if (count < 2) return "one";
  return count < FLEET ? "few" : "fleet";
}

export interface SeemingKind {
  readonly kind: ComponentKind;
  readonly guess: string;
}

/** What something that runs, so no person, seems to be: by its images, its name or the addresses others reach it at. */
export function seemingKind(
  name: string,
  images: readonly string[],
  leadingHere: readonly (string | null)[],
): SeemingKind {
  for (const words of [...images.filter((image) => !image.includes(UNSAID)), name]) {
    const guess = guessKind(words, (kind) => kind !== "person");
    if (guess !== null) return { kind: guess.kind, guess: guess.because };
  }
  for (const scheme of leadingHere) {
    const kind = kindBehind(scheme);
    if (kind !== undefined && kind !== "service")
      return { kind, guess: `others reach it by an address with ${scheme ?? ""}://` };
  }
  return { kind: "service", guess: "nothing says what it does, and it is taken for a service" };
}

/** The schemes of the addresses that lead to each component. */
export function schemesByTarget(reasons: readonly Reason[]): ReadonlyMap<string, readonly (string | null)[]> {
  const schemes = new Map<string, (string | null)[]>();
  for (const { to, scheme } of strongest(reasons)) {
    const known = schemes.get(to);
    if (known === undefined) schemes.set(to, [scheme]);
    else known.push(scheme);
  }
  return schemes;
}

/** Something that several components have, so that they must agree on it. */
export interface SharedThing {
  /** `the volume “data”` */
  readonly what: string;
  readonly components: readonly string[];
  readonly place: () => Place;
}

/**
 * An agreement of each of them with the first that keeps something, or else with the first: that they hold the same is
 * what the file says, that they must agree on it follows.
 */
export function agreeOnShared(
  sketch: SketchBuilder,
  { what, components, place }: SharedThing,
  kindOf: (component: string) => ComponentKind,
): void {
  const users = [...new Set(components)];
  const centre = users.find((one) => kindOf(one) === "store") ?? users[0];
  if (centre === undefined || users.length < 2) return;
  const where = place();
  for (const other of users) {
    if (other === centre) continue;
    const guess = "what both hold must mean the same to both";
    sketch.agreement(centre, other, `what both have in ${what}`, {
      what: `${what} of both`,
      guess,
      ...where,
    });
    sketch.fact(
      {
        address: {
          about: { agreement: centre < other ? [centre, other] : [other, centre] },
          fact: "sameObject",
        },
        value: "identical",
        evidence: `both name ${what}`,
        guessed: false,
      },
      where,
    );
  }
}
