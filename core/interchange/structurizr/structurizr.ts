import { BOUNDARY_KINDS, type ComponentKind } from "../../architecture/vocabulary.ts";
import { err, type Result } from "../../result.ts";
import { guessBoundaryKind } from "../guess/guess-boundary-kind.ts";
import type { Imported, Importer, ImportFile, ImportOptions, ImportProblem } from "../importer.ts";
import { LARGEST_WRITTEN, refuse } from "../read-document.ts";
import { asOneOf, fromToken } from "../drawings/seamark-mark.ts";
import { SketchBuilder } from "../sketch-builder.ts";
import { kindOfElement, kindOfParts, kindOfRelationship } from "./structurizr-kinds.ts";
import type { DslElement, DslGroup, DslItem, DslModel, DslRelationship } from "./structurizr-model.ts";
import { parseStructurizr } from "./structurizr-parser.ts";
import { onlyDrawnFromOutside } from "./structurizr-parts.ts";
import { readSeams } from "./structurizr-seams.ts";

/** The Structurizr DSL: a workspace in one file. */
export const structurizr: Importer = {
  format: "structurizr",
  name: "Structurizr DSL",
  endings: [".dsl"],
  takesSeveral: false,
  recognizes: ({ text }) =>
    /^\uFEFF?[ \t]*workspace(?=[ \t{])(?:[^"{\r\n\u2028\u2029]|"[^"\r\n\u2028\u2029]*")*\{/m.test(
      text.slice(0, 200_000),
    ),
  read: ([file], options) => (file === undefined ? err([]) : read(file, options)),
};

function read(file: ImportFile, options: ImportOptions): Result<Imported, readonly ImportProblem[]> {
  if (file.text.length > LARGEST_WRITTEN)
    return refuse(file, null, "it is larger than 2 million characters: choose a smaller one");
  const parsed = parseStructurizr(file.text);
  if (!parsed.ok) return refuse(file, parsed.error.line, parsed.error.message);
  const model = parsed.value;
  const reader = new WorkspaceReader(model, file, new SketchBuilder("structurizr", options));
  return reader.read();
}

class WorkspaceReader {
  readonly #model: DslModel;
  readonly #file: ImportFile;
  readonly #sketch: SketchBuilder;
  readonly #boundaries = new Map<DslElement | DslGroup, string>();
  readonly #byIdentifier = new Map<string, string>();
  readonly #components = new Map<DslElement, string>();
  readonly #kinds = new Map<DslElement, ComponentKind>();
  readonly #drawn = new Set<string>();

  constructor(model: DslModel, file: ImportFile, sketch: SketchBuilder) {
    this.#model = model;
    this.#file = file;
    this.#sketch = sketch;
  }

  read(): Result<Imported, readonly ImportProblem[]> {
    this.#draw();
    for (const seam of readSeams(this.#model, this.#components)) this.#sketch.seam(seam);
    const file = this.#file.name;
    for (const { what, line } of this.#model.leftOut) this.#sketch.leftOut(what, { file, line });
    return this.#sketch.finish({ title: this.#title(), summary: this.#model.description, file });
  }

  #draw(): void {
    const { elements, groups, relationships } = this.#model;
    for (const group of groups) this.#groupBoundary(group);
    const { alsoComponents, implied } = onlyDrawnFromOutside(relationships);
    for (const element of elements) {
      if (element.hasParts) this.#partsBoundary(element);
      if (!element.hasParts || alsoComponents.has(element)) this.#component(element);
    }
    for (const relationship of relationships)
      if (implied.has(relationship)) this.#leaveOut(relationship, "it is also drawn between the parts");
      else this.#connection(relationship);
  }

  #title(): string {
    const { title, properties } = this.#model;
    const exact = fromToken(properties.get("seamark.title") ?? "-");
    return exact === "" ? title : exact;
  }

  /** The innermost boundary around: the group, or else the element that it is a part of. */
  #around(group: DslGroup | null, parent: DslElement | null): string | null {
    if (group !== null) return this.#groupBoundary(group);
    return parent === null ? null : this.#partsBoundary(parent);
  }

  #groupBoundary(group: DslGroup): string {
    const known = this.#boundaries.get(group);
    if (known !== undefined) return known;
    const within = this.#around(group.within, group.parent);
    const [word, name] = (this.#model.properties.get(`seamark.boundary.${group.identifier}`) ?? "").split(
      " ",
    );
    const said = asOneOf(BOUNDARY_KINDS, word);
    const { kind, because } = said === undefined ? guessBoundaryKind(group.name) : { kind: said };
    const exact = fromToken(name ?? "-");
    const origin = { ...this.#origin(`group “${group.name}”`, group.line), guessedKind: because };
    const id = this.#sketch.boundary({ name: exact === "" ? group.name : exact, kind, within }, origin);
    this.#boundaries.set(group, id);
    if (group.identifier !== "") this.#byIdentifier.set(group.identifier, id);
    return id;
  }

  #partsBoundary(element: DslElement): string {
    const known = this.#boundaries.get(element);
    if (known !== undefined) return known;
    const within = this.#around(element.group, element.parent);
    const { kind, because } = kindOfParts(element);
    const origin = {
      ...this.#origin(`${element.word} “${element.name}”`, element.line),
      guessedKind: because,
    };
    const id = this.#sketch.boundary({ name: element.name, kind, within }, origin);
    this.#boundaries.set(element, id);
    return id;
  }

  #component(element: DslElement): void {
    const { name, word, properties, line } = element;
    const { kind, because } = kindOfElement(element, this.#model.shapes);
    const around = element.hasParts
      ? this.#partsBoundary(element)
      : this.#around(element.group, element.parent);
    const also = (properties.get("seamark.also") ?? "")
      .split(" ")
      .flatMap((key) => this.#byIdentifier.get(key) ?? []);
    const exact = fromToken(properties.get("seamark.name") ?? "-");
    const id = this.#sketch.component(
      {
        name: exact === "" ? name : exact,
        kind,
        boundaries: [...(around === null ? [] : [around]), ...also],
        notes: notesOf(element),
      },
      { ...this.#origin(`${word} “${name}”`, line), guessedKind: because },
    );
    this.#components.set(element, id);
    this.#kinds.set(element, kind);
  }

  #connection(relationship: DslRelationship): void {
    const [from, to] = [this.#components.get(relationship.from), this.#components.get(relationship.to)];
    if (from === undefined || to === undefined) return;
    const kindOf = (element: DslElement) => this.#kinds.get(element) ?? "service";
    const { kind, because } = kindOfRelationship(
      relationship,
      kindOf(relationship.from),
      kindOf(relationship.to),
    );
    const carried = relationship.properties.get("seamark.carries");
    const isOurs = relationship.properties.has("seamark.connection") || carried !== undefined;
    const key = JSON.stringify([from, to, kind, relationship.description]);
    if (!isOurs && this.#drawn.has(key)) return;
    this.#drawn.add(key);
    const origin = this.#origin(inWords(relationship), relationship.line);
    const object = fromToken(carried ?? "-");
    const carries = object === "" ? null : this.#sketch.object(object, origin);
    const notes = isOurs ? "" : notesOf(relationship);
    this.#sketch.connection({ from, to, kind, carries, notes }, { ...origin, guessedKind: because });
  }

  #leaveOut(relationship: DslRelationship, why: string): void {
    const { what, file, line } = this.#origin(inWords(relationship), relationship.line);
    this.#sketch.leftOut(`${what}: ${why}`, { file, line });
  }

  #origin(what: string, line: number) {
    return { what, file: this.#file.name, line };
  }
}

function notesOf({ description, technology }: DslItem): string {
  return [description, technology].filter((text) => text !== "").join("\n");
}

function inWords({ from, to, description }: DslRelationship): string {
  return `“${from.name}” → “${to.name}”${description === "" ? "" : `, “${description}”`}`;
}
