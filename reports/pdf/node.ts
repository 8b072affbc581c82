/**
 * What is laid out: the elements of @react-pdf/layout, written down as it takes them. It brings React for those who
 * write elements as components; a report is a plain value already.
 */
export interface PdfNode {
  readonly type: string;
  readonly props: Readonly<Record<string, unknown>> & {
    readonly tags?: Tags;
    readonly unit?: number;
    readonly row?: number;
  };
  readonly style: Style;
  readonly box: Box;
  readonly children: readonly PdfNode[];
  readonly value?: string;
}

export type Style = Readonly<Record<string, unknown>>;

/** Where it lies once it is laid out, in points from the corner of what holds it. */
export interface Box {
  readonly top?: number;
  readonly left?: number;
  readonly width?: number;
  readonly height?: number;
}

/** Where something stands in the structure of the document, from the outside in, for those who have it read to them. */
export type Tags = readonly Tag[];

export interface Tag {
  /** A structure type of PDF 1.7, as in H1, P or TD. */
  readonly type: string;
  /** Tells the elements of one parent apart; what is cut by the end of a page keeps its key. */
  readonly key: string;
  readonly alternative?: string;
  readonly scope?: "Column" | "Row";
}

type Props = PdfNode["props"];

export function node(type: string, style: Style, props: Props, children: readonly PdfNode[]): PdfNode {
  return { type, style, props, box: {}, children };
}

export function view(style: Style, children: readonly PdfNode[], props: Props = {}): PdfNode {
  return node("VIEW", style, props, children);
}

export function instance(value: string): PdfNode {
  return { type: "TEXT_INSTANCE", props: {}, style: {}, box: {}, children: [], value };
}
