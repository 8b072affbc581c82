import type { Position } from "../../document/session.schema.ts";
import type { KeptComponent, KeptConnection } from "../threat-models/kept.schema.ts";
import { listOfKind, type PartList } from "./tm-bom-kinds.ts";
import { type KeptModel, type TmBomFile } from "./tm-bom.schema.ts";

type Zone = TmBomFile["trust_zones"][number];
type KeptZone = KeptModel["zones"][number];

/** What a sketch kept in the extension of a model, by symbolic names. */
export class TmBomKept {
  readonly model: KeptModel | undefined;
  readonly #file: TmBomFile;
  readonly #parts: ReadonlyMap<string, KeptModel["parts"][number]>;
  readonly #zones: ReadonlyMap<string, KeptZone>;
  readonly #flows: ReadonlyMap<string, KeptModel["flows"][number]>;

  constructor(file: TmBomFile) {
    this.#file = file;
    this.model = file.extensions;
    this.#parts = byName(this.model?.parts);
    this.#zones = byName(this.model?.zones);
    this.#flows = byName(this.model?.flows);
  }

  zone(name: string): KeptZone | undefined {
    return this.#zones.get(name);
  }

  /** Zones with their numbers, each after the one in which it was kept to lie. */
  zonesInOrder(): readonly (readonly [number, Zone])[] {
    const zones = new Map<string, readonly [number, Zone]>();
    this.#file.trust_zones.forEach((zone, i) => {
      if (!zones.has(zone.symbolic_name)) zones.set(zone.symbolic_name, [i, zone]);
    });
    const names = outermostFirst(zones.keys(), (name) => this.#zones.get(name)?.within ?? undefined);
    return names.flatMap((name) => {
      const zone = zones.get(name);
      return zone === undefined ? [] : [zone];
    });
  }

  /** While the part still stands in the list that its kind belongs to. */
  part(name: string, list: PartList): KeptComponent | undefined {
    const kept = this.#parts.get(name)?.component;
    return kept !== undefined && listOfKind(kept.kind) === list ? kept : undefined;
  }

  positionOf(name: string): Position | undefined {
    return this.#parts.get(name)?.position;
  }

  flow(name: string): { readonly connection: KeptConnection; readonly carries: string | null } | undefined {
    const kept = this.#flows.get(name);
    return kept?.connection === undefined
      ? undefined
      : { connection: kept.connection, carries: kept.carries };
  }
}

function byName<T extends { readonly name: string }>(entries: readonly T[] = []): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.name, entry]));
}

/** Each name after the one around it. Of those that lie in each other in a circle, one comes before what is around it. */
export function outermostFirst(
  names: Iterable<string>,
  outer: (name: string) => string | undefined,
): readonly string[] {
  const done = new Set<string>();
  for (const name of names) {
    const chain = new Set<string>();
    for (
      let at: string | undefined = name;
      at !== undefined && !done.has(at) && !chain.has(at);
      at = outer(at)
    )
      chain.add(at);
    for (const one of [...chain].reverse()) done.add(one);
  }
  return [...done];
}
