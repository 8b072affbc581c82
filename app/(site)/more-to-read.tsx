import Link from "next/link";
import { pages } from "#content/generated/pages.ts";
import { patterns } from "#content/generated/patterns.ts";
import { invariant } from "#core/invariant.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { MODELS } from "#core/simulation/models.ts";

interface Collection {
  readonly href: string;
  readonly name: string;
  readonly says: string;
  /** How many there are, or what it is. */
  readonly sounding: string;
}

function collections(): readonly Collection[] {
  const essay = pages.find(({ matter }) => matter.slug === "essay");
  invariant(essay !== undefined, "content/pages has the essay");
  return [
    {
      href: "/patterns",
      name: "Patterns",
      says: "Structural moves and practices: what to build, under which condition it is valid, and how it fails.",
      sounding: `${patterns.length} patterns`,
    },
    {
      href: "/mechanisms",
      name: "Mechanisms",
      says: "The ways in which an unstated invariant turns into a failure, and how each looks in a sketch.",
      sounding: `${CATALOGUE.length} mechanisms`,
    },
    {
      href: "/figures",
      name: "Figures",
      says: "Small models of such failures: two ways to build the same thing, side by side, to be tried out.",
      sounding: `${MODELS.length} models`,
    },
    { href: "/essay", name: essay.matter.title, says: essay.matter.dek, sounding: "essay" },
  ];
}

/** What the series holds besides its cases. */
export function MoreToRead() {
  return (
    <ul className="grid gap-x-12 md:grid-cols-2">
      {collections().map(({ href, name, says, sounding }) => (
        <li
          key={href}
          className="border-t border-hairline pb-6 pt-4 first:border-t-0 first:pt-0 md:[&:nth-child(2)]:border-t-0 md:[&:nth-child(2)]:pt-0"
        >
          <p className="sounding">{sounding}</p>
          <h3 className="mt-1 font-serif text-lead">
            <Link href={href} className="decoration-hairline">
              {name}
            </Link>
          </h3>
          <p className="mt-1 text-ink-soft">{says}</p>
        </li>
      ))}
    </ul>
  );
}
