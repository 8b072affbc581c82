import fc from "fast-check";
import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { emptySession } from "#core/document/new-session.ts";
import { parseSession } from "#core/document/parse-session.ts";
import type { Session } from "#core/document/session.schema.ts";
import { arbitrarySketch } from "./arbitrary-sketch.ts";
import { valueOf } from "./value-of.ts";

/** Few names, in several spellings, so that sketches have much in common and much of it twice. */
const name = fc.constantFrom("web", "Web", " web", "db", "DB", "queue", "orders api", "Orders  API");

const answer = (by: string, value: string) => [
  { value, by, at: "2026-03-01T10:00:00Z", guessed: by !== "Ada" },
];

/** A session as an importer makes one, with answers by a file, and sometimes places. */
export const arbitraryImport: fc.Arbitrary<Session> = fc
  .record({
    sketch: arbitrarySketch({ name }),
    scales: fc.array(fc.constantFrom("one", "few", "fleet", null), { minLength: 14, maxLength: 14 }),
    by: fc.constantFrom("compose.yaml", "Ada"),
    isPlaced: fc.boolean(),
  })
  .map(({ sketch, scales, by, isPlaced }) => {
    const components = sketch.components.map((one, i) => {
      const scale = scales[i] ?? null;
      return { ...one, facts: scale === null ? {} : { scale: answer(by, scale) } };
    });
    const ids = components.map(({ id }) => id);
    const [a, b] = ids;
    const agreements: Architecture["agreements"] =
      a === undefined || b === undefined
        ? []
        : [{ id: "g", between: [a, b], about: "both", facts: { stated: answer(by, "docs") } }];
    return valueOf(
      parseSession({
        ...emptySession(),
        architecture: { ...sketch, components, agreements },
        positions: isPlaced ? Object.fromEntries(ids.map((id, i) => [id, [i * 200, (i % 3) * 100]])) : {},
        seams: a === undefined || b === undefined ? [] : [{ id: "s", between: [a, b] }],
      }),
    );
  });
