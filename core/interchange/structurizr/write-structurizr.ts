import type {
  Boundary,
  Component,
  Connection,
  SketchObject,
} from "../../architecture/architecture.schema.ts";
import type { ComponentKind } from "../../architecture/vocabulary.ts";
import { UNTITLED } from "../../document/new-session.ts";
import type { Session } from "../../document/session.schema.ts";
import { boundaryTree, type BoundaryTree } from "../drawings/boundary-tree.ts";
import type { ExportedInvariant, Exporter } from "../exporter.ts";
import { onOneLine } from "../on-one-line.ts";
import { asToken } from "../drawings/seamark-mark.ts";
import { block, dslText, NameGiver, quoted, type DslBlock } from "./structurizr-text.ts";

/** The Structurizr DSL: a workspace with one landscape, agreements as perspectives of both sides. */
export const writeStructurizr: Exporter = {
  format: "structurizr",
  name: "Structurizr DSL",
  ending: ".dsl",
  mediaType: "text/plain",
  carried: {
    keeps: [
      "Components with name and kind (as a tag) and their notes (as a description).",
      "Connections with their ends, kind (as a tag) and the object that they carry.",
      "Boundaries as groups, with name, kind, what lies in them and what they lie in.",
      "The title and the summary.",
      "Seams as perspectives of both sides and of what joins them: sentence, rung, mechanism, owner and the moves that were taken over.",
    ],
    loses: [
      "Facts and who answered them.",
      "Numbers, positions and the notes of connections.",
      "Agreements that are no seam, history, signals and dismissals.",
      "More than one seam between the same two components.",
      "A backslash in notes and summaries, which the language has no way to write.",
      "A name’s line breaks and control characters.",
    ],
  },
  write,
};

const SHAPES: Readonly<Partial<Record<ComponentKind, string>>> = {
  person: "Person",
  client: "WebBrowser",
  gateway: "Hexagon",
  enforcer: "Diamond",
  scheduler: "Circle",
  store: "Cylinder",
  cache: "Cylinder",
  queue: "Pipe",
  config: "Folder",
  external: "Box",
};
const SEPARATOR = "|";

interface Writing {
  readonly session: Session;
  readonly tree: BoundaryTree;
  readonly names: NameGiver;
  readonly objects: ReadonlyMap<string, SketchObject>;
  /** The names of the groups as they are shown, by boundary. */
  readonly groups: ReadonlyMap<string, string>;
  readonly seams: readonly ExportedInvariant[];
}

function write(session: Session, invariants: readonly ExportedInvariant[]): string {
  const { architecture } = session;
  const known = new Set(architecture.components.map(({ id }) => id));
  const tree = boundaryTree(architecture);
  const names = new NameGiver();
  const writing: Writing = {
    session,
    tree,
    names,
    objects: new Map(architecture.objects.map((object) => [object.id, object])),
    groups: new Map(architecture.boundaries.map((one) => [one.id, groupName(one, names)])),
    seams: invariants.filter(({ between: [a, b] }) => known.has(a) && known.has(b)),
  };
  const title = onOneLine(architecture.title, UNTITLED);
  const properties =
    dslText(title) === title ? [] : [block("properties", [property("seamark.title", asToken(title))])];
  const workspace = block(`workspace ${quoted(title)} ${quoted(architecture.summary)}`, [
    ...properties,
    block("model", modelOf(writing)),
    block("views", viewsOf(session)),
  ]);
  return `${render(workspace).join("\n")}\n`;
}

function render({ head, lines }: DslBlock, indent = ""): readonly string[] {
  const inner = `${indent}    `;
  return [
    `${indent}${head} {`,
    ...lines.flatMap((line) => (typeof line === "string" ? [`${inner}${line}`] : render(line, inner))),
    `${indent}}`,
  ];
}

function modelOf(writing: Writing): DslBlock["lines"] {
  const { connections, boundaries } = writing.session.architecture;
  const properties = [
    property("structurizr.groupSeparator", SEPARATOR),
    ...boundaries.map((one) => boundaryProperty(one, writing)),
    ...writing.seams.map(seamProperty),
  ];
  return [
    block("properties", properties),
    ...inside(null, writing),
    // The language has no relationship of an element with itself.
    ...connections.filter(({ from, to }) => from !== to).map((one) => relationship(one, writing)),
  ];
}

