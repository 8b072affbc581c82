import { pointerTo, readShape } from "../../architecture/input-problem.schema.ts";
import type { ComponentKind } from "../../architecture/vocabulary.ts";
import { err, type Result } from "../../result.ts";
import { flowKind } from "../threat-models/flow-kind.ts";
import type { Imported, Importer, ImportFile, ImportOptions, ImportProblem } from "../importer.ts";
import { KeptBoundary, KeptComponent, KeptConnection } from "../threat-models/kept.schema.ts";
import { linesSaid } from "../threat-models/lines-said.ts";
import { markKept } from "../threat-models/mark-kept.ts";
import { SIZE } from "../threat-models/place-sketch.ts";
import { problemsIn, readJson, refuse, type ReadDocument } from "../read-document.ts";
import { SketchBuilder, type Origin } from "../sketch-builder.ts";
import { dragonDiagrams, notesOf, type Cell, type DragonDiagram } from "./threat-dragon-cells.ts";
import { dragonKind, shapeOfKind } from "./threat-dragon-kinds.ts";
import { nestingOf, type Nesting } from "./threat-dragon-nesting.ts";
import { DragonFile } from "./threat-dragon.schema.ts";

const NAMED_BY_FLOW = "the name of the flow is taken for what it carries";

/** Boundaries times cells of one diagram: each box may hold each cell. */
const MOST_HELD = 2_000_000;

/** Threat Dragon, versions 1 and 2: actors, processes and stores are components, boxes boundaries, flows connections. */
export const threatDragon: Importer = {
  format: "threat-dragon",
  name: "Threat Dragon",
  endings: [".json"],
  takesSeveral: false,
  recognizes: ({ text }) => ['"summary"', '"detail"', '"diagrams"'].every((key) => text.includes(key)),
  read: ([file], options) => (file === undefined ? err([]) : read(file, options)),
};

function read(file: ImportFile, options: ImportOptions): Result<Imported, readonly ImportProblem[]> {
  const document = readJson(file);
  if (!document.ok) return document;
  const shape = readShape(DragonFile, document.value.value);
  if (!shape.ok) return err(problemsIn(file, document.value, shape.error));
  const diagrams = dragonDiagrams(shape.value);
  if (diagrams.some(isTooMuch))
    return refuse(file, null, "it draws too many boundaries around too many cells: choose a smaller one");
  const { title, description, owner } = shape.value.summary;
  const reader = new DragonReader(file, document.value, options);
  for (const diagram of diagrams) reader.take(diagram);
  const summary = linesSaid([
    ["", description],
    ["Owner: ", owner],
  ]);
  return reader.finish(title, summary);
}

function isTooMuch({ cells }: DragonDiagram): boolean {
  return cells.filter(({ shape }) => shape === "box").length * cells.length > MOST_HELD;
}

interface OnDiagram {
  readonly nesting: Nesting;
  /** Of the sketch, by the cell of this diagram. */
  readonly ids: Map<Cell, string>;
  readonly cells: ReadonlyMap<string, Cell>;
  /** Where the diagram begins on the sheet: one stands beside the other. */
  readonly left: number;
}

class DragonReader {
  readonly #sketch: SketchBuilder;
  readonly #file: ImportFile;
  readonly #lineOf: ReadDocument["lineOf"];
  /** By shape, name and how often both stood on the diagram before: the same on several diagrams is one. */
  readonly #known = new Map<string, string>();
  readonly #kinds = new Map<string, ComponentKind>();
  readonly #holders = new Map<string, readonly string[]>();
  readonly #flows = new Set<string>();
  readonly #passedOver = new Map<string, number>();
  #right = 0;

  constructor(file: ImportFile, { lineOf }: ReadDocument, options: ImportOptions) {
    this.#sketch = new SketchBuilder("threat-dragon", options);
    this.#file = file;
    this.#lineOf = lineOf;
  }

