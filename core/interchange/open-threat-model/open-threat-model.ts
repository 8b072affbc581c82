import { pointerTo, readShape } from "../../architecture/input-problem.schema.ts";
import type { BoundaryKind, ComponentKind } from "../../architecture/vocabulary.ts";
import type { Position } from "../../document/session.schema.ts";
import { err, type Result } from "../../result.ts";
import { flowKind } from "../threat-models/flow-kind.ts";
import type { Imported, Importer, ImportFile, ImportOptions, ImportProblem } from "../importer.ts";
import { KeptBoundary, KeptComponent, KeptConnection } from "../threat-models/kept.schema.ts";
import { linesSaid } from "../threat-models/lines-said.ts";
import { markKept } from "../threat-models/mark-kept.ts";
import { otmPlaces, outermostFirst, parentOf, type OtmElements } from "./open-threat-model-places.ts";
import { otmKind, typeOfKind } from "./open-threat-model-kinds.ts";
import { OtmFile, type OtmComponent, type OtmDataflow, type OtmElement } from "./open-threat-model.schema.ts";
import { problemsIn, readJson, readYaml, refuse, type ReadDocument } from "../read-document.ts";
import { SketchBuilder, type Origin } from "../sketch-builder.ts";

/** Open Threat Model, JSON or YAML: what lies in a trust zone or in a component lies in a boundary. */
export const openThreatModel: Importer = {
  format: "open-threat-model",
  name: "Open Threat Model",
  endings: [".otm", ".json", ".yaml", ".yml"],
  takesSeveral: false,
  recognizes: ({ text }) =>
    /(?:^|[\n{,])[ \t]{0,40}["']?otmVersion["']?[ \t]{0,10}:/.test(text.slice(0, 100_000)),
  read: ([file], options) => (file === undefined ? err([]) : read(file, options)),
};

function read(file: ImportFile, options: ImportOptions): Result<Imported, readonly ImportProblem[]> {
  const document = documentIn(file);
  if (!document.ok) return document;
  const shape = readShape(OtmFile, document.value.value);
  if (!shape.ok) return err(problemsIn(file, document.value, shape.error));
  return new OtmReader(file, document.value, shape.value, options).read();
}

/** The ending says nothing: a file named .otm may be either. */
function documentIn(file: ImportFile): Result<ReadDocument, readonly ImportProblem[]> {
  if (file.text.trimStart().startsWith("{")) return readJson(file);
  const documents = readYaml(file);
  if (!documents.ok) return documents;
  const [document] = documents.value;
  return document === undefined
    ? refuse(file, null, "there is nothing in it: choose another")
    : { ok: true, value: document };
}

interface Made {
  readonly id: string;
  readonly kind: ComponentKind;
}

class OtmReader {
  readonly #sketch: SketchBuilder;
  readonly #file: ImportFile;
  readonly #lineOf: ReadDocument["lineOf"];
  readonly #model: OtmFile;
  readonly #all: OtmElements;
  readonly #paths = new Map<object, readonly (string | number)[]>();
  /** Boundaries of the sketch, by what they were made of. */
  readonly #boundaries = new Map<OtmElement, string>();
  readonly #components = new Map<string, Made>();
  readonly #assetsByKey: ReadonlyMap<string, OtmFile["assets"][number]>;
  readonly #flows = new Set<string>();

  constructor(file: ImportFile, { lineOf }: ReadDocument, model: OtmFile, options: ImportOptions) {
    this.#sketch = new SketchBuilder("open-threat-model", options);
    this.#file = file;
    this.#lineOf = lineOf;
    this.#model = model;
    this.#all = { zones: byKey(model.trustZones), components: byKey(model.components) };
    this.#assetsByKey = byKey(model.assets);
    for (const list of ["trustZones", "components", "dataflows", "assets"] as const)
      model[list].forEach((one: object, i) => this.#paths.set(one, [list, i]));
  }

  read(): Result<Imported, readonly ImportProblem[]> {
    const { trustZones, components, dataflows, project } = this.#model;
    const inOrder = outermostFirst([...trustZones, ...components], this.#all);
    const places = otmPlaces(this.#model, inOrder, this.#all);
    this.#makeBoundaries(inOrder);
    for (const component of components) this.#component(component, places(component));
    const assets = this.#assets();
    for (const dataflow of dataflows) this.#dataflow(dataflow, assets);
    this.#threats();
    return this.#sketch.finish({
      title: project.name,
      summary: linesSaid([
        ["", project.description],
        ["Owner: ", project.owner],
      ]),
      file: this.#file.name,
    });
  }

  /** Trust zones, and around their parts the components that have any. */
  #makeBoundaries(inOrder: readonly OtmElement[]): void {
    const zones = new Set(this.#model.trustZones);
    const parents = new Set(inOrder.flatMap((element) => parentOf(element, this.#all) ?? []));
    for (const element of inOrder) {
      if (zones.has(element)) this.#trustZone(element);
      else if (parents.has(element)) {
        const guess = "other components lie in it, so it is a boundary as well";
        this.#boundary(element, "trust", {
          ...this.#originOf(element, `component “${nameOf(element)}”`),
          guess,
        });
      }
    }
  }

  #trustZone(zone: OtmElement): void {
    const kept = KeptBoundary.parse(zone.attributes?.seamark);
    if (kept?.isSheet === true) return;
    this.#boundary(zone, kept?.kind ?? "trust", this.#originOf(zone, `trust zone “${nameOf(zone)}”`));
  }

  #boundary(element: OtmElement, kind: BoundaryKind, origin: Origin): void {
    const parent = parentOf(element, this.#all);
    const within = (parent && this.#boundaries.get(parent)) ?? null;
    this.#boundaries.set(element, this.#sketch.boundary({ name: nameOf(element), kind, within }, origin));
  }

  #component(component: OtmComponent, position: Position | undefined): void {
    const { id, name, type, tags, attributes } = component;
    const kept = KeptComponent.parse(attributes?.seamark);
    const isKept = kept !== undefined && type === typeOfKind(kept.kind);
    const { kind, guess: guessedKind } = isKept ? { kind: kept.kind } : otmKind(type, name, tags);
    const given = {
      name: nameOf(component),
      kind,
      boundaries: this.#boundariesOf(component, kept),
      notes: isKept ? component.description : this.#notesOf(component),
      ...(position && { position }),
    };
    const made = this.#sketch.component(given, {
      ...this.#originOf(component, `component “${given.name}”`),
      guessedKind,
    });
    if (id !== undefined && !this.#components.has(id)) this.#components.set(id, { id: made, kind });
  }

  /** As they were kept, while the nearest is the one that the component says it lies in; otherwise that one. */
  #boundariesOf(component: OtmComponent, kept: KeptComponent | undefined): readonly string[] {
    const own = this.#boundaries.get(component);
    if (own !== undefined) return [own];
    const parent = parentOf(component, this.#all);
    const nearest = parent && this.#boundaries.get(parent);
    const all = (kept?.boundaries ?? []).flatMap((zone) => {
      const element = this.#all.zones.get(zone);
      return (element && this.#boundaries.get(element)) ?? [];
    });
    if (all.length > 0 && all[0] === nearest) return all;
    return nearest === undefined ? [] : [nearest];
  }

  #notesOf({ description, type, tags, assets }: OtmComponent): string {
    return linesSaid([
      ["", description],
      ["Type: ", type],
      ["Tags: ", tags.join(", ")],
      ["Stores: ", this.#assetNames(assets?.stored)],
      ["Processes: ", this.#assetNames(assets?.processed)],
    ]);
  }

  /** Objects of the sketch by the names of assets in the file. */
  #assets(): ReadonlyMap<string, string> {
    return new Map(
      this.#model.assets.flatMap((asset) => {
        const name = nameOf(asset);
        const object = this.#sketch.object(name, this.#originOf(asset, `asset “${name}”`));
        return asset.id === undefined ? [] : [[asset.id, object] as const];
      }),
    );
  }

  #dataflow(dataflow: OtmDataflow, assets: ReadonlyMap<string, string>): void {
    const { name, source, destination, bidirectional } = dataflow;
    const from = this.#components.get(source ?? "");
    const to = this.#components.get(destination ?? "");
    if (from === undefined || to === undefined) {
      const { what, ...place } = this.#originOf(dataflow, `dataflow “${name}”`);
      this.#sketch.leftOut(`${what}: one of its ends is no component`, place);
      return;
    }
    const carries = dataflow.assets.flatMap((asset) => assets.get(asset) ?? [])[0] ?? null;
    this.#connect(dataflow, from, to, carries);
    if (bidirectional) this.#connect(dataflow, to, from, carries);
  }

  #connect(dataflow: OtmDataflow, from: Made, to: Made, carries: string | null): void {
    const { name, attributes, description } = dataflow;
    const kept = KeptConnection.parse(attributes?.seamark);
    const key = JSON.stringify([from.id, to.id, name, kept?.id]);
    if (this.#flows.has(key)) return;
    this.#flows.add(key);
    const ends = { from: from.id, to: to.id, carries };
    const what = `dataflow “${name}”`;
    if (kept !== undefined) {
      const given = { ...ends, kind: kept.kind, notes: description };
      this.#sketch.connection(given, this.#originOf(dataflow, what));
    } else {
      const given = { ...ends, kind: flowKind(from.kind, to.kind), notes: this.#notesOfFlow(dataflow) };
      const guessedKind = "it follows from its ends";
      this.#sketch.connection(given, { ...this.#originOf(dataflow, what), guessedKind });
    }
  }

  #notesOfFlow({ name, description, tags, assets }: OtmDataflow): string {
    return linesSaid([
      ["", name],
      ["", description],
      ["Tags: ", tags.join(", ")],
      ["Carries as well: ", this.#assetNames(assets.filter((key) => this.#assetsByKey.has(key)).slice(1))],
    ]);
  }

  #assetNames(keys: readonly string[] = []): string {
    return keys.flatMap((key) => this.#assetsByKey.get(key)?.name ?? []).join(", ");
  }

  #threats(): void {
    const place = { file: this.#file.name, line: null };
    const others = this.#model.threats.filter(
      ({ attributes }) => !markKept(this.#sketch, attributes?.seamark, (id) => this.#components.get(id)?.id),
    ).length;
    if (others === 0) return;
    this.#sketch.leftOut(`threats: ${others}`, place);
    const { length } = this.#model.mitigations;
    if (length > 0) this.#sketch.leftOut(`mitigations: ${length}`, place);
  }

  #originOf(one: object, what: string): Origin {
    return { what, file: this.#file.name, line: this.#lineOf(pointerTo(this.#paths.get(one) ?? [])) };
  }
}

/** Of two with one name the first counts, as it does for other programs. */
function byKey<T extends { readonly id?: string | undefined }>(
  elements: readonly T[],
): ReadonlyMap<string, T> {
  const known = new Map<string, T>();
  for (const element of elements)
    if (element.id !== undefined && !known.has(element.id)) known.set(element.id, element);
  return known;
}

function nameOf({ id = "", name }: { readonly id?: string | undefined; readonly name: string }): string {
  return name.trim() === "" ? id : name;
}
