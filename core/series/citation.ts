import type { CaseMatter } from "./case.schema.ts";

/** A case as a work that can be cited, in the JSON of the Citation Style Language (CSL 1.0.2). */
export interface CslItem {
  readonly id: string;
  readonly type: "webpage";
  readonly title: string;
  readonly author: readonly { readonly literal: string }[];
  readonly issued: { readonly "date-parts": readonly (readonly number[])[] };
  readonly "container-title": string;
  readonly publisher: string;
  readonly number: string;
  readonly version: string;
  readonly abstract: string;
  readonly URL: string;
}

/** The citation of a case as it stands in this version; `site` is the origin that it is published at. */
export function cslOf({ id, slug, title, dek, version, updated }: CaseMatter, site: string): CslItem {
  return {
    id,
    type: "webpage",
    title,
    author: [{ literal: "Seamark" }],
    issued: { "date-parts": [updated.split("-").map(Number)] },
    "container-title": "Seamark",
    publisher: "Seamark",
    number: id,
    version,
    abstract: dek,
    URL: `${site}/cases/${slug}`,
  };
}
