import { publishedAddresses, type PublishedAddress } from "../published-addresses.ts";
import { SITE_ADDRESS } from "../site-address.ts";

/** The site for language models, in the form of llmstxt.org: what there is, and where it is as Markdown. */
export function GET(): Response {
  const { cases, patterns, mechanisms, figures, pages } = publishedAddresses();
  const text = [
    "# Seamark",
    "> Production systems fail at seams: places where two healthy components must agree on something that nobody wrote down. Each case is a standing claim with sources, a version and a status.",
    section("Cases", cases, (path) => `${path}/case.md`),
    section("Patterns", patterns),
    section("Mechanisms", mechanisms),
    section("Figures", figures),
    section("Pages", pages),
    "",
  ].join("\n\n");
  return new Response(text, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}

function section(
  heading: string,
  addresses: readonly PublishedAddress[],
  pathOf = (path: string) => path,
): string {
  const lines = addresses.map(
    ({ path, title, says }) => `- [${title}](${SITE_ADDRESS}${pathOf(path)}): ${says}`,
  );
  return [`## ${heading}`, lines.join("\n")].join("\n\n");
}
