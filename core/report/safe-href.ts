/** Longer addresses are no links of ours. */
const LONGEST = 2_000;

/** An address that may be a link: https, http, mailto, or a place in the document; null for everything else. */
export function safeHref(href: string | undefined): string | null {
  if (href === undefined || href.length > LONGEST) return null;
  if (/^#[a-z][a-z0-9-]*$/.test(href)) return href;
  return /^(https?:\/\/|mailto:)[\w.~:/?#@!$&'()*+,;=%-]+$/i.test(href) ? href : null;
}
