import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const FOLDER = join(import.meta.dirname, "../fixtures/interchange");
const EXPECTED = "expected";
/** Published schemas of formats: no examples. */
const SCHEMAS = "schemas";

/** What a file draws, by the names that a person reading it would use. */
export interface Drawn {
  /** One entry for each component: a name that two of them share stands twice. */
  readonly components: readonly string[];
  /** From, to. */
  readonly connections: readonly (readonly [string, string])[];
  /** What each boundary directly holds: components, and boundaries inside it. */
  readonly boundaries: readonly { readonly name: string; readonly holds: readonly string[] }[];
}

/** Read by hand from a file of another project, before there was an importer. */
export interface Expected extends Drawn {
  /** False for a drawing that explains something else: a decision, a type, a process. */
  readonly isArchitecture: boolean;
  /** Where there was a choice, and which was taken. */
  readonly remarks: readonly string[];
}

export interface InterchangeExample {
  /** The format, as the folder is called. */
  readonly folder: string;
  /** The name of the file with its ending. */
  readonly name: string;
  readonly text: string;
  readonly expected: Expected;
}

const names = z.array(z.string().min(1));
const expectedSchema = z.strictObject({
  components: names,
  connections: z.array(z.tuple([z.string(), z.string()])),
  boundaries: z.array(z.strictObject({ name: z.string().min(1), holds: names })),
  isArchitecture: z.boolean(),
  remarks: names,
});

/** Every file of other projects, with what is to be found in it. One without an expectation is an error. */
export function interchangeExamples(): readonly InterchangeExample[] {
  return filesByFolder(FOLDER)
    .filter(({ folder }) => folder !== EXPECTED && folder !== SCHEMAS)
    .map(({ folder, name }) => ({
      folder,
      name,
      text: readFileSync(join(FOLDER, folder, name), "utf8"),
      expected: expectedSchema.parse(
        JSON.parse(readFileSync(join(FOLDER, EXPECTED, folder, `${name}.json`), "utf8")),
      ),
    }));
}

/** `folder/name` of every file that something is expected of, whether or not that file is there. */
export function expectedPaths(): readonly string[] {
  return filesByFolder(join(FOLDER, EXPECTED)).map(
    ({ folder, name }) => `${folder}/${name.slice(0, -".json".length)}`,
  );
}

function filesByFolder(root: string): readonly { readonly folder: string; readonly name: string }[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .flatMap((folder) =>
      readdirSync(join(root, folder), { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => ({ folder, name: entry.name }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    );
}

/** Of one sort of element: how many were expected, how many found, and how many of them are the same. */
export interface Count {
  readonly matched: number;
  readonly expected: number;
  readonly found: number;
}

export interface Score {
  readonly components: Count;
  readonly connections: Count;
  readonly boundaries: Count;
}

/**
 * Compares by names, white space collapsed and case kept, each as often as it stands there. A boundary is matched when
 * its name is, and everything that it directly holds.
 */
export function score(expected: Drawn, found: Drawn): Score {
  return {
    components: count(expected.components.map(plain), found.components.map(plain)),
    connections: count(expected.connections.map(connectionKey), found.connections.map(connectionKey)),
    boundaries: count(expected.boundaries.map(boundaryKey), found.boundaries.map(boundaryKey)),
  };
}

const plain = (name: string) => name.trim().replace(/\s+/g, " ");

const connectionKey = ([from, to]: Drawn["connections"][number]) => JSON.stringify([plain(from), plain(to)]);

const boundaryKey = ({ name, holds }: Drawn["boundaries"][number]) =>
  JSON.stringify([plain(name), holds.map(plain).sort()]);

function count(expected: readonly string[], found: readonly string[]): Count {
  const left = new Map<string, number>();
  for (const key of expected) left.set(key, (left.get(key) ?? 0) + 1);
  let matched = 0;
  for (const key of found) {
    const waiting = left.get(key) ?? 0;
    if (waiting === 0) continue;
    left.set(key, waiting - 1);
    matched += 1;
  }
  return { matched, expected: expected.length, found: found.length };
}
