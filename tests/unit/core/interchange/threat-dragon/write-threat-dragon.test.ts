import { threatDragon } from "#core/interchange/threat-dragon/threat-dragon.ts";
import { emptySession } from "#core/document/new-session.ts";
import { writeThreatDragon } from "#core/interchange/threat-dragon/write-threat-dragon.ts";
import type { ExportedInvariant } from "#core/interchange/exporter.ts";
import { draw } from "#tests/support/draw.ts";
import { publishedSchema } from "#tests/support/published-schema.ts";
import { describe, expect, test } from "vitest";

const at = "2026-03-01T10:00:00.000Z";

const read = (text: string) => {
  const done = threatDragon.read([{ name: "model.json", text }], { at });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
};

describe("a sketch written for Threat Dragon", () => {
  const architecture = draw("Shop", "person buyer\nservice api\nstore orders\napi -write-> orders: order");
  const session = { ...emptySession(), architecture };
  const invariant = (
    between: readonly [string, string],
    change: Partial<ExportedInvariant> = {},
  ): ExportedInvariant => ({
    between,
    sentence: "What is ordered is what is written.",
    ladder: { rung: "unstated", limitedTo: [], withoutStatement: false },
    owner: "Ada",
    mechanism: "dual-write",
    title: "Dual write",
    zone: "coupling",
    probability: 0.8,
    moves: [],
    ...change,
  });
  const cellsOf = (...invariants: readonly ExportedInvariant[]) => {
    const file = JSON.parse(writeThreatDragon.write(session, invariants)) as {
      detail: {
        diagrams: [
          { cells: { id: string; data: { threats: Record<string, unknown>[]; hasOpenThreats: boolean } }[] },
        ];
      };
    };
    return new Map(file.detail.diagrams[0].cells.map((cell) => [cell.id, cell.data]));
  };

  test("has an agreement as an open threat at the flow between its sides", () => {
    const cells = cellsOf(invariant(["api", "orders"]));
    expect(cells.get("connection-api-orders")).toMatchObject({
      hasOpenThreats: true,
      threats: [
        {
          status: "Open",
          severity: "TBD",
          modelType: "STRIDE",
          type: "Tampering",
          title: "What is ordered is what is written.",
        },
      ],
    });
    expect([...cells.values()].filter(({ hasOpenThreats }) => hasOpenThreats)).toHaveLength(1);
  });

  test("has it at the side that is no actor where nothing flows", () => {
    expect(cellsOf(invariant(["api", "buyer"])).get("component-api")?.threats).toHaveLength(1);
    expect(cellsOf(invariant(["buyer", "orders"])).get("component-orders")?.threats).toHaveLength(1);
  });

  test.each([
    ["stated", [], "Open"],
    ["enforced", [], "Mitigated"],
    ["verified", [], "Mitigated"],
    ["verified", ["one-at-a-time"], "Open"],
  ] as const)("has one that is %s %j as %s", (rung, limitedTo, status) => {
    const ladder = { rung, limitedTo, withoutStatement: false };
    expect(
      cellsOf(invariant(["api", "orders"], { ladder })).get("connection-api-orders")?.threats,
    ).toMatchObject([{ status }]);
  });

  test("gives the agreement back as a seam", () => {
    const back = read(writeThreatDragon.write(session, [invariant(["api", "orders"])])).session;
    expect(back.seams).toMatchObject([
      {
        between: ["api", "orders"],
        invariant: "What is ordered is what is written.",
        mechanism: "dual-write",
        owner: "Ada",
      },
    ]);
  });

  test("forgets what was kept where the drawing was changed meanwhile", () => {
    const file = JSON.parse(writeThreatDragon.write(session, [])) as {
      detail: { diagrams: [{ cells: { id: string; shape: string; data: { name: string } }[] }] };
    };
    const [{ cells }] = file.detail.diagrams;
    const api = cells.find(({ id }) => id === "component-api");
    const sent = cells.find(({ id }) => id === "connection-api-orders");
    if (api !== undefined) api.shape = "actor";
    if (sent !== undefined) sent.data.name = "refund";
    const back = read(JSON.stringify(file)).session.architecture;
    expect(back.components.find(({ id }) => id === "api")?.kind).toBe("external");
    expect(back.objects).toMatchObject([{ name: "refund" }]);
  });

  test("lets nothing end a script around it, and says all of it", () => {
    const title = "</script><script>alert(1)</script>\u2028";
    const text = writeThreatDragon.write({ ...session, architecture: { ...architecture, title } }, []);
    expect(text).not.toMatch(/[<\u2028]/);
    expect((JSON.parse(text) as { summary: { title: string } }).summary.title).toBe(title);
  });

  test("would be told apart from a file that the schema does not allow", () => {
    const problemsIn = publishedSchema("threat-dragon-v2.schema.json");
    const file = JSON.parse(writeThreatDragon.write(session, [])) as { summary: { title?: string } };
    expect(problemsIn(file)).toEqual([]);
    delete file.summary.title;
    expect(problemsIn(file)).toHaveLength(1);
  });
});
