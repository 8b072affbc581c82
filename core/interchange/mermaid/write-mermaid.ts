import type { Architecture, Component, Connection } from "../../architecture/architecture.schema.ts";
import type { ComponentKind, ConnectionKind } from "../../architecture/vocabulary.ts";
import { UNTITLED } from "../../document/new-session.ts";
import type { Session } from "../../document/session.schema.ts";
import { boundaryTree, type BoundaryTree } from "../drawings/boundary-tree.ts";
import type { ExportedInvariant, Exporter } from "../exporter.ts";
import { asLabel } from "./mermaid-label.ts";
import { onOneLine } from "../on-one-line.ts";
import { asToken } from "../drawings/seamark-mark.ts";

/** A Mermaid flowchart: it draws in every renderer, and comments keep what a flowchart has no words for. */
export const writeMermaid: Exporter = {
  format: "mermaid",
  name: "Mermaid",
  ending: ".mmd",
  mediaType: "text/vnd.mermaid",
  carried: {
    keeps: [
      "Components with name and kind.",
      "Connections with their ends, kind and the object that they carry.",
      "Boundaries with name, kind, what lies in them and what they lie in.",
      "The title.",
      "Seams with their sentence, rung, mechanism and owner, drawn as dotted lines.",
    ],
    loses: [
      "Facts and who answered them.",
      "Notes, numbers and positions.",
      "Agreements that are no seam, history, signals and dismissals, and the moves that were taken over for a seam.",
      "More than one seam between the same two components.",
      "A name’s line breaks and control characters.",
    ],
  },
  write,
};

type Shape = readonly [start: string, end: string];
const BOX: Shape = ["[", "]"];
const SHAPES: Readonly<Partial<Record<ComponentKind, Shape>>> = {
  person: ["([", "])"],
  client: ["(", ")"],
  gateway: ["{{", "}}"],
  enforcer: ["{", "}"],
  store: ["[(", ")]"],
  cache: ["[(", ")]"],
  queue: ["[[", "]]"],
  scheduler: ["((", "))"],
  external: ["[/", "/]"],
};
const ARROWS: Readonly<Partial<Record<ConnectionKind, string>>> = {
  send: "-.->",
  replicate: "-.->",
  observe: "-.->",
  decide: "==>",
  control: "==>",
  configure: "==>",
};
/** Mermaid refuses to draw more unless it is told to. */
const MOST_LINES = 500;
const SEAM = "stroke:#b3005e,stroke-width:2px";

function write({ architecture }: Session, invariants: readonly ExportedInvariant[]): string {
  const title = onOneLine(architecture.title, UNTITLED);
  // Mermaid takes tags out of titles, whatever way they are written.
  const shown = title.replaceAll("<", "‹").replaceAll(">", "›");
  const known = new Set(architecture.components.map(({ id }) => id));
  const seams = invariants.filter(({ between: [a, b] }) => known.has(a) && known.has(b));
  const lines = architecture.connections.length + seams.length;
  return [
    "---",
    `title: ${yamlText(shown)}`,
    "---",
    `%% seamark sketch 1${shown === title ? "" : ` ${asToken(title)}`}`,
    "%% The lines that begin with “%% seamark” say what this drawing has no words for, and Seamark reads them.",
    ...(lines > MOST_LINES ? [`%% ${lines} lines: Mermaid draws them where maxEdges allows so many.`] : []),
    "flowchart LR",
    ...drawInside(boundaryTree(architecture), null, "  "),
    ...architecture.connections.flatMap((connection) => drawConnection(connection, architecture)),
    ...seams.flatMap(drawSeam),
    ...styleSeams(seams, architecture.connections.length),
    "",
  ].join("\n");
}

function drawInside(tree: BoundaryTree, boundary: string | null, indent: string): readonly string[] {
  return [
    ...tree.components(boundary).flatMap((component) => drawComponent(component, tree, indent)),
    ...tree
      .inside(boundary)
      .flatMap(({ id, name, kind }) => [
        `${indent}%% seamark boundary ${kind}`,
        `${indent}subgraph ${boundaryKey(id)}["${asLabel(name)}"]`,
        ...drawInside(tree, id, `${indent}  `),
        `${indent}end`,
      ]),
  ];
}

function drawComponent(component: Component, tree: BoundaryTree, indent: string): readonly string[] {
  const { id, name, kind } = component;
  const also = tree.also(component).map(boundaryKey);
  const [start, end] = SHAPES[kind] ?? BOX;
  return [
    `${indent}%% seamark component ${kind}${also.length === 0 ? "" : ` in ${also.join(" ")}`}`,
    `${indent}${componentKey(id)}${start}"${asLabel(name)}"${end}`,
  ];
}

function drawConnection(
  { from, to, kind, carries }: Connection,
  { objects }: Architecture,
): readonly string[] {
  const object = objects.find(({ id }) => id === carries);
  const label = object === undefined ? kind : asLabel(object.name);
  const isPlain = object === undefined && kind === "call";
  const arrow = `${ARROWS[kind] ?? "-->"}${isPlain ? "" : `|"${label}"|`}`;
  return [
    ...(isPlain ? [] : [`  %% seamark connection ${kind}${object === undefined ? "" : " carries"}`]),
    `  ${componentKey(from)} ${arrow} ${componentKey(to)}`,
  ];
}

function drawSeam(invariant: ExportedInvariant, index: number): readonly string[] {
  const { between, ladder, mechanism, sentence, owner, title } = invariant;
  const said = [ladder.rung, mechanism ?? "-", asToken(sentence), asToken(owner)].join(" ");
  const label = asLabel(`Seam ${index + 1}: ${title === "" ? "an agreement" : title} (${ladder.rung})`);
  return [
    `  %% seamark seam ${said}`,
    `  ${componentKey(between[0])} -.-|"${label}"| ${componentKey(between[1])}`,
  ];
}

function styleSeams(seams: readonly ExportedInvariant[], before: number): readonly string[] {
  if (seams.length === 0) return [];
  const sides = [...new Set(seams.flatMap(({ between }) => between.map(componentKey)))];
  return [
    `  classDef seam ${SEAM}`,
    `  class ${sides.join(",")} seam`,
    `  linkStyle ${seams.map((_, index) => before + index).join(",")} ${SEAM}`,
  ];
}

/** Names that are never a word of the language; ids hold no underscore, so none collides with another. */
function componentKey(id: string): string {
  return `c_${id.replaceAll("-", "_")}`;
}

function boundaryKey(id: string): string {
  return `b_${id.replaceAll("-", "_")}`;
}

/** A text for YAML in which only letters, numbers and spaces stand for themselves. */
function yamlText(text: string): string {
  const safe = text.replaceAll(/[^\p{L}\p{N} ]/gu, (character) => {
    const point = (character.codePointAt(0) ?? 32).toString(16).toUpperCase();
    return point.length > 4 ? `\\U${point.padStart(8, "0")}` : `\\u${point.padStart(4, "0")}`;
  });
  return `"${safe}"`;
}
