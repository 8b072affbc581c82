import Link from "next/link";

const WAYS = [
  { href: "/cases", label: "Cases" },
  { href: "/patterns", label: "Patterns" },
  { href: "/mechanisms", label: "Mechanisms" },
  { href: "/zones", label: "Zones" },
  { href: "/figures", label: "Figures" },
  { href: "/method", label: "How a session goes" },
  { href: "/essay", label: "Essay" },
  { href: "/glossary", label: "Glossary" },
  { href: "/colophon", label: "How it is made" },
  { href: "/situation", label: "Describe your situation" },
  { href: "/search", label: "Search" },
  { href: "/feed.xml", label: "RSS feed" },
  { href: "/sign-in", label: "Sign in" },
] as const;

export function SiteFooter() {
  return (
    <footer className="sheet mt-24 pb-10">
      <div className="grid gap-x-10 gap-y-6 border-t border-rule pt-5 text-small text-ink-soft md:grid-cols-[1fr_auto]">
        <p className="max-w-read">
          Seamark publishes documented failures of agreements between components, and keeps a workbench that
          looks for them in yours. What you sketch stays in your browser unless you save or share it.
        </p>
        <ul className="no-print grid content-start md:-mt-2 grid-cols-2 gap-x-10 sm:grid-cols-3">
          {WAYS.map(({ href, label }) => (
            <li key={href}>
              <Link href={href} prefetch={false} className="flex min-h-9 items-center decoration-hairline">
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}
