import Link from "next/link";
import { WayLink } from "./way-link.tsx";
import { may, type Action, type User } from "#core/access/policy.ts";

interface Way {
  readonly href: string;
  readonly label: string;
  readonly action: Action;
  /** Pages that belong to it and lie elsewhere. */
  readonly also?: string;
}

const WAYS: readonly Way[] = [
  { href: "/console", label: "Inbox", action: "situation.read", also: "/console/situations" },
  { href: "/console/reports", label: "Reports of errors", action: "error-report.read" },
  { href: "/console/deliveries", label: "Deliveries", action: "delivery.read" },
  { href: "/console/sketches", label: "Sketches", action: "document.use" },
  { href: "/console/engagements", label: "Engagements", action: "engagement.use" },
  { href: "/console/teams", label: "Teams", action: "team.use" },
  { href: "/console/people", label: "People", action: "people.read" },
  { href: "/console/audit", label: "Audit", action: "audit.read" },
];

/** Where one is in the console, and where one may go. */
export function ConsoleHeader({ user }: { readonly user: User }) {
  return (
    <header className="no-print">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:left-4 focus:top-4 focus:z-10 focus:bg-paper focus:px-4 focus:py-2"
      >
        Skip to the page
      </a>
      <div className="neatline" aria-hidden="true" />
      <div className="sheet flex flex-wrap items-center justify-between gap-x-8 py-2 text-small">
        <Link
          href="/"
          prefetch={false}
          className="flex min-h-11 items-center font-serif text-lead no-underline"
        >
          Seamark
        </Link>
        <nav aria-label="Console" className="-mx-2">
          <ul className="flex flex-wrap">
            {WAYS.filter(({ action }) => may(user, action)).map(({ href, label, also }) => (
              <li key={href}>
                <WayLink href={href} label={label} also={also} />
              </li>
            ))}
          </ul>
        </nav>
        <div className="flex min-w-0 items-center gap-x-4">
          <Link href="/account" prefetch={false} className="flex min-h-11 min-w-0 items-center wrap-anywhere">
            {user.name}
          </Link>
          <form method="post" action="/sign-out">
            <button type="submit" className="action action-quiet">
              Sign out
            </button>
          </form>
        </div>
      </div>
    </header>
  );
}
