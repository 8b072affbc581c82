import type { ComponentKind } from "../../architecture/vocabulary.ts";
import { linesSaid } from "../threat-models/lines-said.ts";
import type { Origin, SketchBuilder } from "../sketch-builder.ts";
import { outermostFirst, type TmBomKept } from "./tm-bom-kept.ts";
import { PART_LISTS, tmBomKind, type PartList } from "./tm-bom-kinds.ts";
import type { TmBomFile, TmBomPart } from "./tm-bom.schema.ts";

/** A component that an actor, a component or a data store has become. */
export interface MadePart {
  readonly id: string;
  readonly kind: ComponentKind;
  readonly title: string;
  /** The trust zone that it names, whether or not there is one. */
  readonly zone: string;
}

export type OriginOf = (path: readonly (string | number)[], what: string) => Origin;

/** Makes boundaries and components of a sketch; what was made of each part, by its symbolic name. */
export function makeParts(
  sketch: SketchBuilder,
  model: TmBomFile,
  kept: TmBomKept,
  originOf: OriginOf,
): ReadonlyMap<string, MadePart> {
  const maker = new PartMaker(sketch, model, kept, originOf);
  maker.makeZones();
  return maker.makeParts();
}

class PartMaker {
  readonly #sketch: SketchBuilder;
  readonly #model: TmBomFile;
  readonly #kept: TmBomKept;
  readonly #originOf: OriginOf;
  readonly #zones = new Map<string, string>();
  /** Boundaries around the parts of components. */
  readonly #around = new Map<string, string>();
  readonly #components = new Map<string, readonly [number, TmBomPart]>();
  readonly #made = new Map<string, MadePart>();

  constructor(sketch: SketchBuilder, model: TmBomFile, kept: TmBomKept, originOf: OriginOf) {
    this.#sketch = sketch;
    this.#model = model;
    this.#kept = kept;
    this.#originOf = originOf;
    model.components.forEach((part, i) => {
      if (!this.#components.has(part.symbolic_name)) this.#components.set(part.symbolic_name, [i, part]);
    });
  }

  makeZones(): void {
    for (const [i, zone] of this.#kept.zonesInOrder()) {
      const { symbolic_name: name } = zone;
      const kept = this.#kept.zone(name);
      if (kept?.isSheet === true) continue;
      const within = this.#zones.get(kept?.within ?? "") ?? null;
      const boundary = { name: titleOf(zone), kind: kept?.kind ?? "trust", within } as const;
      const origin = this.#originOf(["trust_zones", i], `trust zone “${titleOf(zone)}”`);
      this.#zones.set(name, this.#sketch.boundary(boundary, origin));
    }
  }

  makeParts(): ReadonlyMap<string, MadePart> {
    const wholes = new Set(this.#model.components.flatMap((part) => part.parent_component ?? []));
    const outer = (name: string) => this.#components.get(name)?.[1].parent_component;
    for (const name of outermostFirst(this.#components.keys(), outer))
      if (wholes.has(name)) this.#boundaryOfParts(name);
    for (const list of Object.keys(PART_LISTS) as PartList[])
      this.#model[list].forEach((part, i) => this.#part(list, part, i));
    return this.#made;
  }

  #boundaryOfParts(name: string): void {
    const [i, part] = this.#components.get(name) ?? [];
    if (i === undefined || part === undefined) return;
    const guess = "other components are part of it, so it is a boundary as well";
    const origin = { ...this.#originOf(["components", i], `component “${titleOf(part)}”`), guess };
    const within = this.#nearest(part) ?? null;
    this.#around.set(name, this.#sketch.boundary({ name: titleOf(part), kind: "trust", within }, origin));
  }

  /** The boundary of what it is part of, where both lie in one zone; otherwise its zone. */
  #nearest({ parent_component: parent = "", trust_zone: zone }: TmBomPart): string | undefined {
    const whole = this.#components.get(parent)?.[1];
    const isSame = whole !== undefined && (zone === undefined || whole.trust_zone === zone);
    return (isSame ? this.#around.get(parent) : undefined) ?? this.#zones.get(zone ?? "");
  }

  #part(list: PartList, part: TmBomPart, i: number): void {
    const { symbolic_name: name, trust_zone: zone = "" } = part;
    const kept = this.#kept.part(name, list);
    const { kind, guess: guessedKind } = kept === undefined ? tmBomKind(list, part) : { kind: kept.kind };
    const position = this.#kept.positionOf(name);
    const title = titleOf(part);
    const id = this.#sketch.component(
      {
        name: title,
        kind,
        boundaries: this.#boundariesOf(list, part, kept?.boundaries ?? []),
        notes: kept === undefined ? notesOf(part) : part.description,
        ...(position && { position }),
      },
      { ...this.#originOf([list, i], `${PART_LISTS[list]} “${title}”`), guessedKind },
    );
    if (!this.#made.has(name)) this.#made.set(name, { id, kind, title, zone });
  }

  /** As they were kept, while the first is the zone that the part names; otherwise that one. */
  #boundariesOf(list: PartList, part: TmBomPart, kept: readonly string[]): readonly string[] {
    const own = list === "components" ? this.#around.get(part.symbolic_name) : undefined;
    const nearest = own ?? this.#nearest(part);
    const all = kept.flatMap((one) => this.#zones.get(one) ?? []);
    if (all.length > 0 && all[0] === nearest) return all;
    return nearest === undefined ? [] : [nearest];
  }
}

function titleOf({ symbolic_name: name, title }: { readonly symbolic_name: string; readonly title: string }) {
  return title.trim() === "" ? name : title;
}

function notesOf({ description, type, permissions, vendor, product, repo_link: link }: TmBomPart): string {
  return linesSaid([
    ["", description],
    ["Type: ", type],
    ["Permissions: ", permissions],
    ["Product: ", [vendor, product].filter((word) => word !== "").join(" ")],
    ["Repository: ", link],
  ]);
}
