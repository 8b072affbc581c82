interface ContentsProps {
  readonly label: string;
  readonly parts: readonly { readonly id: string; readonly heading: string }[];
}

/** The parts of a text. On narrow screens they fold away until they are asked for. */
export function Contents({ label, parts }: ContentsProps) {
  const list = (
    <ol className="contents">
      {parts.map(({ id, heading }) => (
        <li key={id}>
          <a href={`#${id}`}>{heading}</a>
        </li>
      ))}
    </ol>
  );
  return (
    <nav aria-label={label} className="no-print">
      <details className="fold lg:hidden">
        <summary className="text-small font-semibold">Contents</summary>
        {list}
      </details>
      <div className="hidden lg:block">{list}</div>
    </nav>
  );
}
