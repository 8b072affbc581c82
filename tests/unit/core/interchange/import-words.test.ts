import { describe, expect, test } from "vitest";
import type { ImportNote } from "#core/interchange/importer.ts";
import { countNotes, countWords, guessWords } from "#core/interchange/import-words.ts";
import { readSketch } from "#tests/support/read-sketch.ts";

const counted = (notes: readonly ImportNote[]) => countWords(countNotes(notes));

describe("what became of a file, in numbers", () => {
  test("an element that the file names is recognized, however much of it is a guess", () => {
    const { imported } = readSketch(
      "docker-compose",
      "services:\n  web: { image: x, depends_on: [db, gone], networks: [net] }\n  db: { image: y }\n",
    );
    // Two services and a network of guessed kinds; that one waits for the other says not that it uses it.
    expect(counted(imported.notes)).toBe("3 recognized (3 kinds guessed), 1 guessed, 1 left out");
  });

  test("a flow whose name is taken for what it carries is there by the file, and its object is not", () => {
    const node = (id: string, shape: string) => ({ id, shape, data: { name: id } });
    const ends = { source: { cell: "a" }, target: { cell: "b" } };
    const cells = [
      node("a", "process"),
      node("b", "process"),
      { id: "f", shape: "flow", data: { name: "order" }, ...ends },
    ];
    const { imported } = readSketch(
      "threat-dragon",
      JSON.stringify({
        version: "2.3.0",
        summary: { title: "Shop" },
        detail: { diagrams: [{ id: 0, title: "", cells }] },
      }),
    );
    expect(counted(imported.notes)).toBe("3 recognized (1 kind and 1 object guessed), 1 guessed, 0 left out");
  });

  test("where nothing is guessed nothing is said of it", () => {
    const { imported } = readSketch("mermaid", 'C4Context\nPerson(u, "User")\n');
    expect(counted(imported.notes)).toBe("1 recognized, 0 guessed, 0 left out");
  });

  test("what is a guess is said with its reason", () => {
    expect(guessWords({ of: "kind", because: "it is drawn as a cylinder" })).toBe(
      "its kind is a guess: it is drawn as a cylinder",
    );
  });
});
