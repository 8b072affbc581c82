import Link from "next/link";
import { Seamark } from "./seamark.tsx";

const WAYS = [
  { href: "/cases", label: "Cases" },
  { href: "/patterns", label: "Patterns" },
  { href: "/method", label: "Method" },
  { href: "/workbench", label: "Workbench" },
  { href: "/search", label: "Search" },
  { href: "/situation", label: "Describe your situation" },
] as const;

/** Its ways are not fetched beforehand: whoever reads would pay for eight pages in order to open one. */
export function SiteHeader() {
  return (
    <header className="no-print">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:left-4 focus:top-4 focus:z-10 focus:bg-paper focus:px-4 focus:py-2"
      >
        Skip to the text
      </a>
      <div className="neatline" aria-hidden="true" />
      <div className="sheet flex flex-wrap items-center justify-between gap-x-8 gap-y-1 py-3">
        <Link
          href="/"
          prefetch={false}
          className="flex min-h-11 items-center gap-2.5 font-serif text-lead no-underline"
        >
          <Seamark />
          Seamark
        </Link>
        <nav aria-label="Main">
          <ul className="-mx-2 flex flex-wrap text-small">
            {WAYS.map(({ href, label }) => (
              <li key={href}>
                <Link
                  href={href}
                  prefetch={false}
                  className="flex min-h-9 items-center px-2 decoration-transparent md:min-h-11"
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}
