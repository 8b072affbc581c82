import type { Run } from "#core/report/report-document.ts";

/** Nothing but addresses of the web and of mail, and headings of the report, is ever a link. */
export function linkOf({ href }: Run): string | null {
  if (href === undefined) return null;
  return /^(?:https?:\/\/|mailto:|#[\w-]+$)/i.test(href) && !/[\p{Cc}\s]/u.test(href) ? href : null;
}
