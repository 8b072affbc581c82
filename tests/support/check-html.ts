import { readMarkup } from "./check-markup.ts";

const ALLOWED = new Set(
  (
    "html head meta title style body header nav main footer img p h1 h2 h3 h4 h5 dl dt dd ol ul li a strong em code " +
    "blockquote div table caption thead tbody tr th td figure figcaption hr " +
    "svg desc g rect path circle text tspan ellipse line"
  ).split(" "),
);

/** What is wrong with a report as HTML: markup that is not ours, or anything that could run or fetch. */
export function htmlProblems(html: string): readonly string[] {
  const body = html.replace(/^<!doctype html>\n/, "").trim();
  const named = body.replaceAll(
    /(<\/?)h([1-5])/g,
    (_, open: string, level: string) => `${open}heading${"i".repeat(Number(level))}`,
  );
  const { elements, problem } = readMarkup(named);
  const names = elements.map((name) => (name.startsWith("heading") ? "h1" : name));
  const tags = body.match(/<[a-z][^>]*>/g) ?? [];
  const withoutValues = tags.map((tag) => tag.replaceAll(/"[^"]*"/g, '""'));
  return [
    ...(problem === null ? [] : [problem]),
    ...[...new Set(names)].filter((name) => !ALLOWED.has(name)).map((name) => `an element ${name}`),
    ...withoutValues.filter((tag) => / on[a-z]+=/i.test(tag)).map((tag) => `a handler: ${tag}`),
    ...withoutValues.filter((tag) => / style=/i.test(tag)).map((tag) => `a style: ${tag}`),
    ...tags
      .flatMap((tag) => [...tag.matchAll(/ (?:href|src|xlink:href|action|srcset)="([^"]*)"/g)])
      .map(([, address = ""]) => address)
      .filter(
        (address) =>
          !/^(#[a-z]|https:\/\/seamark\.example\/cases\/[a-z-]+$|data:image\/(png|jpeg);base64,[\w+/=]*$)/.test(
            address,
          ),
      )
      .map((address) => `an address ${address}`),
  ];
}
