/** Reads a table as RFC 4180 has it; throws where it is none. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = /"((?:[^"]|"")*)"(,|\r\n)/y;
    const plain = /([^",\r\n]*)(,|\r\n)/y;
    quoted.lastIndex = plain.lastIndex = at;
    const cell = text[at] === '"' ? quoted.exec(text) : plain.exec(text);
    if (cell === null) throw new Error(`not a cell at ${at}: ${text.slice(at, at + 40)}`);
    row.push(text[at] === '"' ? (cell[1] ?? "").replaceAll('""', '"') : (cell[1] ?? ""));
    at += cell[0].length;
    if (cell[2] === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
