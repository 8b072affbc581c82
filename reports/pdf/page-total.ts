import type PDFDocument from "pdfkit";
import type { Reference } from "pdfkit";
import type { PdfFile } from "./pdf-file.ts";

/**
 * How many pages there are, which nobody knows before the last is set: every page points at one drawing of the number,
 * and that is made at the end.
 */
export class PageTotal {
  readonly #document: PDFDocument;
  readonly #drawing: Reference;

  constructor({ document }: PdfFile) {
    this.#document = document;
    this.#drawing = document.ref({ Type: "XObject", Subtype: "Form", FormType: 1, BBox: [0, 0, 60, 20] });
  }

  /** Draws it on the page that is being drawn, at the corner of what holds it. */
  readonly paint = (): void => {
    this.#document.page.xobjects[NAME] = this.#drawing;
    this.#document.addContent(`/${NAME} Do`);
  };

  /** `font` as the layout knows it, `size` and `baseline` in points below the corner. */
  end(font: unknown, size: number, baseline: number, color: string): void {
    this.#document.font(font, size);
    const embedded = this.#document._font;
    const [encoded] = embedded.encode(String(this.#pages()));
    this.#drawing.data["Resources"] = { Font: { [embedded.id]: embedded.ref() } };
    const drawn = `${inkOf(color)} rg BT /${embedded.id} ${size} Tf 1 0 0 -1 0 ${baseline} Tm <${encoded.join("")}> Tj ET`;
    this.#drawing.end(new TextEncoder().encode(drawn));
  }

  #pages(): number {
    return ((this.#document._root.data["Pages"] as Reference).data["Kids"] as unknown[]).length;
  }
}

const NAME = "Total";

/** #rrggbb as three shares of full light. */
function inkOf(color: string): string {
  return [1, 3, 5].map((at) => (parseInt(color.slice(at, at + 2), 16) / 255).toFixed(3)).join(" ");
}
