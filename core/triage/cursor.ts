/** Where a page of the inbox ended. */
export interface Cursor {
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
  readonly id: string;
}

export function writeCursor({ receivedAt, id }: Cursor): string {
  return `${receivedAt}.${id}`;
}

/** Of a text that has the form of one (filters.schema.ts). */
export function readCursorText(text: string): Cursor {
  const at = text.indexOf(".");
  return { receivedAt: Number(text.slice(0, at)), id: text.slice(at + 1) };
}
