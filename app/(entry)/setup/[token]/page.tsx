import type { Metadata } from "next";
import { ClosedLink, EntrySheet } from "#components/account/entry-sheet.tsx";
import { SetupForm } from "#components/account/entry-forms.tsx";
import { setPageStatus } from "#server/http/page-status.ts";
import { isSetupOpen } from "#server/services/accounts/set-up-owner.ts";
import { returnedForms } from "../../../returned-form.tsx";
import { EntryAway } from "../../entry-away.tsx";

/** Rendered whole for each request: it must not need scripts. Looking at it does not use the link. */
export const instant = false;

export const metadata: Metadata = { title: "First owner", robots: { index: false, follow: false } };

interface SetupPageProps {
  readonly params: Promise<{ readonly token: string }>;
}

export default async function SetupPage({ params }: SetupPageProps) {
  const { token } = await params;
  const isOpen = await isSetupOpen(token);
  if (!isOpen.ok) return <EntryAway />;
  if (!isOpen.value) {
    setPageStatus(404);
    return <ClosedLink>While there is no owner, each start of the product prints a new one.</ClosedLink>;
  }
  const { notice, of } = returnedForms();
  return (
    <EntrySheet
      heading="Become the first owner"
      about="This installation belongs to nobody yet. Its owner invites everybody else."
      notice={notice}
    >
      <SetupForm returned={of("")} />
    </EntrySheet>
  );
}
