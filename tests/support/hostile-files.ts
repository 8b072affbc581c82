import { HOSTILE_TEXTS } from "./hostile-texts.ts";

const times = (count: number, of: (i: number) => string, between = "") =>
  Array.from({ length: count }, (_, i) => of(i)).join(between);

/** A map of nine levels, each of nine references to the one before: a billion values in half a kilobyte. */
const billionLaughs = [
  "a: &a [x, x, x, x, x, x, x, x, x]",
  ...Array.from("bcdefghij").map(
    (name, i) => `${name}: &${name} [${times(9, () => `*${"abcdefghij"[i] ?? ""}`, ", ")}]`,
  ),
].join("\n");

const entities = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">${times(
  9,
  (i) => `<!ENTITY ${"bcdefghij"[i] ?? ""} "${`&${"abcdefghij"[i] ?? ""};`.repeat(10)}">`,
)}]><a>&j;</a>`;

const outside = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><a>&a;</a>`;

const hostileKeys = ["__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "valueOf"];

/** Files that are made to stop, fill or fool whoever reads them. */
export const BOMBS: Readonly<Record<string, string>> = {
  "ten million brackets": "[".repeat(10_000_000),
  "brackets in brackets": `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
  "brackets below the limit of lines": "[".repeat(20_000),
  "maps in maps": '{"a":'.repeat(200_000),
  "flow maps in flow maps": "{a: ".repeat(10_000),
  "lists in lists": `${"- ".repeat(50_000)}a`,
  "lists in lists below the limit of lines": `${"- ".repeat(15_000)}a`,
  "keys in keys": `${"? ".repeat(15_000)}a`,
  "blocks in blocks": times(1_000, (i) => `${" ".repeat(i)}a:`, "\n"),
  "a billion laughs": billionLaughs,
  "a billion laughs as services": `services: &s {${times(200, (i) => `s${i}: {image: x}`, ", ")}}\n${billionLaughs}`,
  "merges of merges": `a: &a {x: 1}\n${times(500, (i) => `k${i}: &k${i} {<<: *a, <<: *${i === 0 ? "a" : `k${i - 1}`}}`, "\n")}`,
  "what contains itself": "services: &s\n  web: *s\n",
  "aliases of one": `a: &a x\nb: [${times(15_000, () => "*a", ",")}]`,
  anchors: times(15_000, (i) => `- &a${i} x`, "\n"),
  "documents without end": "---\na: 1\n".repeat(100_000),
  "many documents": "---\na: 1\n".repeat(3_000),
  "many keys": times(19_000, (i) => `k${i}: 1`, "\n"),
  "one key, many times": "a: 1\n".repeat(19_000),
  "many lines": "\n".repeat(2_000_000),
  "many comments": "# a\n".repeat(500_000),
  "a long line": `a: ${"x".repeat(2_000_000)}`,
  "a long key": `${"k".repeat(1_000_000)}: 1`,
  "quotes without end": `a: "${"\\".repeat(500_000)}`,
  "escapes without end": `{"a": "${"\\n".repeat(500_000)}"}`,
  tabs: "\t- :\n".repeat(9_000),
  colons: "a: ".repeat(9_000),
  "percent signs": "%".repeat(500_000),
  entities: entities,
  "an entity from outside": outside,
  "long keys in deep maps": `${`{"${"k".repeat(10_000)}":`.repeat(60)}[${"1,".repeat(200_000)}1]${"}".repeat(60)}`,
  "more than anything": "x".repeat(40_000_000),
  "many services": `services:\n${times(9_000, (i) => `  s${i}: {image: x}`, "\n")}`,
  "services that depend on all": `services:\n${times(150, (i) => `  s${i}: {depends_on: [${times(100, (j) => `s${j}`, ",")}]}`, "\n")}`,
  "many nodes": `flowchart LR\n${times(100_000, (i) => `n${i} --> n${i + 1}`, "\n")}`,
  "nodes of one line": `flowchart LR\n${times(3_000, (i) => `a${i}`, " & ")} --> ${times(3_000, (i) => `b${i}`, " & ")}`,
  "subgraphs in subgraphs": `flowchart LR\n${times(50_000, (i) => `subgraph s${i}`, "\n")}`,
  "a label without end": `flowchart LR\na["${"(".repeat(500_000)}`,
  arrows: `flowchart LR\na ${"-".repeat(500_000)}`,
  "c4 brackets": `C4Context\nPerson(${"(".repeat(500_000)}`,
  braces: `workspace {${" model {".repeat(100_000)}`,
  "a model without end": `workspace {\nmodel {\n${times(50_000, (i) => `a${i} = person "x"`, "\n")}`,
  "spans of each other": JSON.stringify({
    data: [
      {
        traceID: "t",
        processes: { p: { serviceName: "a" }, q: { serviceName: "b" } },
        spans: Array.from({ length: 5_000 }, (_, i) => ({
          traceID: "t",
          spanID: `${i}`,
          processID: i % 2 === 0 ? "p" : "q",
          operationName: "x",
          references: [{ refType: "CHILD_OF", traceID: "t", spanID: `${(i + 1) % 5_000}` }],
        })),
      },
    ],
  }),
  "zones in each other": JSON.stringify({
    otmVersion: "0.2.0",
    project: { name: "x", id: "x" },
    trustZones: Array.from({ length: 2_000 }, (_, i) => ({
      id: `z${i}`,
      name: "z",
      risk: { trustRating: 1 },
      parent: { trustZone: `z${(i + 1) % 2_000}` },
    })),
  }),
  "hostile keys": JSON.stringify({
    services: Object.fromEntries(hostileKeys.slice(1).map((key) => [key, { depends_on: hostileKeys }])),
  }),
  "a prototype": '{"services": {"__proto__": {"image": "x"}, "web": {"__proto__": {"polluted": true}}}}',
  "a prototype in YAML":
    "services:\n  __proto__: {polluted: true}\n  constructor: {prototype: {polluted: true}}\n",
  "hostile texts": `services:\n${times(HOSTILE_TEXTS.length, (i) => `  ${JSON.stringify(HOSTILE_TEXTS[i])}: {image: x}`, "\n")}`,
  "letters of no kind": "\u0000\ufffd\ud800\u2028services:\n  \ud800: {}",
  nothing: "",
  blank: " \n\t ",
};

/** Real files, spoiled: cut off, letters changed, parts doubled and lists blown up. `seed` says which of them. */
export function spoiled(text: string, seed: number): string {
  const random = randomFrom(seed);
  const place = () => Math.floor(random() * text.length);
  switch (seed % 5) {
    case 0:
      return text.slice(0, place());
    case 1: {
      const letters = Array.from(text);
      for (let i = 0; i < 1 + letters.length / 200; i += 1)
        letters[Math.floor(random() * letters.length)] = SPOILS[Math.floor(random() * SPOILS.length)] ?? "";
      return letters.join("");
    }
    case 2: {
      const lines = text.split("\n");
      const line = lines[Math.floor(random() * lines.length)] ?? "";
      return [...lines, ...Array<string>(2_000).fill(line)].join("\n");
    }
    case 3: {
      const [a, b] = [place(), place()].sort((x, y) => x - y);
      return text.slice(0, b) + text.slice(a);
    }
    default: {
      const lines = text.split("\n");
      return lines.filter(() => random() > 0.1).join("\n");
    }
  }
}

const SPOILS = [
  "{",
  "}",
  "[",
  "]",
  '"',
  "'",
  ":",
  "\n",
  "\t",
  "&",
  "*",
  "-",
  "#",
  "\\",
  "<",
  "\u0000",
  "\ud800",
  "é",
  "9",
  ",",
];

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
