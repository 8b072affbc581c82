import { diagnose } from "#core/diagnosis/diagnose.ts";
import { applyCommand } from "#core/document/apply-command.ts";
import type { Command } from "#core/document/command.ts";
import { emptySession } from "#core/document/new-session.ts";
import { parseSession } from "#core/document/parse-session.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { anonymize, renderKey, withNames } from "#core/report/anonymize.ts";
import { diagnoseOptionsOf } from "#core/report/diagnose-options.ts";
import { nameReplacer } from "#core/report/name-replacer.ts";
import { answeredSession, markdownOf, reportOn } from "#tests/support/reports.ts";
import { describe, expect, test } from "vitest";

describe("names in a sentence", () => {
  const write = nameReplacer([
    { original: "Order Desk", neutral: "Component 1" },
    { original: "Order", neutral: "Object 1" },
    { original: "Order Desk Archive", neutral: "Component 2" },
    { original: "IT", neutral: "Person 1" },
    { original: "注文", neutral: "Component 3" },
    { original: "C++ build", neutral: "Component 4" },
    { original: "X", neutral: "Component 5" },
  ]);

  test.each([
    ["the order desk is down", "the Component 1 is down"],
    ["Order Desk Archive, and ORDER-DESK.", "Component 2, and Component 1."],
    ["order_desk's order", "Component 1's Object 1"],
    ["reorder and orders stay", "reorder and orders stay"],
    ["ask IT, it knows", "ask Person 1, it knows"],
    ["注文サービス", "Component 3サービス"],
    ["the C++ build of X", "the Component 4 of X"],
    ["order\n  desk", "Component 1"],
    ["", ""],
  ])("%j reads %j", (text, written) => {
    expect(write(text)).toBe(written);
  });
});

const at = "2026-03-01T10:00:00.000Z";
const SKETCH: readonly Command[] = [
  { type: "set-title", title: "Quayside Bookings" },
  { type: "add-component", id: "zeta-desk", name: "Zeta Desk", kind: "service", at: [0, 0] },
  { type: "add-component", id: "alpha", name: "Alpha Ledger", kind: "store", at: [9, 9] },
  { type: "connect", id: "bookings", from: "zeta-desk", to: "alpha", kind: "write" },
  { type: "add-object", id: "berth", name: "Berth Slip" },
  { type: "set-carried-object", id: "bookings", object: "berth" },
  {
    type: "add-boundary",
    id: "port",
    name: "Port Authority",
    kind: "team",
    within: null,
    components: ["alpha"],
  },
  {
    type: "answer",
    address: { about: { component: "zeta-desk" }, fact: "restartNeeds" },
    answer: { value: ["alpha"], by: "Ada Marlowe", at, evidence: "wiki of Zeta Desk" },
    agreementId: "a",
  },
  {
    type: "answer",
    address: { about: { connection: "bookings" }, fact: "representation" },
    answer: { value: "a berth slip as JSON", by: "you", at },
    agreementId: "a",
  },
  { type: "refer-question", address: { about: { component: "alpha" }, fact: "scale" }, to: "Bo Hansen" },
  { type: "mark-seam", id: "quay-seam", between: ["zeta-desk", "alpha"], note: "ask Ada Marlowe" },
  { type: "tell-seam", id: "quay-seam", between: ["alpha", "zeta-desk"], told: { owner: "Port Authority" } },
  {
    type: "tell-seam",
    id: "quay-seam",
    between: ["alpha", "zeta-desk"],
    told: { decision: { stance: "keep", because: "Ada Marlowe says so of zeta-desk", mechanism: null } },
  },
  {
    type: "tell-history",
    entry: {
      id: "great-mixup",
      date: "2025-02-03",
      kind: "fix",
      text: "ALPHA LEDGER was rebuilt by bo hansen",
      about: ["alpha"],
      worked: [],
      failed: ["bookings"],
      covered: "the zeta-desk",
      leftOpen: "",
    },
  },
  {
    type: "dismiss",
    dismissal: {
      between: ["alpha", "zeta-desk"],
      mechanism: "backlog",
      reason: "Alpha Ledger is small",
      by: "Bo Hansen",
      at,
    },
  },
];
const session = SKETCH.reduce(applyCommand, emptySession());

