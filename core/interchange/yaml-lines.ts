import { isAlias, isMap, isNode, isScalar, isSeq, type Document, type LineCounter } from "yaml";

/** A part of a YAML document: what is there, and where people see it begin, which is at its key. */
interface Part {
  readonly node: unknown;
  readonly start: number | undefined;
}

/** Finds the line of the value at a JSON pointer, through aliases. The entries of a map are looked through once. */
export function yamlLines(
  document: Document.Parsed,
  counter: LineCounter,
): (pointer: string) => number | null {
  const known = new WeakMap<object, ReadonlyMap<string, Part>>();
  const entriesOf = (map: unknown): ReadonlyMap<string, Part> => {
    if (!isMap(map)) return new Map();
    const entries =
      known.get(map) ?? new Map(map.items.map(({ key, value }) => [keyOf(key), partAt(value, key)]));
    known.set(map, entries);
    return entries;
  };
  const partIn = ({ node }: Part, part: string): Part => {
    const inside = isAlias(node) ? node.resolve(document) : node;
    if (isSeq(inside)) return partAt(inside.get(Number(part), true));
    return entriesOf(inside).get(part) ?? { node: undefined, start: undefined };
  };
  return (pointer) => {
    const path = pointer
      .split("/")
      .slice(1)
      .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
    const { start } = path.reduce(partIn, partAt(document.contents));
    return start === undefined ? null : counter.linePos(start).line;
  };
}

function partAt(node: unknown, key: unknown = node): Part {
  return { node, start: isNode(key) ? key.range?.[0] : undefined };
}

function keyOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : "";
}
