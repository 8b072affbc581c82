import { pointerTo, readShape } from "../../architecture/input-problem.schema.ts";
import { err, type Result } from "../../result.ts";
import { flowKind } from "../threat-models/flow-kind.ts";
import type { Imported, Importer, ImportFile, ImportOptions, ImportProblem } from "../importer.ts";
import { linesSaid } from "../threat-models/lines-said.ts";
import { problemsIn, readJson, type ReadDocument } from "../read-document.ts";
import { SketchBuilder, type Origin } from "../sketch-builder.ts";
import { assumedLine, keptAssumptions, markAssumptions, type Assumed } from "./tm-bom-assumptions.ts";
import { boundariesBetween, validityOf, wordsOf } from "./tm-bom-boundaries.ts";
import { TmBomKept } from "./tm-bom-kept.ts";
import { makeParts, type MadePart, type OriginOf } from "./tm-bom-parts.ts";
import { TmBomFile, type TmBomDataFlow, type TmBomTrustBoundary } from "./tm-bom.schema.ts";

/** TM-BOM, the format of the Threat Model Library: its assumptions become agreements. */
export const tmBom: Importer = {
  format: "tm-bom",
  name: "TM-BOM (Threat Model Library)",
  endings: [".json"],
  takesSeveral: false,
  recognizes: ({ text }) => ['"trust_zones"', '"data_flows"'].every((key) => text.includes(key)),
  read: ([file], options) => (file === undefined ? err([]) : read(file, options)),
};

function read(file: ImportFile, options: ImportOptions): Result<Imported, readonly ImportProblem[]> {
  const document = readJson(file);
  if (!document.ok) return document;
  const shape = readShape(TmBomFile, document.value.value);
  if (!shape.ok) return err(problemsIn(file, document.value, shape.error));
  return new TmBomReader(file, document.value, shape.value, options).read();
}

class TmBomReader {
  readonly #sketch: SketchBuilder;
  readonly #file: ImportFile;
  readonly #lineOf: ReadDocument["lineOf"];
  readonly #model: TmBomFile;
  readonly #kept: TmBomKept;
  readonly #parts: ReadonlyMap<string, MadePart>;
  readonly #sets = new Map<string, string>();
  readonly #placed = new Map<string, string[]>();
  readonly #flows = new Set<string>();

  constructor(file: ImportFile, { lineOf }: ReadDocument, model: TmBomFile, options: ImportOptions) {
    this.#sketch = new SketchBuilder("tm-bom", options);
    this.#file = file;
    this.#lineOf = lineOf;
    this.#model = model;
    this.#kept = new TmBomKept(model);
    const originOf: OriginOf = (path, what) => this.#originOf(path, what);
    this.#parts = makeParts(this.#sketch, model, this.#kept, originOf);
  }

