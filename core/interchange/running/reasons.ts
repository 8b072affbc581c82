import { likelyKind } from "../../architecture/likely-kind.ts";
import { useBy } from "./address-schemes.ts";
import type { ComponentKind, ConnectionKind } from "../../architecture/vocabulary.ts";
import type { Place } from "../importer.ts";
import type { NamedHost } from "./named-hosts.ts";
import type { Origin, SketchBuilder } from "../sketch-builder.ts";

/** Why one component is taken to be connected to another. */
export interface Reason {
  /** Ids of components, or whatever else names them for now. */
  readonly from: string;
  readonly to: string;
  /** What stands in the file. */
  readonly what: string;
  /** Where. Asked for the reasons that are shown, only: finding a line takes its time. */
  readonly place: () => Place;
  /** `names`: one names the other as a host. `may-name`: perhaps. `waits`: one starts after the other. */
  readonly how: "names" | "waits" | "may-name";
  /** The scheme of the address by which it is named; null without one. */
  readonly scheme: string | null;
}

export function reasonOf(
  { scheme, isClear }: NamedHost,
  given: Pick<Reason, "from" | "to" | "what" | "place">,
): Reason {
  return { ...given, scheme, how: isClear ? "names" : "may-name" };
}

const STRENGTH: Readonly<Record<Reason["how"], number>> = { names: 2, waits: 1, "may-name": 0 };

/** What is connected, and of all the reasons for it the best one and the scheme of the first address. */
export function strongest(reasons: readonly Reason[]): readonly Reason[] {
  const best = new Map<string, Reason>();
  for (const reason of reasons) {
    if (reason.from === reason.to) continue;
    const key = JSON.stringify([reason.from, reason.to]);
    const known = best.get(key);
    if (known === undefined || isStronger(reason, known)) best.set(key, reason);
  }
  return [...best.values()];
}

function isStronger(one: Reason, other: Reason): boolean {
  const more = STRENGTH[one.how] - STRENGTH[other.how];
  return more > 0 || (more === 0 && useBy(one.scheme) !== undefined && useBy(other.scheme) === undefined);
}

/** Draws one connection for each pair that there is a reason for. Gives its id by the ids of its ends. */
export function connectByReasons(
  sketch: SketchBuilder,
  reasons: readonly Reason[],
  kindOf: (component: string) => ComponentKind,
): void {
  for (const reason of strongest(reasons)) {
    const { from, to, what } = reason;
    const { kind, ...guesses } = useOf(reason, kindOf(from), kindOf(to));
    sketch.connection({ from, to, kind }, { what, ...guesses, ...reason.place() });
  }
}

function useOf(
  { how, scheme }: Reason,
  source: ComponentKind,
  target: ComponentKind,
): { readonly kind: ConnectionKind } & Pick<Origin, "guess" | "guessedKind"> {
  const likely = likelyKind(source, target);
  const said = useBy(scheme);
  // Over HTTP one calls, but what is called may be a store all the same.
  const kind = said === undefined || said === "call" ? likely : said;
  if (how === "waits") return { kind, guess: "it waits for it, and is taken to use it" };
  if (how === "may-name") return { kind, guess: "it may be the name of a host" };
  if (kind === said || kind === "call") return { kind };
  return { kind, guessedKind: `“${kind}” is taken from what the two seem to be` };
}