/** Kind, and the exact name where the group is shown under another. */
function boundaryProperty({ id, name, kind }: Boundary, { groups }: Writing): string {
  const exact = onOneLine(name);
  const said = groups.get(id) === exact ? kind : `${kind} ${asToken(exact)}`;
  return property(`seamark.boundary.b_${id}`, said);
}

function groupName({ name, within }: Boundary, names: NameGiver): string {
  return names.give(`group in ${within ?? ""}`, dslText(onOneLine(name)).replaceAll(SEPARATOR, "¦"));
}

/** Mechanism, owner, and the exact sentence where the perspective has to say it otherwise. */
function seamProperty(seam: ExportedInvariant, index: number): string {
  const { mechanism, owner, sentence } = seam;
  const exact = saidOf(seam) === sentence ? "-" : asToken(sentence);
  return property(`seamark.seam.${index + 1}`, `${mechanism ?? "-"} ${asToken(owner)} ${exact}`);
}

function saidOf({ sentence, moves }: ExportedInvariant): string {
  const said = dslText(sentence);
  const words = said.trim() === "" ? "An agreement that nobody has put into words." : said;
  return [words, ...moves.map((move) => `Structural move taken over: ${dslText(move)}`)].join(" ");
}

function inside(boundary: string | null, writing: Writing): DslBlock["lines"] {
  const { tree, groups } = writing;
  return [
    ...tree.components(boundary).map((component) => element(component, writing)),
    ...tree
      .inside(boundary)
      .map(({ id }) => block(`b_${id} = group ${quoted(groups.get(id) ?? "")}`, inside(id, writing))),
  ];
}

function element(component: Component, { tree, names, seams }: Writing): DslBlock {
  const { id, name, kind, notes } = component;
  const exact = onOneLine(name);
  const shown = names.give("element", dslText(exact));
  const also = tree.also(component).map((boundary) => `b_${boundary}`);
  const properties = [
    ...(shown === exact ? [] : [property("seamark.name", asToken(exact))]),
    ...(also.length === 0 ? [] : [property("seamark.also", also.join(" "))]),
  ];
  const said = seams.flatMap((seam, index) => (seam.between.includes(id) ? [perspective(seam, index)] : []));
  const sort = kind === "person" ? "person" : "softwareSystem";
  return block(`c_${id} = ${sort} ${quoted(shown)} ${quoted(notes)} ${quoted(asTag(kind))}`, [
    ...(properties.length === 0 ? [] : [block("properties", properties)]),
    ...(said.length === 0 ? [] : [block("perspectives", said)]),
  ]);
}

function relationship({ from, to, kind, carries }: Connection, { objects, names, seams }: Writing): DslBlock {
  const object = objects.get(carries ?? "");
  const words = names.give(
    `from ${from} to ${to}`,
    dslText(object === undefined ? kind : onOneLine(object.name)),
  );
  const carried =
    object === undefined
      ? property("seamark.connection", kind)
      : property("seamark.carries", asToken(onOneLine(object.name)));
  const said = seams.flatMap((seam, index) =>
    seam.between.includes(from) && seam.between.includes(to) ? [perspective(seam, index)] : [],
  );
  return block(`c_${from} -> c_${to} ${quoted(words)} "" ${quoted(asTag(kind))}`, [
    block("properties", [carried]),
    ...(said.length === 0 ? [] : [block("perspectives", said)]),
  ]);
}

function perspective(seam: ExportedInvariant, index: number): string {
  return `${quoted(`Seam ${index + 1}`)} ${quoted(saidOf(seam))} ${quoted(seam.ladder.rung)}`;
}

function property(name: string, value: string): string {
  return `${quoted(name)} ${quoted(value)}`;
}

function viewsOf({ architecture: { components, connections } }: Session): DslBlock["lines"] {
  const kinds = [...new Set(components.map(({ kind }) => kind))].sort();
  const sends = connections.some(({ kind }) => kind === "send");
  return [
    block(`systemLandscape ${quoted("sketch")}`, ["include *", "autoLayout lr"]),
    block("styles", [
      ...kinds.flatMap((kind) => {
        const shape = SHAPES[kind];
        return shape === undefined ? [] : [block(`element ${quoted(asTag(kind))}`, [`shape ${shape}`])];
      }),
      ...(sends ? [block(`relationship ${quoted(asTag("send"))}`, ["style dotted"])] : []),
    ]),
  ];
}

function asTag(kind: string): string {
  return `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`;
}
