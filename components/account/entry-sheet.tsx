import type { ReactNode } from "react";

interface EntrySheetProps {
  readonly heading: string;
  readonly about?: ReactNode;
  /** What a refused form is told, or what was done. */
  readonly notice?: ReactNode;
  readonly children?: ReactNode;
}

/** One question to somebody at the door. */
export function EntrySheet({ heading, about, notice, children }: EntrySheetProps) {
  return (
    <div className="sheet pb-24">
      <div className="mx-auto max-w-96 py-10 md:py-16">
        {notice}
        <h1 className="font-serif text-title font-[560]">{heading}</h1>
        {about !== undefined && <p className="mt-3 text-base text-ink-soft">{about}</p>}
        {children !== undefined && <div className="mt-8">{children}</div>}
      </div>
    </div>
  );
}

/** What was done, in one quiet sentence. */
export function DoneLine({ children }: { readonly children: ReactNode }) {
  return (
    <p role="status" className="mb-8 max-w-read border-y border-ink py-3">
      {children}
    </p>
  );
}

/** A link that opens nothing: used, expired, withdrawn or cut short. Nobody is told which. */
export function ClosedLink({ children }: { readonly children: ReactNode }) {
  return (
    <EntrySheet
      heading="This link opens nothing"
      about="It was used already, its time is over, it was taken back, or a part of it got lost on the way."
    >
      <p>{children}</p>
    </EntrySheet>
  );
}
