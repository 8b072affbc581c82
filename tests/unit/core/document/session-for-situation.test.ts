import { describe, expect, test } from "vitest";
import { parseArchitecture } from "#core/architecture/parse-architecture.ts";
import { TEMPLATES } from "#core/architecture/templates/catalogue.ts";
import { parseSession } from "#core/document/parse-session.ts";
import { sessionForSituation } from "#core/document/session-for-situation.ts";
import { valueOf } from "#tests/support/value-of.ts";

const TOLD = {
  reference: "7KQ0-M8XD-2F4H-9ZTR-QW3E-5N6B-0J1C",
  failing: "Large uploads fail\nwhile every dashboard stays green.",
  tried: "",
  signals: ["came-back-next-door", "protected-something-else"],
  sketch: null,
  receivedAt: "2026-11-21T12:00:00.000Z",
} as const;

describe("sessionForSituation", () => {
  test("begins with what was told, and nothing that was not", () => {
    const session = sessionForSituation(TOLD, {});
    expect(session.architecture.title).toBe("Situation 7KQ0-M8XD");
    expect(session.architecture.history).toMatchObject([
      { kind: "incident", text: TOLD.failing, date: "2026-11-21", about: [] },
    ]);
    expect([...session.signals].sort()).toEqual([...TOLD.signals].sort());
    expect(session.architecture.components).toEqual([]);
  });

  test("is a session that can be saved and opened again, also with a sketch and a history of its own", () => {
    for (const { sketch } of TEMPLATES) {
      const architecture = valueOf(parseArchitecture(sketch));
      const session = sessionForSituation({ ...TOLD, tried: "More memory.", sketch: architecture }, {});
      expect(parseSession(JSON.parse(JSON.stringify(session)))).toEqual({ ok: true, value: session });
      expect(session.architecture.components).toHaveLength(architecture.components.length);
    }
  });
});
