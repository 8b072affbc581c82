import { emptySession } from "#core/document/new-session.ts";
import type { Session } from "#core/document/session.schema.ts";
import type { ExportedInvariant } from "#core/interchange/exporter.ts";
import { writePrometheus } from "#core/interchange/write-prometheus.ts";
import { arbitraryText } from "#tests/support/arbitrary-text.ts";
import { HOSTILE_TEXTS } from "#tests/support/hostile-texts.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import * as z from "zod";

/** What Prometheus takes for a file of rules: no other key is allowed. */
const Rule = z.strictObject({
  alert: z.string().min(1),
  expr: z.string().min(1),
  for: z.string().regex(/^\d+[smhd]$/),
  labels: z.record(z.string().regex(/^[a-z_]+$/), z.string()),
  annotations: z.record(z.string().regex(/^[a-z_]+$/), z.string()),
});
const RulesFile = z.strictObject({
  groups: z.array(z.strictObject({ name: z.string().min(1), rules: z.array(Rule) })),
});

const invariant: ExportedInvariant = {
  between: ["daemon", "plugin"],
  sentence: "The request that is authorized is the request that runs.",
  ladder: { rung: "enforced", limitedTo: ["within-limits"], withoutStatement: true },
  owner: "Platform",
  mechanism: "evaluated-not-executed",
  title: "Evaluated is not executed",
  zone: "authorization",
  probability: 0.7,
  moves: [],
};

function sessionWith(name: string): Session {
  const empty = emptySession("Host");
  const component = { kind: "service", boundaries: [], notes: "", facts: {}, numbers: {} } as const;
  return {
    ...empty,
    architecture: {
      ...empty.architecture,
      title: name,
      components: [
        { id: "daemon", name, ...component },
        { id: "plugin", name: "Plugin", ...component },
      ],
    },
  };
}

function rulesIn(text: string) {
  const document = parseDocument(text, { version: "1.1", uniqueKeys: true });
  expect(document.errors).toEqual([]);
  expect(document.warnings).toEqual([]);
  return RulesFile.parse(document.toJS());
}

/** By the grammar of YAML, without the signs that turn the direction of a text or are no text at all. */
const PRINTABLE =
  /^[\u0020-\u007e\u00a1-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]$/u;

const write = (name: string, invariants: readonly ExportedInvariant[]) =>
  rulesIn(writePrometheus.write(sessionWith(name), invariants)).groups[0];

/** What Go makes of a template that holds nothing but printed braces; anything else is an error. */
function expanded(template: string): string {
  const parts = template.split('{{"{{"}}');
  for (const part of parts) expect(part).not.toContain("{{");
  return parts.join("{{");
}

describe("alert rules", () => {
  test("watch for each agreement whether it holds, and whether anybody checked", () => {
    expect(write("Daemon", [invariant])).toEqual({
      name: "Seamark: Daemon",
      rules: [
        {
          alert: "SeamarkAgreementBroken",
          expr: 'min by (seam) (seamark_agreement_holds{seam="daemon~plugin"}) == 0',
          for: "1m",
          labels: {
            severity: "critical",
            seam: "daemon~plugin",
            zone: "authorization",
            mechanism: "evaluated-not-executed",
            rung: "enforced",
          },
          annotations: {
            summary: "“Daemon” and “Plugin” no longer agree",
            description: "The request that is authorized is the request that runs.",
            what_to_do:
              "Compare what the two hold before either is changed or restarted: each may be right by its own measure. Its owner is Platform.",
            mechanism: "Evaluated is not executed",
            rung: "enforced, shown only: within-limits, and written down nowhere",
          },
        },
        {
          alert: "SeamarkAgreementNotChecked",
          expr:
            'time() - max by (seam) (seamark_agreement_checked_timestamp_seconds{seam="daemon~plugin"}) > 900 ' +
            'or absent(seamark_agreement_checked_timestamp_seconds{seam="daemon~plugin"}) or absent(seamark_agreement_holds{seam="daemon~plugin"})',
          for: "5m",
          labels: expect.objectContaining({ severity: "warning", seam: "daemon~plugin" }) as unknown,
          annotations: expect.objectContaining({
            summary: "Nobody knows whether “Daemon” and “Plugin” agree",
          }) as unknown,
        },
      ],
    });
  });

  test("leave out what is not known, and say that nobody owns it", () => {
    const bare = { ...invariant, mechanism: null, zone: null, owner: "", title: "" };
    const [broken] = write("Daemon", [bare])?.rules ?? [];
    expect(Object.keys(broken?.labels ?? {})).toEqual(["severity", "seam", "rung"]);
    expect(broken?.annotations["what_to_do"]).toContain("Nobody is named as its owner.");
  });

  test("say the moves that were taken over for the agreement, as text", () => {
    const [broken, unchecked] =
      write("Daemon", [{ ...invariant, moves: ["Bind {{ it }}.", "Log it."] }])?.rules ?? [];
    for (const rule of [broken, unchecked])
      expect(rule?.annotations["move"]).toBe('Bind {{"{{"}} it }}. Log it.');
    expect(write("Daemon", [invariant])?.rules[0]?.annotations).not.toHaveProperty("move");
  });

  test("are a file without rules where nothing is found", () => {
    expect(write("Daemon", [])).toEqual({ name: "Seamark: Daemon", rules: [] });
  });

  test("name the gauges that they rest on", () => {
    const text = writePrometheus.write(sessionWith("x"), [invariant]);
    const gauges = new Set(text.match(/\bseamark_\w+/g));
    const header = text.slice(0, text.indexOf("groups:"));
    for (const gauge of gauges) expect(header).toContain(gauge);
  });

  test("hold texts of people as texts, never as syntax or templates", () => {
    const texts = fc.oneof(
      arbitraryText,
      fc.constantFrom(
        ...HOSTILE_TEXTS,
        "{{{ $value }}}",
        "{{- .Labels.x -}}",
        '"\n- alert: x',
        "{",
        "}}",
        '{{"{{"}}',
      ),
      fc.string({
        unit: fc.constantFrom("{", "}", '"', "\\", "\n", "#", ":", " ", "\u0085", "\u2028", "\u007f"),
      }),
    );
    fc.assert(
      fc.property(texts, texts, texts, (name, sentence, owner) => {
        const [broken, unchecked] =
          write(name, [{ ...invariant, sentence, owner, title: name }])?.rules ?? [];
        for (const one of [broken, unchecked]) {
          expect(expanded(one?.annotations["description"] ?? "")).toBe(sentence.toWellFormed());
          expect(expanded(one?.annotations["summary"] ?? "")).toContain(name.toWellFormed());
          if (owner !== "")
            expect(expanded(one?.annotations["what_to_do"] ?? "")).toContain(owner.toWellFormed());
        }
        expect(broken?.expr).toBe('min by (seam) (seamark_agreement_holds{seam="daemon~plugin"}) == 0');
      }),
      { numRuns: 1_000 },
    );
  });

  test("are printable, so that no reader of YAML refuses them", () => {
    for (const text of [...HOSTILE_TEXTS, "\u0000\u0007\u007f\u0085\u009f\ufeff\ufffe\uffff\ud800"]) {
      const written = writePrometheus.write(sessionWith(text), [{ ...invariant, sentence: text }]);
      const refused = Array.from(written).filter((sign) => sign !== "\n" && !PRINTABLE.test(sign));
      expect(refused).toEqual([]);
    }
  });
});
