import { importFiles } from "#core/interchange/importers.ts";
import { EXPORTERS } from "#core/interchange/exporters.ts";
import { writeMermaid } from "#core/interchange/mermaid/write-mermaid.ts";
import { drawnOf } from "#tests/support/drawn-of.ts";
import { invariantOf, sketchOf } from "#tests/support/drawn-sketches.ts";
import { describe, expect, test } from "vitest";

const importOf = (text: string, name = "drawing.mmd") =>
  importFiles([{ name, text }], { at: "2026-01-01T00:00:00.000Z" });
const read = (text: string) => {
  const result = importOf(text);
  if (!result.ok) expect.fail(JSON.stringify(result.error));
  return result.value;
};
const connections = (body: string) => drawnOf(read(`flowchart LR\n${body}`).session.architecture).connections;
const names = (body: string) => drawnOf(read(`flowchart LR\n${body}`).session.architecture).components;
const leftOut = (text: string) => read(text).notes.filter(({ how }) => how === "left-out");

describe("lines of a flowchart", () => {
  test.each([
    "A-->B",
    "A --> B",
    "A---B",
    "A -.-> B",
    "A -..- B",
    "A ==> B",
    "A === B",
    "A--oB",
    "A --x B",
    "A -->|words| B",
    'A-->|"words"|B',
    "A -- words --> B",
    'A -- "more words -- here" --> B',
    "A == words ==> B",
    "A -. words .-> B",
    "A -- words --- B",
    "A e1@--> B",
    "A ----> B",
    "A\n --> B",
    "A:::box --> B:::box",
    "A --> B;",
    "A@{ shape: cyl } --> B",
  ])("%s is one connection", (line) => {
    expect(connections(line)).toEqual([["A", "B"]]);
  });

  test.each(["A <--> B", "A <-- words --> B", "A o--o B", "A x==x B", "A <-.-> B"])("%s is two", (line) => {
    expect(connections(line)).toEqual([
      ["A", "B"],
      ["B", "A"],
    ]);
  });

  test("chains and & are all their pairs", () => {
    expect(connections("A --> B & C --> D")).toEqual([
      ["A", "B"],
      ["A", "C"],
      ["B", "D"],
      ["C", "D"],
    ]);
  });

  test("the same line twice is one connection, with another label another", () => {
    expect(connections("A --> B\nA --> B\nA -->|x| B")).toHaveLength(2);
  });

  test("an invisible line joins nothing, and its boxes are there", () => {
    expect(connections("A ~~~ B")).toEqual([]);
    expect(names("A ~~~ B")).toEqual(["A", "B"]);
  });

  test("a line from or to a group is left out, and said", () => {
    const notes = leftOut("flowchart LR\nsubgraph G\nA\nend\nB --> G");
    expect(notes.map(({ what, line }) => [what.includes("“G” is a group"), line])).toContainEqual([true, 5]);
  });
});

describe("boxes of a flowchart", () => {
  test.each([
    ["A[Order service]", "Order service"],
    ['A["with (brackets)"]', "with (brackets)"],
    ["A(round)", "round"],
    ["A([stadium])", "stadium"],
    ["A[[sub]]", "sub"],
    ["A[(base)]", "base"],
    ["A((ring))", "ring"],
    ["A(((ring)))", "ring"],
    ["A{choice}", "choice"],
    ["A{{six}}", "six"],
    ["A>flag]", "flag"],
    ["A[/lean/]", "lean"],
    ["A[\\lean\\]", "lean"],
    ["A[/trap\\]", "trap"],
    ['A["`**bold** text`"]', "bold text"],
    ['A["#quot;x#quot; #35; &amp; #9829;"]', '"x" # & ♥'],
    ["A[one<br/>two]", "one two"],
    ["A[<b>one</b>]", "one"],
    ["A[fa:fa-user People]", "People"],
    ['A@{ shape: cyl, label: "The } base" }', "The } base"],
    ["A", "A"],
    ["größe-1", "größe-1"],
  ])("%s is called %s", (line, name) => {
    expect(names(line)).toEqual([name]);
  });

  test("styling, settings and comments are no boxes", () => {
    const text =
      "%% comment\n%%{init: {'theme':'dark'}}%%\nclassDef x fill:#f9f\nclass A x\nstyle A fill:#fff\nlinkStyle 0 stroke:red\nclick A \"https://x\"\nA --> B";
    expect(names(text)).toEqual(["A", "B"]);
    expect(leftOut(`flowchart LR\n${text}`).some(({ what }) => what.startsWith("click"))).toBe(true);
  });
});

describe("groups of a flowchart", () => {
  test("are nested as drawn, and a box lies in the first to end that mentions it", () => {
    const { boundaries } = drawnOf(
      read(
        "graph TD\nsubgraph one [First]\n A --> B\n subgraph two\n direction LR\n C\n end\nend\nsubgraph three four\n A\n D\nend",
      ).session.architecture,
    );
    expect(boundaries).toEqual([
      { name: "First", holds: ["A", "B", "two"] },
      { name: "three four", holds: ["D"] },
      { name: "two", holds: ["C"] },
    ]);
  });
});