  read(): Result<Imported, readonly ImportProblem[]> {
    const { scope, description } = this.#model;
    this.#dataSets();
    this.#dataFlows();
    const unplaced = this.#assumptions();
    this.#leaveOut();
    return this.#sketch.finish({
      title: scope.title,
      summary: linesSaid([
        ["", scope.description],
        ["", description],
        ...unplaced.map((line) => ["", line] as const),
      ]),
      file: this.#file.name,
    });
  }

  #dataSets(): void {
    this.#model.data_sets.forEach(({ symbolic_name: name, title, placements }, i) => {
      const words = title || name;
      const origin = this.#originOf(["data_sets", i], `data set “${words}”`);
      const object = this.#sketch.object(words, origin);
      this.#sets.set(name, object);
      const stores = [...new Set(placements.flatMap(({ data_store: store }) => store ?? []))];
      for (const store of stores) {
        const others = this.#placed.get(store);
        if (others === undefined) this.#placed.set(store, [object]);
        else others.push(object);
      }
      const [a, b] = stores.map((store) => this.#parts.get(store)?.id);
      if (a === undefined || b === undefined) return;
      const guess = "it is placed in both, so the two must agree on it";
      this.#sketch.agreement(a, b, `“${words}”, which is placed in both`, { ...origin, guess });
    });
  }

  #dataFlows(): void {
    const between = boundariesBetween(this.#model.trust_boundaries);
    this.#model.data_flows.forEach((flow, i) => {
      const what = `data flow “${flow.title}”`;
      const from = this.#parts.get(flow.source?.object ?? "");
      const to = this.#parts.get(flow.destination?.object ?? "");
      const place = this.#originOf(["data_flows", i], what);
      if (from === undefined || to === undefined)
        this.#sketch.leftOut(`${what}: one of its ends is no actor, component or data store`, place);
      else this.#dataFlow(flow, from, to, place, between(from.zone, to.zone));
    });
  }

  #dataFlow(
    flow: TmBomDataFlow,
    from: MadePart,
    to: MadePart,
    place: Origin,
    boundary: TmBomTrustBoundary | undefined,
  ): void {
    const kept = this.#kept.flow(flow.symbolic_name);
    const key = JSON.stringify([from.id, to.id, flow.title, kept?.connection.id]);
    if (this.#flows.has(key)) return;
    this.#flows.add(key);
    if (kept === undefined) this.#guessFlow(flow, from, to, place, boundary);
    else {
      const carries = kept.carries === null ? null : (this.#sets.get(kept.carries) ?? null);
      const ends = { from: from.id, to: to.id };
      this.#sketch.connection(
        { ...ends, kind: kept.connection.kind, carries, notes: flow.description },
        place,
      );
    }
  }

  #guessFlow(
    flow: TmBomDataFlow,
    from: MadePart,
    to: MadePart,
    place: Origin,
    boundary: TmBomTrustBoundary | undefined,
  ): void {
    const carries = this.#carriedTo(flow);
    const ttl = boundary?.access_token_ttl;
    const given = {
      from: from.id,
      to: to.id,
      kind: flowKind(from.kind, to.kind),
      carries,
      notes: notesOfFlow(flow, wordsOf(boundary)),
      ...(ttl !== undefined && { numbers: { ttlSeconds: ttl } }),
    };
    const id = this.#sketch.connection(given, {
      ...place,
      guessedKind: "it follows from its ends",
      ...(carries !== null && { guessedObject: "it is the only data set of a store at its ends" }),
    });
    const validity = boundary && validityOf(boundary);
    if (id === null || validity === undefined) return;
    const address = { about: { connection: id }, fact: "validity" } as const;
    this.#sketch.fact({ address, ...validity, guessed: true }, place);
  }

  /** Flows do not say which data set they carry: the only one of a store is meant. */
  #carriedTo({ source, destination }: TmBomDataFlow): string | null {
    for (const end of [destination, source]) {
      const [only, ...others] = this.#placed.get(end?.object ?? "") ?? [];
      if (only !== undefined && others.length === 0) return only;
    }
    return null;
  }

  /** What remains of assumptions that name fewer than two components: lines for the summary. */
  #assumptions(): readonly string[] {
    const idOf = (topic: string) => this.#parts.get(topic)?.id;
    const all = this.#model.assumptions.map((assumption, i): Assumed => {
      const { file, line } = this.#originOf(["assumptions", i], "");
      return {
        ...assumption,
        file,
        line,
        about: [...new Set(assumption.topics.flatMap((one) => idOf(one) ?? []))],
      };
    });
    const titles = new Map([...this.#parts.values()].map(({ id, title }) => [id, title]));
    const nameOf = (id: string) => titles.get(id) ?? id;
    markAssumptions(this.#sketch, all, nameOf, keptAssumptions(this.#kept.model, idOf));
    const others = all.filter(({ about }) => about.length < 2);
    if (others.length > 0) {
      const place = { file: this.#file.name, line: null };
      this.#sketch.leftOut(
        `assumptions about fewer than two components: ${others.length}; they stand in the summary`,
        place,
      );
    }
    return others.map((one) => {
      const [about] = one.about;
      return about === undefined ? assumedLine(one) : `${nameOf(about)}: ${assumedLine(one)}`;
    });
  }

  #leaveOut(): void {
    const place = { file: this.#file.name, line: null };
    for (const list of ["threats", "threat_personas", "controls", "risks", "diagrams"] as const) {
      const { length } = this.#model[list];
      if (length > 0) this.#sketch.leftOut(`${list.replace("_", " ")}: ${length}`, place);
    }
  }

  #originOf(path: readonly (string | number)[], what: string): Origin {
    return { what, file: this.#file.name, line: this.#lineOf(pointerTo(path)) };
  }
}

function notesOfFlow(flow: TmBomDataFlow, boundary: string): string {
  const { title, description, encrypted, has_sensitive_data: isSensitive } = flow;
  return linesSaid([
    ["", title],
    ["", description],
    ["", encrypted ? "Encrypted" : "Not encrypted"],
    ["", isSensitive ? "Sensitive data" : ""],
    ["", boundary],
  ]);
}
