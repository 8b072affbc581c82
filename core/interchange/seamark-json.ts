import type { Architecture, Fact, Facts } from "../architecture/architecture.schema.ts";
import { pointerTo, type InputProblem } from "../architecture/input-problem.schema.ts";
import { parseArchitecture } from "../architecture/parse-architecture.ts";
import { answersOf } from "../architecture/reading.ts";
import { emptySession } from "../document/new-session.ts";
import { parseSession } from "../document/parse-session.ts";
import type { Session } from "../document/session.schema.ts";
import { err, ok, type Result } from "../result.ts";
import { baseName } from "./file-title.ts";
import type {
  Imported,
  ImportedElement,
  Importer,
  ImportFile,
  ImportNote,
  ImportOptions,
  ImportProblem,
} from "./importer.ts";
import { onOneLine } from "./on-one-line.ts";
import { LARGEST_RECORDED, LARGEST_WRITTEN, problemsIn, readJson, refuse } from "./read-document.ts";

/** Files that were saved here: sessions, findings and reports that hold one, architectures, and incidents. */
export const seamarkJson: Importer = {
  format: "seamark",
  name: "Seamark",
  endings: [".json"],
  takesSeveral: false,
  recognizes: ({ text }) => /"format"\s{0,20}:\s{0,20}"seamark\.[a-z]{1,40}\//.test(text),
  read: ([file], options) => (file === undefined ? err([]) : read(file, options)),
};

function read(file: ImportFile, options: ImportOptions): Result<Imported, readonly ImportProblem[]> {
  const document = readJson(file, LARGEST_RECORDED);
  if (!document.ok) return document;
  const { value, lineOf } = document.value;
  const found = partsOf(value);
  if (found === null)
    return refuse(
      file,
      null,
      "it holds no sketch: choose a backup, findings, an architecture or an incident",
    );
  const session = found.read(file, options);
  if (!session.ok) return err(problemsIn(file, { lineOf }, under(found.path, session.error)));
  // Finding places in a large file costs more than reading it.
  const placeOf = file.text.length > LARGEST_WRITTEN ? () => null : lineOf;
  const lineIn = (path: readonly (string | number)[]) => placeOf(pointerTo([...found.path, ...path]));
  const notes = [...notesOn(session.value, found.value, file.name, lineIn), ...leftOut(found, file.name)];
  return ok({ format: "seamark", session: session.value, notes });
}

interface Found {
  readonly path: readonly string[];
  readonly value: unknown;
  readonly read: (file: ImportFile, options: ImportOptions) => Result<Session, readonly InputProblem[]>;
}

/** The part of a file that a sketch is made of; null where there is none. A version that is not known is refused as what it is. */
function partsOf(value: unknown): Found | null {
  if (isA("session", value)) return { path: [], value, read: () => parseSession(value) };
  if (isA("architecture", value)) return { path: [], value, read: sketchReader(value) };
  const { session, architecture } = recordOf(value);
  if (isA("session", session))
    return { path: ["session"], value: session, read: () => parseSession(session) };
  if (isA("architecture", architecture))
    return { path: ["architecture"], value: architecture, read: sketchReader(architecture) };
  return null;
}

function isA(what: "session" | "architecture", value: unknown): boolean {
  const { format } = recordOf(value);
  return typeof format === "string" && format.startsWith(`seamark.${what}/`);
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** An architecture says what is true. In a session that is what the file answered. */
function sketchReader(value: unknown): Found["read"] {
  return (file, { at }) => {
    const read = parseArchitecture(value);
    if (!read.ok) return read;
    const by = onOneLine(baseName(file.name), "file").slice(0, 200).trim();
    const session = parseSession({ ...emptySession(), architecture: answered(read.value, by, at) });
    return session.ok ? session : err(session.error.map(withoutArchitecture));
  };
}

function answered(architecture: Architecture, by: string, at: string): Architecture {
  const withAnswers = <T extends { readonly facts: Facts }>(one: T): T => {
    const facts = Object.entries(one.facts).map(([name, fact]) => [name, answersIn(fact, by, at)] as const);
    return { ...one, facts: Object.fromEntries(facts) };
  };
  return {
    ...architecture,
    components: architecture.components.map(withAnswers),
    connections: architecture.connections.map(withAnswers),
    agreements: architecture.agreements.map(withAnswers),
  };
}

function answersIn(fact: Fact | undefined, by: string, at: string): Fact | undefined {
  if (fact === undefined || answersOf(fact).length > 0) return fact;
  return [{ value: fact as Exclude<Fact, readonly object[]>, by, at }];
}

function withoutArchitecture({ pointer, message }: InputProblem): InputProblem {
  return { pointer: pointer.replace(/^\/architecture/, ""), message };
}

function under(path: readonly string[], problems: readonly InputProblem[]): readonly InputProblem[] {
  return problems.map(({ pointer, message }) => ({ pointer: pointerTo(path) + pointer, message }));
}

type LineIn = (path: readonly (string | number)[]) => number | null;

/** Everything is as written: a note for each element, with the line on which it stands. */
function notesOn(
  { architecture }: Session,
  value: unknown,
  file: string,
  lineIn: LineIn,
): readonly ImportNote[] {
  const above = isA("architecture", value) ? [] : ["architecture"];
  const written = above.length === 0 ? recordOf(value) : recordOf(recordOf(value)["architecture"]);
  const lists = [
    ["boundaries", architecture.boundaries, (boundary: string) => ({ boundary })],
    ["components", architecture.components, (component: string) => ({ component })],
    ["connections", architecture.connections, (connection: string) => ({ connection })],
    ["objects", architecture.objects, (object: string) => ({ object })],
    ["agreements", architecture.agreements, (agreement: string) => ({ agreement })],
  ] as const;
  return lists.flatMap(([list, entries, about]) => {
    const numbers = numbersOf(written[list]);
    return entries.map(({ id }): ImportNote => {
      const number = numbers.get(id);
      const line = number === undefined ? null : lineIn([...above, list, number]);
      return {
        how: "recognized",
        about: about(id) satisfies ImportedElement,
        what: `“${id}” in ${list}`,
        guesses: [],
        file,
        line,
      };
    });
  });
}

/** Where in a list each id stands. A session has its lists in another order than a file may. */
function numbersOf(list: unknown): ReadonlyMap<unknown, number> {
  return new Map(Array.isArray(list) ? list.map((entry, i) => [recordOf(entry)["id"], i] as const) : []);
}

function leftOut({ path: [part] }: Found, file: string): readonly ImportNote[] {
  if (part === undefined) return [];
  const what = `everything beside the ${part}: it is made anew`;
  return [{ how: "left-out", about: null, what, guesses: [], file, line: null }];
}