  take(diagram: DragonDiagram): void {
    const cells = new Map(diagram.cells.map((cell) => [cell.id, cell]));
    const on = { nesting: nestingOf(diagram), ids: new Map<Cell, string>(), cells, left: this.#right };
    const seen = new Map<string, number>();
    const boxes = diagram.cells.filter(({ shape }) => shape === "box");
    const depth = (cell: Cell) => on.nesting.around(cell).length;
    for (const box of boxes.toSorted((a, b) => depth(a) - depth(b))) this.#boundary(box, on, seen);
    for (const cell of diagram.cells) this.#node(cell, on, seen);
    for (const cell of diagram.cells) if (cell.shape === "flow") this.#flow(cell, on);
    for (const cell of diagram.cells) this.#leaveOut(cell, on);
  }

  finish(title: string, summary: string): Result<Imported, readonly ImportProblem[]> {
    const place = { file: this.#file.name, line: null };
    for (const [what, count] of this.#passedOver) this.#sketch.leftOut(`${what}: ${count}`, place);
    return this.#sketch.finish({ title, summary, file: this.#file.name });
  }

  #boundary(box: Cell, on: OnDiagram, seen: Map<string, number>): void {
    const key = this.#keyOf(box, seen);
    const nearest = on.nesting.nearest(box);
    const within = nearest === undefined ? null : (on.ids.get(nearest) ?? null);
    const kept = KeptBoundary.parse(box.says.seamark);
    const name = box.name || "Trust boundary";
    const known = this.#known.get(key);
    const id =
      known ?? this.#sketch.boundary({ name, kind: kept?.kind ?? "trust", within }, this.#originOf(box));
    this.#known.set(key, id);
    on.ids.set(box, id);
  }

  #node(cell: Cell, on: OnDiagram, seen: Map<string, number>): void {
    if (cell.shape !== "actor" && cell.shape !== "process" && cell.shape !== "store") return;
    const key = this.#keyOf(cell, seen);
    const boundaries = this.#boundariesOf(cell, on);
    const known = this.#known.get(key);
    if (known !== undefined) {
      on.ids.set(cell, known);
      this.#putAlso(known, boundaries, cell);
      return;
    }
    const kept = KeptComponent.parse(cell.says.seamark);
    const isKept = kept !== undefined && shapeOfKind(kept.kind) === cell.shape;
    const { kind, guess: guessedKind } = isKept ? { kind: kept.kind } : dragonKind(cell.shape, cell.name);
    const position = this.#positionOf(cell, on);
    const id = this.#sketch.component(
      { name: cell.name, kind, boundaries, notes: notesOf(cell.says), ...(position && { position }) },
      { ...this.#originOf(cell), guessedKind },
    );
    this.#known.set(key, id);
    this.#kinds.set(id, kind);
    this.#holders.set(id, boundaries);
    on.ids.set(cell, id);
  }

  /** What was drawn before is drawn again: where it lay in nothing, it lies where it lies here. */
  #putAlso(id: string, boundaries: readonly string[], cell: Cell): void {
    const holders = this.#holders.get(id) ?? [];
    const others = boundaries.filter((one) => !holders.includes(one));
    if (holders.length > 0 && others.length > 0) {
      const { what, ...place } = this.#originOf(cell);
      this.#sketch.leftOut(`${what} lies in another boundary on another diagram`, place);
    } else {
      for (const one of others) this.#sketch.put(id, one);
      this.#holders.set(id, [...holders, ...others]);
    }
  }

