import layoutDocument from "@react-pdf/layout";
import type { Fonts } from "../fonts/fonts.ts";
import { node, type PdfNode } from "./node.ts";
import { A4, MARGIN, type Sheet } from "./sheet.ts";

/** The nodes of one stretch of the document, set on as many pages as it takes. */
export async function layOut(
  nodes: readonly PdfNode[],
  fonts: Fonts,
  sheet: Sheet = A4,
): Promise<readonly PdfNode[]> {
  const page = node(
    "PAGE",
    {
      paddingTop: MARGIN.top,
      paddingBottom: MARGIN.bottom,
      paddingLeft: MARGIN.left,
      paddingRight: MARGIN.right,
    },
    { size: { width: sheet.width, height: sheet.height }, experimentalPagination: true },
    nodes,
  );
  const laidOut = await layOutDocument([page], fonts);
  return laidOut;
}

/** Pages that are set already, one node each; none of them may need a second. */
export async function layOutDocument(pages: readonly PdfNode[], fonts: Fonts): Promise<readonly PdfNode[]> {
  const root = node("DOCUMENT", {}, {}, pages);
  // Its declaration knows the document alone; the fonts are its second argument all the same.
  const layout = layoutDocument as unknown as (root: PdfNode, fonts: unknown) => Promise<PdfNode>;
  return (await layout(root, fonts.store)).children;
}

/** Calls back for every node below, and itself, with the page coordinates of its corner. */
export function visit(
  from: PdfNode,
  callback: (found: PdfNode, top: number, left: number) => void,
  top = 0,
  left = 0,
): void {
  const [here, there] = [top + (from.box.top ?? 0), left + (from.box.left ?? 0)];
  callback(from, here, there);
  for (const child of from.children) visit(child, callback, here, there);
}
