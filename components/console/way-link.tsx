"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

interface WayLinkProps {
  readonly href: string;
  readonly label: string;
  /** Pages that belong to it and lie elsewhere. */
  readonly also?: string | undefined;
}

/** A way of the console, marked while one is on it. */
export function WayLink({ href, label, also }: WayLinkProps) {
  const path = usePathname();
  const isThere = (place: string) => path === place || path.startsWith(`${place}/`);
  const isHere = also === undefined ? isThere(href) : path === href || isThere(also);
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={isHere ? "page" : undefined}
      className="flex min-h-11 items-center border-b-2 border-transparent px-2 whitespace-nowrap decoration-transparent aria-[current]:border-ink aria-[current]:font-semibold"
    >
      {label}
    </Link>
  );
}
