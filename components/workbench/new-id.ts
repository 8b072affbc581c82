/** An id of the sketch format that nobody else makes at the same time. */
export function newId(prefix: string): string {
  const random = crypto.getRandomValues(new Uint8Array(10));
  return `${prefix}-${Array.from(random, (byte) => (byte % 36).toString(36)).join("")}`;
}
