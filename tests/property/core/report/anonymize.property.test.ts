import { diagnose } from "#core/diagnosis/diagnose.ts";
import { pairKey } from "#core/architecture/subject.ts";
import { parseSession } from "#core/document/parse-session.ts";
import type { Session } from "#core/document/session.schema.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { anonymize } from "#core/report/anonymize.ts";
import { diagnoseOptionsOf } from "#core/report/diagnose-options.ts";
import { arbitrarySession } from "#tests/support/arbitrary-session.ts";
import { hostileSession, reportOn } from "#tests/support/reports.ts";
import { TEXT_FORMATS } from "#tests/support/text-formats.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

/** Words that are in no sentence of ours: whatever of them is found was not replaced. */
const name = fc
  .array(fc.constantFrom("Qyx", "Vøzk", "Żurq", "クジラ", "Хвжы", "Wq9z", "Jjx", "zzyq"), {
    minLength: 1,
    maxLength: 3,
  })
  .chain((words) => fc.constantFrom(" ", "-", "_").map((between) => words.join(between)));

/** A session full of such names, also in its sentences. */
const namedSession = fc.array(name, { minLength: 6, maxLength: 40 }).map((names) => {
  const upper = names.map((one) => one.toUpperCase());
  const texts = names.map((one, i) => `ask ${one} and ${upper[(i + 1) % names.length] ?? one}, or (${one}).`);
  const session = hostileSession(names);
  const { architecture } = session;
  const text = (i: number) => texts[i % texts.length] ?? "";
  return {
    ...session,
    architecture: {
      ...architecture,
      summary: text(0),
      components: architecture.components.map((one, i) => ({ ...one, notes: text(i) })),
      history: architecture.history.map((one, i) => ({ ...one, text: text(i), covered: text(i + 1) })),
    },
    seams: session.seams.map((one) => ({ ...one, invariant: text(2), note: text(3) })),
  } satisfies Session;
});

function namesIn({ architecture, seams, referred, dismissed }: Session): readonly string[] {
  const { title, components, boundaries, objects } = architecture;
  const answers = [...components, ...architecture.connections, ...architecture.agreements].flatMap(
    ({ facts }) =>
      Object.values(facts).flatMap((fact) =>
        (fact as readonly { readonly by: string }[]).map(({ by }) => by),
      ),
  );
  const people = [
    ...answers,
    ...Object.values(referred),
    ...seams.map(({ owner }) => owner),
    ...dismissed.map(({ by }) => by),
  ];
  return [title, ...[...components, ...boundaries, ...objects].map((one) => one.name), ...people].filter(
    (one) => Array.from(one).length >= 3,
  );
}

describe("an anonymous report", () => {
  test("has no name of at least three characters in it, in any text format", () => {
    fc.assert(
      fc.property(namedSession, (session) => {
        const client = "Vøzk Harbour";
        const report = reportOn(session, {
          settings: { isAnonymous: true, client, author: namesIn(session)[3] ?? "" },
        });
        const names = [...new Set([...namesIn(session), client])].map((one) => one.toLowerCase());
        for (const [format, render] of Object.entries(TEXT_FORMATS)) {
          const text = render(report).toLowerCase();
          expect(
            names.filter((one) => text.includes(one)),
            format,
          ).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("is diagnosed as the session with names is, candidate by candidate", () => {
    fc.assert(
      fc.property(arbitrarySession, (session) => {
        const { session: nameless, key } = anonymize(session);
        expect(parseSession(nameless)).toEqual({ ok: true, value: nameless });
        const neutral = new Map(
          key.names.map(({ originalId, neutralId }) => [originalId ?? "", neutralId ?? ""]),
        );
        const { verdict, candidates, next } = diagnose(
          session.architecture,
          CATALOGUE,
          diagnoseOptionsOf(session),
        );
        const again = diagnose(nameless.architecture, CATALOGUE, diagnoseOptionsOf(nameless));
        const renamed = candidates.map(({ between: [a, b], mechanism, logOdds, ladder }) => ({
          pair: pairKey(neutral.get(a) ?? "", neutral.get(b) ?? ""),
          mechanism,
          logOdds,
          ladder,
        }));
        expect(again.verdict).toBe(verdict);
        expect(again.next?.fact).toBe(next?.fact);
        expect(
          again.candidates.map(({ between, mechanism, logOdds, ladder }) => {
            return { pair: pairKey(...between), mechanism, logOdds, ladder };
          }),
        ).toEqual(renamed);
      }),
    );
  });
});
