import type { Metadata } from "next";
import { ClosedLink, EntrySheet } from "#components/account/entry-sheet.tsx";
import { ResetForm } from "#components/account/entry-forms.tsx";
import { setPageStatus } from "#server/http/page-status.ts";
import { findReset } from "#server/services/accounts/reset-password.ts";
import { returnedForms } from "../../../returned-form.tsx";
import { EntryAway } from "../../entry-away.tsx";

/** Rendered whole for each request: it must not need scripts. Looking at it does not use the link. */
export const instant = false;

export const metadata: Metadata = { title: "New password", robots: { index: false, follow: false } };

interface ResetPageProps {
  readonly params: Promise<{ readonly token: string }>;
}

export default async function ResetPage({ params }: ResetPageProps) {
  const { token } = await params;
  const person = await findReset(token);
  if (!person.ok) return <EntryAway />;
  if (person.value === undefined) {
    setPageStatus(404);
    return (
      <ClosedLink>
        You can <a href="/forgotten">ask for another one</a>.
      </ClosedLink>
    );
  }
  const { notice, of } = returnedForms();
  return (
    <EntrySheet
      heading="Choose a new password"
      about="With it every sign-in of this account ends, here and elsewhere."
      notice={notice}
    >
      <ResetForm returned={of("")} email={person.value.email} />
    </EntrySheet>
  );
}
