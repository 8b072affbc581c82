import { diagnose } from "#core/diagnosis/diagnose.ts";
import type { Diagnosis } from "#core/diagnosis/diagnosis.ts";
import { applyCommand } from "#core/document/apply-command.ts";
import type { Command } from "#core/document/command.ts";
import { emptySession, sessionFromSketch } from "#core/document/new-session.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { diagnoseOptionsOf } from "#core/report/diagnose-options.ts";
import { findingsOf } from "#core/report/findings.ts";
import { changeWords } from "#core/report/found-change.ts";
import { text } from "#core/report/render-markdown.ts";
import { percent } from "#core/report/wording.ts";
import { incident } from "#tests/support/incidents.ts";
import { markdownOf } from "#tests/support/reports.ts";
import { MECHANISM_SKETCHES } from "#tests/support/mechanism-sketches/index.ts";
import { describe, expect, test } from "vitest";

const nothing: Diagnosis = {
  verdict: "nothing-found",
  wouldChange: [],
  candidates: [],
  next: null,
  together: [],
  dismissed: [],
};

const at = "2026-03-01T10:00:00.000Z";
const SKETCH: readonly Command[] = [
  { type: "set-title", title: "Orders *v2*" },
  { type: "add-component", id: "gate", name: "Gate", kind: "gateway", at: [0, 0] },
  { type: "add-component", id: "till", name: "Till", kind: "service", at: [0, 0] },
  { type: "connect", id: "orders", from: "gate", to: "till", kind: "call" },
  { type: "add-object", id: "order", name: "order" },
  { type: "set-carried-object", id: "orders", object: "order" },
  {
    type: "answer",
    address: { about: { component: "till" }, fact: "scale" },
    answer: { value: "one", by: "Ada", at, evidence: "the runbook" },
    agreementId: "a",
  },
  {
    type: "answer",
    address: { about: { component: "till" }, fact: "scale" },
    answer: { value: "fleet", by: "Bo", at },
    agreementId: "a",
  },
  {
    type: "answer",
    address: { about: { component: "till" }, fact: "restartNeeds" },
    answer: { value: ["gate"], by: "Ada", at },
    agreementId: "a",
  },
  { type: "mark-seam", id: "s", between: ["gate", "till"], note: "the price is rounded twice" },
  { type: "skip-question", address: { about: { connection: "orders" }, fact: "delivery" } },
];

const session = SKETCH.reduce(applyCommand, emptySession());
const findings = findingsOf(
  session,
  diagnose(session.architecture, CATALOGUE, { marked: session.seams.map(({ between }) => between) }),
);

describe("findingsOf", () => {
  test("says who answered what, and where two people answered differently", () => {
    const [scale] = findings.asked.filter(({ asked }) => asked === "How many act independently");
    expect(scale).toEqual({
      about: "Till",
      asked: "How many act independently",
      isDisputed: true,
      isUnknown: false,
      answers: [
        { by: "Ada", at, evidence: "the runbook", said: "One" },
        { by: "Bo", at, said: "A fleet" },
      ],
    });
  });

  test("names what a list fact lists, and what was set aside", () => {
    expect(findings.asked.flatMap(({ answers }) => answers.map(({ said }) => said))).toContain("Gate");
    expect(findings.setAside).toEqual(["order, Gate to Till: How often it arrives"]);
  });
});

