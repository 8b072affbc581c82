/** As much of the library as is used here; it brings no declarations. */
declare module "@citation-js/core" {
  export class Cite {
    constructor(items: unknown);
    format(format: "bibtex" | "ris"): string;
  }
}
declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-ris";
