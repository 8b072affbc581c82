import { XMLParser } from "fast-xml-parser";
import type { Drawing } from "#core/report/report-document.ts";
import type { Fonts, Stretch } from "../fonts/fonts.ts";
import { labelStyle, labelText } from "../picture/outline-labels.ts";
import { instance, node, type PdfNode } from "./node.ts";

type Parsed = Readonly<Record<string, unknown>> & { readonly ":@"?: Readonly<Record<string, string>> };
type Attributes = Readonly<Record<string, string>>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
});

/** A drawing of ours as vectors, so wide in points. What is none of the few elements that our drawings use is left out. */
export function drawingNode({ svg, width, height }: Drawing, wide: number, fonts: Fonts): PdfNode {
  const root = (parser.parse(svg) as readonly Parsed[]).find((entry) => "svg" in entry);
  const children = root === undefined ? [] : elementsIn(root["svg"], fonts);
  const viewBox = root?.[":@"]?.["viewBox"] ?? `0 0 ${width} ${height}`;
  return node("SVG", { width: wide, height: (wide * height) / width }, { viewBox }, children);
}

function elementsIn(content: unknown, fonts: Fonts): readonly PdfNode[] {
  return (content as readonly Parsed[]).flatMap((entry) => {
    const attributes = entry[":@"] ?? {};
    const [name] = Object.keys(entry).filter((key) => key !== ":@");
    if (name === "g") return [node("G", {}, {}, elementsIn(entry["g"], fonts))];
    if (name === "text") return labelNodes(attributes, labelText(textIn(entry["text"])), fonts);
    const shape = SHAPES[name ?? ""];
    return shape === undefined ? [] : [shapeNode(shape, attributes)];
  });
}

function textIn(content: unknown): string {
  return (content as readonly Parsed[])
    .map(({ "#text": text }) => (typeof text === "string" ? text : ""))
    .join("");
}

const SHAPES: Readonly<Partial<Record<string, string>>> = {
  path: "PATH",
  rect: "RECT",
  circle: "CIRCLE",
  line: "LINE",
};

const NUMBERS = ["x", "y", "x1", "y1", "x2", "y2", "width", "height", "rx", "ry", "cx", "cy", "r"];

function shapeNode(type: string, attributes: Attributes): PdfNode {
  const numbers = NUMBERS.flatMap((name) => {
    const value = attributes[name];
    return value === undefined ? [] : [[name, Number(value)] as const];
  });
  const { d, fill, stroke } = attributes;
  return node(
    type,
    {},
    {
      ...Object.fromEntries(numbers),
      ...(d === undefined ? {} : { d }),
      ...paint("fill", fill),
      ...paint("stroke", stroke),
      strokeWidth: Number(attributes["stroke-width"] ?? 1),
      ...kept("strokeDasharray", attributes["stroke-dasharray"]),
      ...kept("strokeLinejoin", attributes["stroke-linejoin"]),
    },
    [],
  );
}

function kept(name: string, value: string | undefined) {
  return value === undefined ? {} : { [name]: value };
}

/** On paper the paper is the paper. */
const PRINTED: Readonly<Partial<Record<string, string>>> = { "#fbfaf5": "#ffffff", "#f4efe0": "#f6f3e9" };

function paint(name: "fill" | "stroke", color: string | undefined) {
  return color === undefined || color === "none" ? {} : { [name]: PRINTED[color] ?? color };
}

/** Advance of the mono face as a share of its size. */
const ADVANCE = 0.6;

/** A label with the ground that is left free around it, since the strokes of letters cannot be drawn wider. */
function labelNodes(attributes: Attributes, label: string, fonts: Fonts): readonly PdfNode[] {
  const size = Number(attributes["font-size"] ?? 12);
  const style = labelStyle(attributes["font-family"], attributes["font-weight"]);
  const parts = fonts.stretches(style, label);
  const [x, y] = [Number(attributes["x"]), Number(attributes["y"])];
  const anchor = attributes["text-anchor"] ?? "start";
  const written = node(
    "TEXT",
    { fontFamily: fonts.faceOf(style), fontSize: size },
    { x, y, textAnchor: anchor, ...paint("fill", attributes["fill"]) },
    // Spans beside each other would be set apart; within another they are one text.
    [node("TSPAN", {}, {}, parts.map(spanOf))],
  );
  const ground = attributes["paint-order"] === undefined ? undefined : attributes["stroke"];
  if (ground === undefined) return [written];
  const width = Array.from(parts.map(({ text }) => text).join("")).length * ADVANCE * size + 4;
  const left = anchor === "middle" ? x - width / 2 : anchor === "end" ? x - width : x;
  const box = { x: left, y: y - size * 0.85, width, height: size * 1.15 };
  return [node("RECT", {}, { ...box, ...paint("fill", ground) }, []), written];
}

function spanOf({ face, text }: Stretch): PdfNode {
  return node("TSPAN", {}, { fontFamily: face }, [instance(text)]);
}
