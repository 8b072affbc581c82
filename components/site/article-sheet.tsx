import type { ReactNode } from "react";

interface ArticleSheetProps {
  /** A line of soundings above the title. */
  readonly above?: ReactNode;
  readonly title: string;
  readonly dek: string;
  /** What stands under the dek for those who skim. */
  readonly skim?: ReactNode;
  readonly asideLabel: string;
  readonly aside: ReactNode;
  readonly after?: ReactNode;
  /** The text. */
  readonly children: ReactNode;
}

/** The sheet of a long text: its head, what stands beside it, the text in its measure, and what stands after it. */
export function ArticleSheet({
  above,
  title,
  dek,
  skim,
  asideLabel,
  aside,
  after,
  children,
}: ArticleSheetProps) {
  return (
    <article className="sheet">
      <div className="reading-line" aria-hidden="true" />
      <header className="border-b border-rule pb-8 pt-8 md:pb-12 md:pt-14">
        {above !== undefined && <p className="sounding mb-3">{above}</p>}
        <h1 className="max-w-[20ch] display">{title}</h1>
        <p className="mt-5 max-w-read font-serif text-lead text-ink-soft">{dek}</p>
        {skim}
      </header>
      <div className="case-sheet">
        <div className="grid gap-x-10 gap-y-8 pt-8 lg:grid-cols-[11rem_minmax(0,1fr)]">
          <aside aria-label={asideLabel} className="article-aside">
            {aside}
          </aside>
          <div className="min-w-0">
            <div className="reading">{children}</div>
            {after}
          </div>
        </div>
      </div>
    </article>
  );
}
