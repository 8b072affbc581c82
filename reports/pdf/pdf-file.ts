import renderDocument from "@react-pdf/render";
import { unzlibSync, zlibSync } from "fflate";
import PDFDocument, { type EmbeddedFont, type Reference } from "pdfkit";
import { escapeXml } from "#core/diagram/svg.ts";
import { drawGlyphsByMeaning } from "./glyphs.ts";
import type { PdfNode } from "./node.ts";
import { pixelsOf } from "./png-pixels.ts";
import { Structure } from "./structure.ts";

/** What is known of the file as a whole. */
export interface FileFacts {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** ISO 8601 date. */
  readonly date: string;
  readonly language: string;
}

/** A PDF file that is being written. Its bytes depend on what is drawn alone. */
export class PdfFile {
  readonly #document: PDFDocument;
  readonly #chunks: Uint8Array[] = [];
  readonly #ended: Promise<void>;
  readonly #structure: Structure;
  #bytes = 0;

  constructor({ title, author, subject, date, language }: FileFacts) {
    const created = new Date(`${date}T00:00:00Z`);
    const document = new PDFDocument({
      // Each platform compresses in its own way; see `compressAlike`.
      compress: false,
      autoFirstPage: false,
      tagged: true,
      pdfVersion: "1.7",
      lang: language,
      displayTitle: true,
      font: null,
      info: {
        Title: title,
        ...(author === "" ? {} : { Author: author }),
        Subject: subject,
        Creator: "Seamark",
        Producer: "Seamark",
        CreationDate: created,
      },
    });
    this.#document = document;
    this.#ended = new Promise((resolve, reject) => {
      document.on("data", (chunk) => {
        this.#chunks.push(chunk);
        this.#bytes += chunk.length;
      });
      document.on("end", resolve);
      document.on("error", reject);
    });
    compressAlike(document);
    keepFonts(document);
    unpackAtOnce(document);
    drawGlyphsByMeaning(document);
    escapeMetadata(document);
    this.#structure = new Structure(document);
  }

  get pages(): number {
    return this.#kids().length;
  }

  /** Draws pages that are laid out behind those that are there. */
  draw(pages: readonly PdfNode[]): void {
    const end = this.#document.end.bind(this.#document);
    // The renderer ends what it has rendered.
    this.#document.end = () => undefined;
    const render = renderDocument as unknown as (target: PDFDocument, root: PdfNode) => void;
    const tagged = pages.map((page) => this.#structure.tagged(page));
    render(this.#document, { type: "DOCUMENT", props: {}, style: {}, box: {}, children: tagged });
    this.#document.end = end;
    this.#structure.settle();
  }

  /** Moves the last pages to the front. */
  bringToFront(count: number): void {
    const kids = this.#kids();
    kids.unshift(...kids.splice(kids.length - count, count));
  }

  /** A heading in the outline, with those of a higher level that come next below it. */
  outline(entries: readonly OutlineEntry[]): void {
    const above: { level: number; item: PDFDocument["outline"] }[] = [
      { level: 0, item: this.#document.outline },
    ];
    for (const { level, text, page, top, width } of entries) {
      while ((above.at(-1)?.level ?? 0) >= level) above.pop();
      const parent = above.at(-1)?.item ?? this.#document.outline;
      // The library counts from the right.
      above.push({
        level,
        item: parent.addItem(text, { pageNumber: page, top: Math.max(0, top - 8), left: width }),
      });
    }
  }

  get structure(): Structure {
    return this.#structure;
  }

  get document(): PDFDocument {
    return this.#document;
  }

  async end(): Promise<Uint8Array> {
    this.#structure.end();
    this.#document.end();
    await this.#ended;
    const whole = new Uint8Array(this.#bytes);
    let at = 0;
    for (const chunk of this.#chunks) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    return whole;
  }

  #kids(): Reference[] {
    const pages = this.#document._root.data["Pages"] as Reference;
    return pages.data["Kids"] as Reference[];
  }
}

export interface OutlineEntry {
  readonly level: number;
  readonly text: string;
  /** Counted from 0. */
  readonly page: number;
  readonly top: number;
  readonly width: number;
}

/** Browsers and Node bring different compressors, and the same file must be the same bytes: everything goes through one. */
function compressAlike(document: PDFDocument): void {
  const plain = document.ref.bind(document);
  document.ref = (data) => {
    const reference = plain(data);
    const finalize = reference.finalize.bind(reference);
    reference.finalize = () => {
      const { data: facts, buffer } = reference;
      if (buffer.length > 0 && facts["Filter"] === undefined) {
        reference.buffer = [zlibSync(joined(buffer), { level: 6 })];
        facts["Filter"] = "FlateDecode";
      } else if (
        buffer.length > 0 &&
        facts["Filter"] === "FlateDecode" &&
        facts["DecodeParms"] === undefined
      ) {
        reference.buffer = [zlibSync(unzlibSync(joined(buffer)), { level: 6 })];
      }
      finalize();
    };
    return reference;
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Pictures are unpacked here, and not in a worker that the library would start. */
function unpackAtOnce(document: PDFDocument): void {
  const open = document.openImage.bind(document);
  document.openImage = (source) => {
    const picture = open(source);
    const { image } = picture;
    if (image) image.decodePixels = (use) => use(pixelsOf(image));
    return picture;
  };
}

/** The library finds a font again by its name, and all files of one face have the same. */
function keepFonts(document: PDFDocument): void {
  const open = document.font.bind(document);
  const kept = new Map<unknown, EmbeddedFont>();
  document.font = (source, size) => {
    if (size !== undefined) document.fontSize(size);
    const known = kept.get(source);
    if (known !== undefined) {
      document._font = known;
      return document;
    }
    document._fontFamilies = {};
    open(source);
    kept.set(source, document._font);
    document._fontFamilies = Object.fromEntries([...kept.values()].map((font) => [font.id, font]));
    return document;
  };
}

/** The library writes these as markup. */
function escapeMetadata(document: PDFDocument): void {
  const write = document.endMetadata.bind(document);
  document.endMetadata = () => {
    document.info = Object.fromEntries(
      Object.entries(document.info).map(([key, value]) => [
        key,
        typeof value === "string" ? escapeXml(value) : value,
      ]),
    );
    write();
  };
}
