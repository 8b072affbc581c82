import type { ReactNode } from "react";
import type { User } from "#core/access/policy.ts";
import { ConsoleHeader } from "./console-header.tsx";

interface ConsolePageProps {
  readonly user: User;
  readonly heading: string;
  /** One sentence under the heading. */
  readonly about?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every page of the console and of the account. */
export function ConsolePage({ user, heading, about, children }: ConsolePageProps) {
  return (
    <>
      <ConsoleHeader user={user} />
      <main id="main" tabIndex={-1} className="sheet pb-24 outline-none">
        <header className="py-6 md:py-8">
          <h1 className="font-serif text-title font-[560] wrap-anywhere">{heading}</h1>
          {about !== undefined && <p className="mt-2 max-w-read text-small text-ink-soft">{about}</p>}
        </header>
        {children}
      </main>
    </>
  );
}
