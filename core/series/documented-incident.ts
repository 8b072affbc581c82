import type { MechanismKey } from "../architecture/vocabulary.ts";

/** An incident of the corpus as lists need it: what it showed, and where that is documented. */
export interface DocumentedIncident {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly mechanism: MechanismKey;
  readonly invariant: string;
  readonly source: { readonly title: string; readonly publisher: string; readonly url: string };
}