describe("what a drawing says that its parts are", () => {
  const kinds = (text: string) =>
    Object.fromEntries(read(text).session.architecture.components.map(({ name, kind }) => [name, kind]));

  test("a cylinder holds something, and names say what", () => {
    expect(kinds("flowchart LR\nA[(Orders)] --> B[(Redis)]\nC[API Gateway] --> A\nD[Billing]")).toEqual({
      Orders: "store",
      Redis: "cache",
      "API Gateway": "gateway",
      Billing: "service",
    });
  });

  test("guesses are marked as guesses, and words of C4 are not", () => {
    const { notes, session } = read(
      'C4Container\nPerson(u, "User")\nContainerDb(d, "Orders", "PostgreSQL")\nSystem_Ext(e, "Mail")\nContainer(a, "API", "Go")',
    );
    expect(session.architecture.components.map(({ kind }) => kind).sort()).toEqual([
      "external",
      "person",
      "service",
      "store",
    ]);
    expect(notes.filter(({ how }) => how !== "recognized")).toEqual([]);
    expect(notes.flatMap(({ what, guesses }) => guesses.map(({ of }) => [what, of]))).toEqual([
      ["Container “API”", "kind"],
    ]);
  });

  test("Rel_Back goes the other way, RelIndex counts, and C4 boundaries are nested", () => {
    const { session } = read(
      'C4Dynamic\nBoundary(x, "Outer") {\n  Deployment_Node(y, "Inner", "VM") {\n    Component(a, "A")\n  }\n  Component(b, "B")\n}\nRel_Back(a, b, "answers")\nPerson(c, "C")\nRelIndex(1, a, c, "asks")\nUpdateRelStyle(a, b, $offsetX="5")',
    );
    expect(drawnOf(session.architecture).connections).toEqual([
      ["A", "C"],
      ["B", "A"],
    ]);
    expect(drawnOf(session.architecture).boundaries).toEqual([
      { name: "Inner", holds: ["A"] },
      { name: "Outer", holds: ["B", "Inner"] },
    ]);
  });

  test("a drawing of decisions is read as boxes and lines", () => {
    const { notes } = read("flowchart TD\nA[Open database] --> B{Does it work?}\nB -->|Yes| C[Done]");
    expect(notes.some(({ what }) => what.includes("nothing in it says"))).toBe(true);
  });
});

describe("files", () => {
  test("of Markdown are read at their first drawing, with the line in the file", () => {
    const result = importOf(
      "# Title\n\n```mermaid\nsequenceDiagram\nA->>B: x\n```\n\n```mermaid\nflowchart LR\nA --> B\n???[\n```\n",
      "a.md",
    );
    expect(result.ok && drawnOf(result.value.session.architecture).connections).toEqual([["A", "B"]]);
    expect(result.ok && result.value.notes.find(({ what }) => what.includes("could not be read"))?.line).toBe(
      11,
    );
    expect(result.ok && result.value.notes.some(({ what }) => what.includes("other drawings"))).toBe(true);
  });

  test("give the title of the frontmatter", () => {
    expect(read('---\ntitle: "Shop: all"\n---\nflowchart LR\nA').session.architecture.title).toBe(
      "Shop: all",
    );
  });

  test("of other drawings are refused with a sentence and the line", () => {
    expect(importOf("%% x\nsequenceDiagram\n")).toEqual({
      ok: false,
      error: [
        {
          file: "drawing.mmd",
          line: 2,
          message:
            "it is a sequenceDiagram, and of Mermaid only flowcharts and C4 diagrams are read: choose one of those",
        },
      ],
    });
  });

  test("with more boxes than a sketch has room for are refused, with how many those are", () => {
    const boxes = (count: number) => Array.from({ length: count }, (_, i) => `n${i}`).join("\n");
    const refused = importOf(`flowchart LR\n${boxes(20_001)}`);
    const [problem] = refused.ok ? [] : refused.error;
    expect(problem?.message).toMatch(/^it draws more boxes or lines .*20000 and 80000/);
    const group = "\nsubgraph g\nn0\nend\ng --> n1\n";
    expect(importOf(`flowchart LR\n${boxes(20_001)}${group}`).ok).toBe(false);
    expect(importOf(`flowchart LR${group}${boxes(20_000)}`).ok).toBe(true);
  });

  test("that hold nothing readable are refused", () => {
    expect(importOf("flowchart LR\n[[[\n").ok).toBe(false);
  });

  test("are not taken for Mermaid where they are something else", () => {
    expect(importOf("graph { a -- b }", "a.dot").ok).toBe(false);
  });
});

test("a seam is drawn and comes back as a seam, not as a connection", () => {
  const before = sketchOf(["Approver", "Runner"]);
  const { session } = read(writeMermaid.write(before, [invariantOf("c0", "c1")]));
  expect(session.seams).toMatchObject([
    {
      invariant: "What is approved is what runs.",
      owner: "Platform team",
      mechanism: "evaluated-not-executed",
    },
  ]);
  expect(session.architecture.connections).toHaveLength(before.architecture.connections.length);
});

test("every exporter says what it keeps and what it loses", () => {
  for (const { carried } of EXPORTERS)
    for (const said of [...carried.keeps, ...carried.loses]) expect(said).toMatch(/\S/);
});