describe("a dismissed candidate", () => {
  const marked = SKETCH.filter(({ type }) => type !== "answer").reduce(applyCommand, emptySession());
  const dismiss = (mechanism: "dual-write" | null, reason: string) =>
    applyCommand(marked, {
      type: "dismiss",
      dismissal: { between: ["till", "gate"], mechanism, reason, by: "Ada", at },
    });
  const told = (from: typeof session) =>
    findingsOf(from, diagnose(from.architecture, CATALOGUE, diagnoseOptionsOf(from)));

  test("is told with its reason and how sure it would be, and is no finding", () => {
    const { seams, possible, dismissed } = told(dismiss(null, "  one <team>, one deploy\n"));
    const names = [...seams, ...possible].map(({ pair }) => pair);
    expect(names).not.toContain("gate~till");
    expect(dismissed[0]).toMatchObject({
      between: ["Gate", "Till"],
      by: "Ada",
      reason: "one <team>, one deploy",
    });
    expect(dismissed[0]?.probability).toBeGreaterThan(0);
    const report = markdownOf(dismiss(null, "one <team>, one deploy"));
    expect(report).toMatch(/## Dismissed\n\n- Gate and Till: .+ %\)\. By Ada, 2026-03-01: one \\<team\\>/);
    expect(markdownOf(dismiss(null, ""))).toContain("By Ada, 2026-03-01: no reason given");
  });

  test("that the sketch does not lead to is kept in the session and not in the findings", () => {
    const session = dismiss("dual-write", "");
    expect(session.dismissed).toHaveLength(1);
    expect(told(session).dismissed).toEqual([]);
  });
});

describe("a question that somebody else could answer", () => {
  const refer = (from: typeof session, fact: "scale" | "idempotent", to: string) =>
    applyCommand(from, { type: "refer-question", address: { about: { component: "gate" }, fact }, to });
  const referred = refer(refer(session, "scale", "Platform *team*"), "idempotent", "Platform *team*");

  test("is told in full with whom to ask, grouped by person", () => {
    expect(findingsOf(referred, diagnose(referred.architecture, CATALOGUE)).toBeAsked).toEqual([
      {
        who: "Platform *team*",
        questions: [
          "If Gate gets the same input twice, does the second time change anything?",
          "How many of Gate act independently of each other?",
        ],
      },
    ]);
  });

  test("is set aside for the engine, and keeps the report from saying that nothing would change it", () => {
    expect(diagnoseOptionsOf(referred).setAside).toContain("component:gate#scale");
    const report = markdownOf(referred, { diagnosis: nothing });
    expect(report).toContain("could change this result");
    expect(report).toMatch(/\| If Gate gets [^|]+ \| Platform \\\*team\\\* \| somebody named them \|/);
  });
});

describe("renderMarkdown", () => {
  test("shows what people wrote as text, never as markup", () => {
    const report = markdownOf(session);
    expect(report).toContain("# Orders \\*v2\\*\n");
    expect(report).toContain("| How many act independently | One (Ada, 2026-03-01; evidence: the runbook); ");
    expect(report).toContain("A fleet (Bo, 2026-03-01). Answered differently");
  });

  test("escapes everything that Markdown or HTML could read", () => {
    expect(text("<img src=x onerror=y>\n\n# [a](javascript:b)")).toBe(
      "\\<img src=x onerror=y\\> \\# \\[a\\](javascript\\:b)",
    );
  });

  test.each([
    ["- no list", "\\- no list"],
    ["1. no list", "1\\. no list"],
    ["--- = no rule", "\\--- = no rule"],
    ["www.example.com", "www\\.example.com"],
    ["https://a.example/x?y=1", "https\\://a.example/x?y=1"],
    ["AT&amp;T & sons", "AT\\&amp;T & sons"],
    [
      "It holds (mostly), e.g. for multi-tenant hosts: 1.5 s!",
      "It holds (mostly), e.g. for multi-tenant hosts: 1.5 s!",
    ],
  ])("escapes what would be markup and leaves prose to be read: %s", (said, written) => {
    expect(text(said)).toBe(written);
  });

  test("says plainly that the signs speak against a structural failure, and what would help instead", () => {
    const signals = ["fell-together", "cause-is-clear", "never-came-back"] as const;
    const ended = { ...emptySession(), signals };
    const report = markdownOf(ended);
    expect(report).toContain("**Result.** A poor fit: the signs speak against a structural failure");
    expect(report).toContain(
      "**These signs speak against a structural failure**\n\n- We know the cause and the fix is simple; it only has to be done.\n- It happened once",
    );
    expect(report).toContain("**These signs speak for one**\n\n- We survived failures one at a time");
    expect(report).toContain("**What would help instead**\n\n- Make the fix, and add the test");
    expect(report).toContain("A diagnosis is probably not what you need.");
    expect(findings.fit).toBeNull();
  });

  test("a fit that is not poor is told with its signs, and with nothing to do instead", () => {
    const told = { ...session, signals: ["came-back-next-door", "cause-is-clear"] as const };
    const report = markdownOf(told);
    expect(report).toContain("This looks structural.");
    expect(report).not.toContain("What would help instead");
    expect(report).not.toContain("A poor fit");
  });

  test("says in words that nothing was found", () => {
    expect(markdownOf(session, { diagnosis: nothing })).toContain("No structural seam found");
    expect(markdownOf(emptySession(), { diagnosis: nothing })).toContain("Nothing was asked");
  });
});

describe("what would change a verdict that names no seam", () => {
  const knight = incident("knight-order-router-2012").architecture;
  const drawn = sessionFromSketch(knight, null, {});
  const reportWith = (change: Partial<typeof drawn>) => markdownOf({ ...drawn, ...change });

  test("stands in the report with its question, the answers that would do it, and where", () => {
    const report = reportWith({});
    expect(report).toContain(
      "- Where is it written what Capital thresholds and Order router servers must agree on? “Nowhere”, “Nobody knows”, “In a document” or another answer like these would make a seam between Capital thresholds and Order router servers likely (a way around the enforcer, up to 82 %).",
    );
  });

  test("keeps a question that was set aside in sight", () => {
    const skipped = ["agreement:capital-limits~router-servers#stated"];
    expect(reportWith({ skipped })).toContain("up to 82 %). The question was set aside.");
  });

  test("is said to be nothing where no single answer would do", () => {
    const report = markdownOf(session, { diagnosis: nothing });
    expect(report).toContain("## What would change this\n\nNo single answer that is still missing");
  });

  test("names the kind of the answers where many would do", () => {
    const change = { question: "?", between: ["A", "B"], title: "Title", probability: 0.6 } as const;
    const words = (...answers: readonly string[]) => changeWords({ ...change, answers, isSetAside: false });
    expect(words("One")).toMatch(/^“One” would make a seam between A and B likely \(title, up to 60 %\)\.$/);
    expect(words("One", "Two", "Three", "Four")).toContain(
      "“One”, “Two”, “Three” or another answer like these",
    );
  });
});

test("a seam counts as found from the first answer about it, and is suspected before", () => {
  const unasked = SKETCH.filter(({ type }) => type !== "answer").reduce(applyCommand, emptySession());
  const report = (from: typeof session) => {
    const { candidates, next } = diagnose(from.architecture, CATALOGUE, { marked: [["gate", "till"]] });
    const likely = candidates.slice(0, 1).map((candidate) => ({ ...candidate, probability: 0.7 }));
    return markdownOf(from, { diagnosis: { ...nothing, verdict: "seams-found", candidates: likely, next } });
  };
  expect(report(unasked)).toContain("1 seam suspected from the sketch alone");
  expect(report(unasked)).toContain("Rung: not asked yet");
  const agreement = { about: { agreement: ["gate", "till"] as const }, fact: "enforced" as const };
  const asked = applyCommand(unasked, {
    type: "answer",
    address: agreement,
    answer: { value: "nothing", by: "Ada", at },
    agreementId: "a",
  });
  expect(report(asked)).toContain("**Result.** 1 seam found.");
});

test("no probability reads as certain", () => {
  expect([percent(0.999), percent(0.0001), percent(0.5)]).toEqual(["99 %", "1 %", "50 %"]);
});

describe("structural moves in the findings", () => {
  const { hit } = MECHANISM_SKETCHES["fail-open"];
  const history = ["first", "second"].map((id) => ({
    id,
    date: "2025-02-03",
    kind: "fix" as const,
    text: `${id} fix`,
    about: ["payments"],
    worked: [],
    failed: [],
    covered: "the slow verdict",
    leftOpen: "",
  }));
  const ward = { ...emptySession(), architecture: { ...hit, history } };
  const diagnosis = diagnose(ward.architecture, CATALOGUE);

  test("are tried on a copy when a catalogue is at hand, and say where the contradiction goes", () => {
    const [first] = findingsOf(ward, diagnosis, CATALOGUE).seams;
    const waiting = first?.moves.find(({ text: words }) => words.includes("undecided waits"));
    expect(waiting?.outlook?.seam).toMatch(/^It was 99 %; the copy has no place left/);
    expect(waiting?.outlook?.goesTo[0]).toMatch(
      /fraud check and Undecided payment: once on one side, .* \(new\)$/,
    );
    expect(waiting?.outlook?.changes).toContain(
      "New queue: Undecided payment; limit on work taken in: a limit on the total.",
    );
  });

  test("are told by their text alone without one", () => {
    const [first] = findingsOf(ward, diagnosis).seams;
    expect(first?.moves.map(({ outlook }) => outlook)).toEqual([null, null]);
  });

  test("stand in the report, with the fixes that inherited the agreement", () => {
    const report = markdownOf(ward);
    expect(report).toMatch(/\n {2}\*\*Tried on a copy\.\*\* It was 99 %/);
    expect(report).toContain("#### Fixes made, accumulating");
    expect(report).toContain("2025-02-03: second fix. It covered: the slow verdict.");
  });
});
