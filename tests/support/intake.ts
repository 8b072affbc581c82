import { randomUUID } from "node:crypto";
import { EMPTY_REPORT, type ErrorReportDraft } from "#core/intake/error-report-form.ts";
import { EMPTY_DRAFT, type SituationDraft } from "#core/intake/situation-form.ts";
import type { Submission } from "#server/services/submit-once.ts";

export function validDraft(overrides: Partial<SituationDraft> = {}): SituationDraft {
  return {
    ...EMPTY_DRAFT,
    failing: "Large uploads fail while every dashboard stays green.",
    reply: "none",
    consent: true,
    ...overrides,
  };
}

export function validSubmission(overrides: Partial<Submission> = {}): Submission {
  return { client: randomUUID(), key: randomUUID(), draft: validDraft(), isTrapped: false, ...overrides };
}

export function validReport(overrides: Partial<ErrorReportDraft> = {}): ErrorReportDraft {
  return { ...EMPTY_REPORT, text: "SF-0001", wrong: "The record names another year.", ...overrides };
}
