import Link from "next/link";

export function SiteFooter() {
  return (
    <footer className="sheet mt-24 pb-10">
      <div className="grid gap-x-10 gap-y-6 border-t border-rule pt-5 text-small text-ink-soft md:grid-cols-[1fr_auto]">
        <p className="max-w-read">
          Seamark publishes documented failures of agreements between components, and keeps a workbench that
          looks for them in yours. What you sketch stays in your browser unless you save or share it.
        </p>
        <ul className="no-print flex flex-wrap gap-x-5">
          <li>
            <Link href="/cases" className="flex min-h-11 items-center">
              All cases
            </Link>
          </li>
          <li>
            <Link href="/method" className="flex min-h-11 items-center">
              How a session goes
            </Link>
          </li>
          <li>
            <Link href="/mechanisms" className="flex min-h-11 items-center">
              Mechanisms
            </Link>
          </li>
          <li>
            <Link href="/situation" className="flex min-h-11 items-center">
              Describe your situation
            </Link>
          </li>
        </ul>
      </div>
    </footer>
  );
}
