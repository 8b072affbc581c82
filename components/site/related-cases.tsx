import Link from "next/link";
import type { RelatedCase } from "#core/series/relations.ts";
import { sayRelation } from "./wording.ts";

/** The cases that stand in a relation to one, each with what it consists in. */
export function RelatedCases({ related }: { readonly related: readonly RelatedCase[] }) {
  return (
    <ul className="grid gap-y-4">
      {related.map(({ type, isBacklink, entry, because }) => (
        <li key={entry.matter.id}>
          <p className="sounding">{sayRelation(type, isBacklink)}</p>
          <p className="font-serif text-read">
            <Link href={`/cases/${entry.matter.slug}`}>{entry.matter.title}</Link>
          </p>
          <p className="text-small text-ink-soft">{because}</p>
        </li>
      ))}
    </ul>
  );
}