  /** As it was kept, while that is what the boxes say as well; otherwise the nearest box. */
  #boundariesOf(cell: Cell, { nesting, ids, cells }: OnDiagram): readonly string[] {
    const around = new Set(nesting.around(cell));
    const kept = KeptComponent.parse(cell.says.seamark)?.boundaries.flatMap((id) => cells.get(id) ?? []);
    const withOuter = new Set(kept?.flatMap((box) => [box, ...nesting.around(box)]));
    const isSame = kept !== undefined && withOuter.size === around.size;
    if (isSame && [...withOuter].every((box) => around.has(box)))
      return kept.flatMap((box) => ids.get(box) ?? []);
    const nearest = nesting.nearest(cell);
    if (nearest === undefined) return [];
    const others = around.size - 1 - nesting.around(nearest).filter((box) => around.has(box)).length;
    if (others > 0) {
      const { what, ...place } = this.#originOf(cell);
      this.#sketch.leftOut(`${what} lies in ${others} more, which overlap “${nearest.name}”`, place);
    }
    const id = ids.get(nearest);
    return id === undefined ? [] : [id];
  }

  #flow(cell: Cell, on: OnDiagram): void {
    const [from, to] = [this.#idAt(cell.ends.from, on), this.#idAt(cell.ends.to, on)];
    if (from === undefined || to === undefined) {
      const { what, ...place } = this.#originOf(cell);
      this.#sketch.leftOut(`${what}: one of its ends is attached to nothing`, place);
      return;
    }
    this.#connect(cell, from, to);
    if (cell.says.isBidirectional) this.#connect(cell, to, from);
  }

  #connect(cell: Cell, from: string, to: string): void {
    const kept = KeptConnection.parse(cell.says.seamark);
    const key = JSON.stringify([from, to, cell.name, kept?.id]);
    if (this.#flows.has(key)) return;
    this.#flows.add(key);
    const [source, target] = [from, to].map((id) => this.#kinds.get(id) ?? "service");
    const kind = kept?.kind ?? flowKind(source ?? "service", target ?? "service");
    const carries = from === to ? null : this.#carriedOn(cell, kept);
    this.#sketch.connection(
      { from, to, kind, carries, notes: notesOf(cell.says) },
      { ...this.#originOf(cell), ...(kept === undefined ? guessedOf(carries) : {}) },
    );
  }

  #carriedOn(cell: Cell, kept: KeptConnection | undefined): string | null {
    if (cell.name === "" || (kept?.carries === false && cell.name === kept.kind)) return null;
    const guess = kept === undefined ? NAMED_BY_FLOW : undefined;
    return this.#sketch.object(cell.name, { ...this.#originOf(cell), guess });
  }

  #leaveOut({ shape, says }: Cell, on: OnDiagram): void {
    if (shape === "text") this.#count("text blocks");
    if (shape === "curve") this.#count("trust boundaries that are curves, which enclose nothing");
    if (shape === "other") this.#count("cells of an unknown shape");
    for (const { seamark } of says.threats)
      if (!markKept(this.#sketch, seamark, (id) => this.#idAt(id, on)))
        this.#count("threats, with what they say of mitigation");
  }

  /** The component that a cell of this diagram has become. */
  #idAt(end: string | null, { ids, cells }: OnDiagram): string | undefined {
    const at = end === null ? undefined : cells.get(end);
    const id = at === undefined ? undefined : ids.get(at);
    return id !== undefined && this.#kinds.has(id) ? id : undefined;
  }

  #count(what: string): void {
    this.#passedOver.set(what, (this.#passedOver.get(what) ?? 0) + 1);
  }

  #positionOf({ box }: Cell, { left }: OnDiagram): readonly [number, number] | undefined {
    if (box === null) return undefined;
    const x = left + box.x + box.width / 2 - SIZE.width / 2;
    this.#right = Math.max(this.#right, x + 2 * SIZE.width);
    return [x, box.y + box.height / 2 - SIZE.height / 2];
  }

  #keyOf({ shape, name, path }: Cell, seen: Map<string, number>): string {
    if (name === "") return pointerTo(path);
    const key = JSON.stringify([shape, name]);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return `${key} ${before}`;
  }

  #originOf({ shape, name, path }: Cell): Origin {
    const what = `${shape === "box" ? "trust boundary" : shape} “${name}”`;
    return { what, file: this.#file.name, line: this.#lineOf(pointerTo(path)) };
  }
}

function guessedOf(carries: string | null): Pick<Origin, "guessedKind" | "guessedObject"> {
  return {
    guessedKind: "it follows from its ends",
    ...(carries !== null && { guessedObject: NAMED_BY_FLOW }),
  };
}
