const TAG = /^<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/;
const TEXT = /^[^<&]+|^&(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);/;
const REST = /^<\?[^?]*\?>|^<!--(?!.*--.*-->).*?-->/;
/** What XML cannot hold, however it is written. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** Why a text is not well-formed XML without a document type, as a sentence; null where it is. */
export function whyNotWellFormed(xml: string): string | null {
  if (NOT_XML.test(xml)) return "It has characters that XML cannot hold.";
  const open: string[] = [];
  let rest = xml;
  while (rest !== "") {
    const tag = TAG.exec(rest);
    const [piece] = tag ?? TEXT.exec(rest) ?? REST.exec(rest) ?? [];
    if (piece === undefined) return `This is no markup: ${rest.slice(0, 60)}`;
    const problem = tag === null ? null : follow(tag, open);
    if (problem !== null) return problem;
    rest = rest.slice(piece.length);
  }
  return open.length === 0 ? null : `${open.join(", ")} never ends.`;
}

function follow(
  [whole, isEnd, name = "", attributes = "", isEmpty]: RegExpExecArray,
  open: string[],
): string | null {
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(attributes)) return `A bare & in ${whole}`;
  if (isEnd === "/") return open.pop() === name ? null : `${name} ends where it did not begin.`;
  if (isEmpty === "") open.push(name);
  return null;
}
