import { AsyncLocalStorage } from "node:async_hooks";
import type { ErrorReportDraft, ReportProblem } from "#core/intake/error-report-form.ts";
import type { OwnSituationDraft, OwnSituationField } from "#core/intake/own-situation.ts";
import type { Refused } from "#core/intake/refusal.ts";
import type { RefusedAccountForm } from "#core/access/account-refusal.ts";
import type { SituationDraft, SituationProblem } from "#core/intake/situation-form.ts";

/** A form that comes back to its page. */
export interface RefusedForm<Draft, Field extends string> {
  readonly refusal: Refused<Field>;
  /** Undefined when what was sent was not read. */
  readonly draft: Draft | undefined;
  /** The key to send again with; undefined when that takes a fresh one. */
  readonly key: string | undefined;
}

/** The way from where a form is refused to the page that shows it again, within one request. */
export interface RefusedWay<Refused> {
  /** Renders a page that comes back to a visitor with what was refused. */
  readonly render: <T>(refused: Refused, page: () => T) => T;
  /** What the request at hand had to refuse; undefined when it just asks for the page. */
  readonly find: () => Refused | undefined;
}

export type RefusedFormWay<Draft, Field extends string> = RefusedWay<RefusedForm<Draft, Field>>;

function openWay<Refused>(name: string): RefusedWay<Refused> {
  /** On the global object because Next bundles a copy of this module of its own. */
  const shared = globalThis as Record<symbol, AsyncLocalStorage<Refused> | undefined>;
  const storage = (shared[Symbol.for(`seamark.refused.${name}`)] ??= new AsyncLocalStorage());
  return {
    render: (refused, page) => storage.run(refused, page),
    find: () => storage.getStore(),
  };
}

export const refusedSituation = openWay<RefusedForm<SituationDraft, SituationProblem["field"]>>("situation");
export const refusedErrorReport =
  openWay<RefusedForm<ErrorReportDraft, ReportProblem["field"]>>("error-report");
export const refusedOwnSituation =
  openWay<RefusedForm<OwnSituationDraft, OwnSituationField>>("own-situation");
export const refusedAccountForm = openWay<RefusedAccountForm>("account");
