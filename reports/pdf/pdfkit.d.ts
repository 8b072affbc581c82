/** What we use of the package, which brings no types of its own. */
declare module "pdfkit" {
  /** A PNG picture as the library has read it: bits of one sample, samples of one pixel, and what is still compressed. */
  export interface ReadPng {
    readonly width: number;
    readonly height: number;
    readonly bits: number;
    readonly pixelBitlength: number;
    readonly interlaceMethod: number;
    readonly imgData: ArrayLike<number>;
    /** How opaque each entry of the palette is. */
    readonly transparency: { readonly indexed?: ArrayLike<number> };
  }
  export interface Reference {
    data: Record<string, unknown>;
    buffer: Uint8Array[];
    compress: boolean;
    write(chunk: string | Uint8Array): void;
    end(chunk?: string | Uint8Array): void;
    finalize(): void;
  }
  export interface StructureElement {
    add(child: StructureElement | object): StructureElement;
    end(): void;
  }
  export interface OutlineItem {
    addItem(
      title: string,
      options: { pageNumber: number; top: number; left: number; expanded?: boolean },
    ): OutlineItem;
  }
  export interface EmbeddedFont {
    id: string;
    name: string;
    scale: number;
    widths: number[];
    unicode: (readonly number[])[];
    subset: { readonly glyphs: number[]; includeGlyph(id: number): number };
    ref(): Reference;
    encode(
      text: string,
    ): readonly [encoded: readonly string[], positions: readonly { advanceWidth: number }[]];
  }
  export interface OpenImage {
    /** As the decoder has read it, until it is in the file. A JPEG has none. */
    readonly image?: (ReadPng & { decodePixels: (use: (pixels: Uint8Array) => void) => void }) | null;
  }
  export interface DocumentPage {
    width: number;
    height: number;
    dictionary: Reference;
    xobjects: Record<string, Reference>;
    fonts: Record<string, Reference>;
    markings: unknown[];
  }
  interface Options {
    readonly compress: boolean;
    readonly autoFirstPage: boolean;
    readonly tagged: boolean;
    readonly pdfVersion: "1.7";
    readonly lang: string;
    readonly displayTitle: boolean;
    readonly font: null;
    readonly info: Readonly<Record<string, string | Date>>;
  }
  export default class PDFDocument {
    constructor(options: Options);
    page: DocumentPage;
    outline: OutlineItem;
    info: Record<string, string | Date>;
    _root: Reference;
    _font: EmbeddedFont;
    _fontSize: number;
    /** Not of the package: the layout library draws by it, where it is there. */
    glyphs: (
      glyphs: readonly { id: number; codePoints: readonly number[]; advanceWidth: number }[],
      positions: readonly { xAdvance: number; xOffset: number; advanceWidth?: number }[],
    ) => void;
    _fontFamilies: Record<string, EmbeddedFont>;
    font(source: unknown, size?: number): this;
    fontSize(size: number): this;
    ref(data?: Record<string, unknown>): Reference;
    openImage(source: unknown): OpenImage;
    addContent(operators: string): this;
    struct(type: string, options?: Readonly<Record<string, unknown>>): StructureElement;
    addStructure(element: StructureElement): this;
    markContent(tag: string, options?: Readonly<Record<string, unknown>>): this;
    markStructureContent(tag: string): object;
    endMarkedContent(): this;
    link(x: number, y: number, width: number, height: number, url: string, options?: object): this;
    goTo(x: number, y: number, width: number, height: number, name: string, options?: object): this;
    endMetadata(): void;
    end(): void;
    on(event: "data", listener: (chunk: Uint8Array) => void): this;
    on(event: "end", listener: () => void): this;
    on(event: "error", listener: (error: Error) => void): this;
  }
}
