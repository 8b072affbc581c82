import { EntrySheet } from "#components/account/entry-sheet.tsx";
import { setPageStatus } from "#server/http/page-status.ts";

/** The page while the database is away. */
export function EntryAway() {
  setPageStatus(503);
  return (
    <EntrySheet heading="This cannot be shown just now" about="Please load the page again in a moment." />
  );
}
