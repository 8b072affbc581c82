import type { Architecture, Facts } from "#core/architecture/architecture.schema.ts";
import { parseArchitecture } from "#core/architecture/parse-architecture.ts";
import { answersOf } from "#core/architecture/reading.ts";
import { err, ok, type Result } from "#core/result.ts";

/** Sizes beyond which a sketch cannot be attached: more than anybody can read beside a text. */
export const SKETCH_LIMITS = { components: 300, connections: 1200 } as const;

/** Characters of the sketch as JSON. Three bytes each, they fit `MOST_JSON_BYTES` together with every text. */
export const MOST_SKETCH_CHARACTERS = 150_000;

/** Reads an attached sketch out of unknown input; a refusal is one sentence for whoever attached it. */
export function readAttachedSketch(input: unknown): Result<Architecture, string> {
  const read = parseArchitecture(input);
  if (!read.ok)
    return err("The attached sketch could not be read. Please attach it again, or send without it.");
  const { components, connections } = read.value;
  if (components.length === 0) return err("The attached sketch is empty. Please choose another, or none.");
  if (components.length > SKETCH_LIMITS.components || connections.length > SKETCH_LIMITS.connections)
    return err(
      `The attached sketch has more than ${SKETCH_LIMITS.components} components or ${SKETCH_LIMITS.connections} connections. Please attach a part of it.`,
    );
  return storable(read.value);
}

/** PostgreSQL refuses a zero sign and half a character in JSON. A sketch can hold them only if a program wrote it. */
function storable(sketch: Architecture): Result<Architecture, string> {
  const text = JSON.stringify(sketch);
  if (text.length > MOST_SKETCH_CHARACTERS)
    return err("The notes and answers of the attached sketch are too long to be sent. Please shorten them.");
  return /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/.test(text)
    ? err("The attached sketch holds signs that cannot be stored. Please attach another, or none.")
    : ok(sketch);
}

export interface SketchCount {
  readonly components: number;
  readonly connections: number;
  readonly boundaries: number;
  readonly answers: number;
}

/** How much is in a sketch, for whoever is about to send it. */
export function countSketch({ components, connections, boundaries, agreements }: Architecture): SketchCount {
  const elements: readonly { readonly facts: Facts }[] = [...components, ...connections, ...agreements];
  const answers = elements.flatMap(({ facts }) => Object.values(facts).flatMap((fact) => answersOf(fact)));
  return {
    components: components.length,
    connections: connections.length,
    boundaries: boundaries.length,
    answers: answers.length,
  };
}

/** The same in words, as in "5 components, 4 connections". */
export function sayCount({ components, connections, boundaries, answers }: SketchCount): string {
  const counts = [
    [components, "component"],
    [connections, "connection"],
    [boundaries, "boundary"],
    [answers, "answer"],
  ] as const;
  return counts
    .filter(([count], index) => index < 2 || count > 0)
    .map(([count, word]) => `${count} ${count === 1 ? word : word.replace(/y$/, "ie") + "s"}`)
    .join(", ");
}
