import Link from "next/link";
import { Seamark } from "./seamark.tsx";
import { SiteMenu } from "./site-menu.tsx";

interface Way {
  readonly href: string;
  readonly label: string;
  /** Where it still stands when the sheet gets narrow; beyond that it is in the menu. */
  readonly shown?: string;
}

const WIDE = "max-md:hidden";

const WAYS: readonly Way[] = [
  { href: "/cases", label: "Cases" },
  { href: "/patterns", label: "Patterns", shown: WIDE },
  { href: "/figures", label: "Figures", shown: "max-[54rem]:hidden" },
  { href: "/method", label: "Method", shown: WIDE },
  { href: "/workbench", label: "Workbench", shown: WIDE },
  { href: "/search", label: "Search", shown: "max-[22rem]:hidden" },
  { href: "/situation", label: "Describe your situation", shown: WIDE },
];

const IN_MENU: readonly Way[] = [
  { href: "/cases", label: "Cases" },
  { href: "/workbench", label: "Workbench" },
  { href: "/patterns", label: "Patterns" },
  { href: "/method", label: "Method" },
  { href: "/mechanisms", label: "Mechanisms" },
  { href: "/essay", label: "Essay" },
  { href: "/figures", label: "Figures" },
  { href: "/glossary", label: "Glossary" },
  { href: "/zones", label: "Zones" },
  { href: "/search", label: "Search" },
];

/** Its ways are not fetched beforehand: whoever reads would pay for eight pages in order to open one. */
export function SiteHeader() {
  return (
    <header className="no-print relative">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:left-4 focus:top-4 focus:z-10 focus:bg-paper focus:px-4 focus:py-2"
      >
        Skip to the text
      </a>
      <div className="neatline" aria-hidden="true" />
      <div className="sheet flex items-center justify-between gap-x-4 py-3 md:gap-x-8">
        <Link
          href="/"
          prefetch={false}
          className="flex min-h-11 items-center gap-2.5 font-serif text-lead no-underline"
        >
          <Seamark />
          Seamark
        </Link>
        <nav aria-label="Main">
          <ul className="-mx-2 flex text-small">
            {WAYS.map(({ shown, ...way }) => (
              <li key={way.href} className={shown}>
                <WayLink {...way} />
              </li>
            ))}
            <li className="md:hidden">
              <SiteMenu>
                <div className="absolute inset-x-0 top-full z-10 border-b border-ink bg-paper">
                  <ul className="sheet grid grid-cols-2 gap-x-6 pb-4 [&_a]:px-0">
                    {IN_MENU.map((way) => (
                      <li key={way.href} className="border-t border-hairline">
                        <WayLink {...way} />
                      </li>
                    ))}
                    <li className="col-span-2 border-t border-hairline">
                      <WayLink href="/situation" label="Describe your situation" />
                    </li>
                  </ul>
                </div>
              </SiteMenu>
            </li>
          </ul>
        </nav>
      </div>
    </header>
  );
}

function WayLink({ href, label }: Way) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="flex min-h-11 items-center px-2 whitespace-nowrap decoration-transparent"
    >
      {label}
    </Link>
  );
}
