import { AsyncLocalStorage } from "node:async_hooks";
import type { SituationDraft } from "#core/intake/situation-form.ts";
import type { Refusal } from "../services/submit-situation.ts";

/** Refusals of the form itself, before there is a submission. */
export type FormRefusal = Refusal | { readonly kind: "foreign" } | { readonly kind: "too-large" };

export interface RefusedSituation {
  readonly refusal: FormRefusal;
  readonly draft: SituationDraft;
  /** The key to send again with; undefined when that takes a fresh one. */
  readonly key: string | undefined;
}

/** On the global object because Next bundles a copy of this module of its own. */
const shared = globalThis as Record<symbol, AsyncLocalStorage<RefusedSituation> | undefined>;
const storage = (shared[Symbol.for("seamark.refused-situation")] ??=
  new AsyncLocalStorage<RefusedSituation>());

/** Renders a page that comes back to a visitor with what was refused, which `refusedSituation` reads. */
export function withRefusedSituation<T>(refused: RefusedSituation, render: () => T): T {
  return storage.run(refused, render);
}

/** What the request at hand had to refuse; undefined when it just asks for the page. */
export function refusedSituation(): RefusedSituation | undefined {
  return storage.getStore();
}
