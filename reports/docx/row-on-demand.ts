import { TableRow, type IContext, type IXmlableObject, type TableCell } from "docx";

/**
 * A row whose cells are made when it is written, and not kept: the long tables of a report hold ten thousand cells of
 * twenty objects each, which take a hundred megabytes when all wait for the last.
 */
export class RowOnDemand extends TableRow {
  readonly #cells: () => readonly TableCell[];

  constructor(cells: () => readonly TableCell[]) {
    super({ children: [] });
    this.#cells = cells;
  }

  override prepForXml(context: IContext): IXmlableObject {
    const cells = this.#cells;
    const at = { ...context, stack: [...context.stack] };
    return {
      get "w:tr"(): unknown {
        const row = new TableRow({ cantSplit: true, children: cells() });
        return row.prepForXml(at)?.["w:tr"] as unknown;
      },
    };
  }
}
