/** The names of the elements in a piece of XML, or the first place where it is not well-formed. */
export function readMarkup(xml: string): {
  readonly elements: readonly string[];
  readonly problem: string | null;
} {
  const elements: string[] = [];
  const bare = xml.search(/&(?!(?:amp|lt|gt|quot|#39);)/);
  if (bare !== -1) return { elements, problem: `bare & at ${bare}` };
  const open: string[] = [];
  const token = /<(\/?)([a-z]+)((?: [a-zA-Z][a-zA-Z0-9:-]*="[^"<]*")*)(\/?)>|([^<]+)/gy;
  let at = 0;
  for (let match = token.exec(xml); match !== null; match = token.exec(xml)) {
    at = token.lastIndex;
    const [, closing, name = "", , empty] = match;
    if (closing === "/" && open.pop() !== name)
      return { elements, problem: `unexpected </${name}> at ${at}` };
    if (closing === "" && name !== "") {
      elements.push(name);
      if (empty === "") open.push(name);
    }
  }
  if (at !== xml.length) return { elements, problem: `not markup at ${at}: ${xml.slice(at, at + 40)}` };
  return { elements, problem: open.length === 0 ? null : `never closed: ${open.join(", ")}` };
}