describe("a session without names", () => {
  const { session: nameless, key } = anonymize(session, { clients: ["Quay Corp"] });

  test("is a session, with neutral names in the order of the ids", () => {
    expect(parseSession(nameless)).toEqual({ ok: true, value: nameless });
    expect(nameless.architecture.components.map(({ id, name }) => [id, name])).toEqual([
      ["component-1", "Component 1"],
      ["component-2", "Component 2"],
    ]);
    expect(nameless.architecture.components[0]?.kind).toBe("store");
    expect(nameless.architecture.boundaries[0]?.name).toBe("Boundary 1");
    expect(nameless.positions).toEqual({ "component-1": [9, 9], "component-2": [0, 0] });
  });

  test("has them replaced in every sentence, id and key", () => {
    const [entry] = nameless.architecture.history;
    expect(entry).toMatchObject({
      id: "told-1",
      text: "Component 1 was rebuilt by Person 2",
      covered: "the Component 2",
      about: ["component-1"],
      failed: ["connection-1"],
    });
    const { facts } = nameless.architecture.components[1] ?? { facts: {} };
    expect(facts).toMatchObject({
      restartNeeds: [{ value: ["component-1"], by: "Person 1", evidence: "wiki of Component 2" }],
    });
    expect(nameless.architecture.connections[0]?.facts).toMatchObject({
      representation: [{ value: "a Object 1 as JSON", by: "you" }],
    });
    expect(nameless.referred).toEqual({ "component:component-1#scale": "Person 2" });
    expect(nameless.seams[0]).toMatchObject({ id: "seam-1", note: "ask Person 1" });
    expect(nameless.dismissed[0]).toMatchObject({ by: "Person 2", reason: "Component 1 is small" });
    const text = JSON.stringify(nameless).toLowerCase();
    for (const name of ["quay", "zeta", "alpha", "berth", "marlowe", "hansen", "port authority", "mixup"])
      expect(text).not.toContain(name);
  });

  test("leaves its author a key that turns the names back", () => {
    const neutral = key.names.map((one) => one.neutral);
    expect(new Set(neutral).size).toBe(neutral.length);
    expect(key.names).toContainEqual({
      kind: "component",
      original: "Zeta Desk",
      neutral: "Component 2",
      originalId: "zeta-desk",
      neutralId: "component-2",
    });
    expect(JSON.parse(renderKey(key))).toEqual(key);
    expect(withNames("Ask Person 1 about Component 1, for Client", key)).toBe(
      "Ask Ada Marlowe about Alpha Ledger, for Quay Corp",
    );
  });

  test("leaves the session as it was, and needs nothing to be in it", () => {
    expect(session.architecture.title).toBe("Quayside Bookings");
    expect(anonymize(emptySession()).session.architecture.title).toBe("Anonymous sketch");
  });
});

describe("a report without names", () => {
  const settings = {
    isAnonymous: true,
    client: "Quay Corp",
    author: "Ada Marlowe",
    confidentiality: "For Quay Corp",
  };

  test("names neither client nor author, carries no logo, and has its key beside it", () => {
    const logo = { mediaType: "image/png", bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47]) } as const;
    const report = reportOn(session, { settings: { ...settings, logo } });
    expect(report.settings).toMatchObject({
      client: "Client",
      author: "Person 1",
      confidentiality: "For Client",
      logo: null,
    });
    expect(report.key?.names.length).toBeGreaterThan(4);
    expect(reportOn(session).key).toBeNull();
    expect(markdownOf(session, { settings })).not.toMatch(/quay|zeta|alpha|berth|marlowe|hansen/i);
  });

  test("comes to the same findings, up to the names", () => {
    const typical = answeredSession("docker-authz-2024");
    const { session: nameless } = anonymize(typical);
    const weigh = (one: typeof typical) =>
      diagnose(one.architecture, CATALOGUE, diagnoseOptionsOf(one)).candidates.map(
        ({ mechanism, logOdds }) => `${mechanism ?? ""} ${logOdds.toFixed(9)}`,
      );
    expect(weigh(nameless)).toEqual(weigh(typical));
  });
});
