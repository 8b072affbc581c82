import { ConsolePage } from "#components/console/console-page.tsx";
import type { User } from "#core/access/policy.ts";
import { setPageStatus } from "#server/http/page-status.ts";

/** A page of the console while the database is away. */
export function ConsoleAway({ user, heading }: { readonly user: User; readonly heading: string }) {
  setPageStatus(503);
  return (
    <ConsolePage user={user} heading={heading}>
      <p>This cannot be shown just now. Please load the page again in a moment.</p>
    </ConsolePage>
  );
}
