import type { Block } from "../report-document.ts";
import { bullets, paragraph, table, type Words } from "./block.ts";

/** Where to find what is too much to be read: the file for machines leaves nothing out. */
export const IN_THE_FILE = "the file of the findings (JSON) holds everything of all of them.";

/** Longer than anybody reads. */
const LONGEST_LIST = 100;

/** A list as far as it is read, and how much more there is. */
export function listed(items: readonly Words[]): readonly Block[] {
  const more = items.length - LONGEST_LIST;
  if (more <= 0) return bullets(items);
  return [
    ...bullets(items.slice(0, LONGEST_LIST)),
    paragraph(`These are the first ${LONGEST_LIST} of ${items.length}; ${IN_THE_FILE}`),
  ];
}

/** About twelve pages of an inventory, and more than anybody looks through on paper. */
const LONGEST_TABLE = 500;

/** A table as far as it is looked through, and how much more there is. */
export function tabled(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Words[])[],
): readonly Block[] {
  const more = rows.length - LONGEST_TABLE;
  if (more <= 0) return table(caption, head, rows);
  return [
    ...table(caption, head, rows.slice(0, LONGEST_TABLE)),
    paragraph(`These are the first ${LONGEST_TABLE} of ${rows.length}; ${IN_THE_FILE}`),
  ];
}
