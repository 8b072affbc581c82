import type { MechanismSource } from "#core/diagnosis/mechanism.ts";

/** Published documents that show a mechanism, each with what in it does. */
export function MechanismSources({ sources }: { readonly sources: readonly MechanismSource[] }) {
  return (
    <ul className="grid max-w-read gap-y-5 text-small">
      {sources.map(({ title, publisher, url, supports }) => (
        <li key={url}>
          <a href={url}>{title}</a>
          <span className="text-ink-soft">, {publisher}</span>
          <p className="mt-1 text-ink-soft">{supports}</p>
        </li>
      ))}
    </ul>
  );
}
