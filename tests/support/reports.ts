import type { Answer, Architecture, Fact, Facts } from "#core/architecture/architecture.schema.ts";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import type { Diagnosis } from "#core/diagnosis/diagnosis.ts";
import { inCanonicalOrder } from "#core/document/canonical-order.ts";
import { emptySession } from "#core/document/new-session.ts";
import type { Session } from "#core/document/session.schema.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { reportDocument } from "#core/report/blocks/compose.ts";
import { diagnoseOptionsOf } from "#core/report/diagnose-options.ts";
import { renderMarkdown } from "#core/report/render-markdown.ts";
import type { ReportSettings } from "#core/report/report-settings.schema.ts";
import { reportOf, type Report, type ReportContext } from "#core/report/report.ts";
import { incident } from "./incidents.ts";

export const SETTINGS: ReportSettings = {
  title: "",
  client: "",
  author: "",
  date: "2026-03-02",
  confidentiality: "",
  logo: null,
  isAnonymous: false,
};

export const CONTEXT: ReportContext = {
  cases: [
    {
      slug: "approved-without-its-body",
      title: "Approved without its body",
      mechanism: "evaluated-not-executed",
      zone: "authorization",
      summary: "A plugin says yes to the part that it was shown.",
    },
    {
      slug: "charged-twice",
      title: "Charged twice",
      mechanism: "dual-write",
      zone: "coupling",
      summary: "A card is charged, and the balance is not written.",
    },
  ],
  glossary: [{ word: "seam", meaning: "A place where two components must agree." }],
  origin: "https://seamark.example",
};

interface Given {
  readonly diagnosis?: Diagnosis;
  readonly settings?: Partial<ReportSettings>;
  readonly context?: Partial<ReportContext>;
}

/** The report on a session, as the product makes it. */
export function reportOn(session: Session, { diagnosis, settings, context }: Given = {}): Report {
  return reportOf(
    session,
    diagnosis ?? diagnose(session.architecture, CATALOGUE, diagnoseOptionsOf(session)),
    CATALOGUE,
    { ...CONTEXT, ...context },
    { ...SETTINGS, ...settings },
  );
}

export function markdownOf(session: Session, given: Given = {}): string {
  return renderMarkdown(reportDocument(reportOn(session, given)));
}

/** Every text of a session written by somebody who means no good: each of the texts in every place where a text may be. */
export function hostileSession(texts: readonly string[]): Session {
  let next = 0;
  const text = () => texts[next++ % texts.length] ?? "";
  const name = () => text().toWellFormed().trim().slice(0, 200).trim() || "x";
  const { architecture, ...session } = answeredSession("docker-authz-2024");
  const said = <T extends { readonly facts: Facts }>(entry: T): T => ({
    ...entry,
    facts: Object.fromEntries(
      Object.entries(entry.facts).map(([fact, answers]) => [
        fact,
        (answers as readonly Answer[]).map(({ value, at }) => {
          const written = fact === "representation" ? text() : value;
          return { value: written, at, by: name(), evidence: text() };
        }),
      ]),
    ),
  });
  const [daemon, plugin] = ["daemon", "plugin"] as const;
  return inCanonicalOrder({
    ...session,
    architecture: {
      ...architecture,
      title: name(),
      summary: text(),
      objects: architecture.objects.map((one) => ({ ...one, name: name() })),
      boundaries: architecture.boundaries.map((one) => ({ ...one, name: name() })),
      components: architecture.components.map((one) => said({ ...one, name: name(), notes: text() })),
      connections: architecture.connections.map((one) => said({ ...one, notes: text() })),
      agreements: architecture.agreements.map((one) => said({ ...one, about: text() })),
      history: texts.slice(0, 4).map((_, i) => ({
        id: `h${i}`,
        date: name(),
        kind: i % 2 === 0 ? ("incident" as const) : ("fix" as const),
        text: text(),
        about: [daemon, plugin],
        worked: [],
        failed: [],
        covered: text(),
        leftOpen: text(),
      })),
    },
    seams: [
      {
        id: "s",
        between: [daemon, plugin],
        note: text(),
        mechanism: "evaluated-not-executed",
        invariant: text(),
        owner: name(),
      },
    ],
    referred: { "component:daemon#clock": name() },
    dismissed: [{ between: ["cli", "daemon"], mechanism: null, reason: text(), by: name(), at: AT }],
  });
}

const PEOPLE = ["Ada", "Bo", "Cy"];
const AT = "2026-03-01T10:00:00.000Z";

/** A session in which people answered everything that the documented incident says, as a finished diagnosis would. */
export function answeredSession(id: string): Session {
  return sessionWithAnswers(incident(id).architecture);
}

export function sessionWithAnswers(architecture: Architecture): Session {
  let said = 0;
  const answers = (value: Fact | undefined): readonly Answer[] => {
    const by = PEOPLE[said % PEOPLE.length] ?? "";
    said += 1;
    return [{ value: value as Answer["value"], by, at: AT, evidence: "the runbook" }];
  };
  const told = <T extends { readonly facts: Facts }>(entry: T): T => ({
    ...entry,
    facts: Object.fromEntries(Object.entries(entry.facts).map(([name, fact]) => [name, answers(fact)])),
  });
  return inCanonicalOrder({
    ...emptySession(),
    architecture: {
      ...architecture,
      components: architecture.components.map(told),
      connections: architecture.connections.map(told),
      agreements: architecture.agreements.map(told),
    },
  });
}
