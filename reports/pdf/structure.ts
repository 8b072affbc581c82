import type PDFDocument from "pdfkit";
import type { StructureElement } from "pdfkit";
import { node, type PdfNode, type Tag, type Tags } from "./node.ts";

interface Element {
  readonly element: StructureElement;
  readonly children: Map<string, Element>;
}

/**
 * The structure of a document: headings, paragraphs, tables, lists and figures in the order in which they are read, for
 * those who have it read to them. The layout library knows nothing of it, so marks are drawn around what it draws.
 */
export class Structure {
  readonly #document: PDFDocument;
  readonly #parts: Element[] = [];
  /** What is being drawn: links belong to it. */
  #current: Element | null = null;
  readonly #heads = new Set<string>();

  constructor(document: PDFDocument) {
    this.#document = document;
    this.begin();
    this.#adoptLinks();
  }

  /** What is drawn from here on is one part of the document. */
  begin(): Element {
    const part = { element: this.#document.struct("Part"), children: new Map<string, Element>() };
    this.#parts.push(part);
    return part;
  }

  /** The part that was begun last comes first. */
  bringToFront(): void {
    const last = this.#parts.pop();
    if (last !== undefined) this.#parts.unshift(last);
  }

  /** The same page, with marks around what has tags and around all that has none. */
  tagged(page: PdfNode): PdfNode {
    return { ...page, children: [this.#mark(() => this.#artifact()), ...this.#markedIn(page.children)] };
  }

  /** Writes what no later page can add to, so that it need not be kept: all but what stands last. */
  settle(): void {
    const [part] = this.#parts.slice(-1);
    for (const [key, { element }] of [...(part?.children ?? [])].slice(0, -MAY_GO_ON)) {
      element.end();
      part?.children.delete(key);
    }
  }

  end(): void {
    const whole = this.#document.struct("Document");
    for (const { element } of this.#parts) whole.add(element);
    this.#document.addStructure(whole);
    whole.end();
  }

  #markedIn(children: readonly PdfNode[]): readonly PdfNode[] {
    return children.flatMap((child) => {
      const { tags, isRepeated } = child.props;
      if (isRepeated === true && this.#wasRead(child)) return [child];
      const isLeaf = child.type === "TEXT" || child.type === "SVG";
      const inner = isLeaf ? child : { ...child, children: this.#markedIn(child.children) };
      return tags === undefined ? [inner] : this.#marked(inner, tags);
    });
  }

  /** The head of a table that goes on was read on the page before. */
  #wasRead(head: PdfNode): boolean {
    const key = JSON.stringify(head.children[0]?.children[0]?.props.tags?.slice(0, -1));
    if (this.#heads.has(key)) return true;
    this.#heads.add(key);
    return false;
  }

  #marked(found: PdfNode, tags: Tags): readonly PdfNode[] {
    return [this.#mark(() => this.#open(tags)), found, this.#mark(() => this.#close())];
  }

  /** Something that draws nothing, and is called when its turn comes. */
  #mark(paint: () => void): PdfNode {
    const box = { top: 0, left: 0, width: 1, height: 1 };
    return { ...node("CANVAS", {}, { paint }, []), box };
  }

  #artifact(): void {
    this.#document.markContent("Artifact", {});
  }

  #open(tags: Tags): void {
    this.#document.endMarkedContent();
    const [own] = tags.slice(-1);
    if (own === undefined) return;
    this.#current = this.#elementAt(tags);
    this.#current.element.add(this.#document.markStructureContent(own.type));
  }

  #close(): void {
    this.#document.endMarkedContent();
    this.#current = null;
    this.#artifact();
  }

  #elementAt(tags: Tags): Element {
    const part = this.#parts.at(-1) ?? this.begin();
    return tags.reduce<Element>((parent, tag) => {
      const key = `${tag.type} ${tag.key}`;
      const known = parent.children.get(key);
      if (known !== undefined) return known;
      const made = {
        element: this.#document.struct(tag.type, optionsOf(tag)),
        children: new Map<string, Element>(),
      };
      parent.element.add(made.element);
      parent.children.set(key, made);
      return made;
    }, part);
  }

  /** A link is an element of the text that it lies in. */
  #adoptLinks(): void {
    const [link, goTo] = [this.#document.link.bind(this.#document), this.#document.goTo.bind(this.#document)];
    const adopt = (says: string, draw: (options: object) => void) => {
      if (this.#current === null) {
        draw({});
        return;
      }
      const element = this.#document.struct("Link");
      this.#current.element.add(element);
      draw({ structParent: element, Contents: new String(says) });
      element.end();
    };
    this.#document.link = (x, y, width, height, url) => {
      adopt(url, (options) => link(x, y, width, height, url, options));
      return this.#document;
    };
    this.#document.goTo = (x, y, width, height, name) => {
      adopt("Within this report", (options) => goTo(x, y, width, height, name, options));
      return this.#document;
    };
  }
}

/** A table and the caption above it, with room for what the cut of a page may do. */
const MAY_GO_ON = 4;

function optionsOf({ alternative, scope }: Tag): Readonly<Record<string, string>> {
  return {
    ...(alternative === undefined ? {} : { alt: alternative }),
    ...(scope === undefined ? {} : { scope }),
  };
}
