import type { Metadata } from "next";
import { ClosedLink, EntrySheet } from "#components/account/entry-sheet.tsx";
import { InvitationForm } from "#components/account/entry-forms.tsx";
import { ROLE_IN_WORDS } from "#core/access/role-in-words.ts";
import { setPageStatus } from "#server/http/page-status.ts";
import { findInvitation } from "#server/services/accounts/invitations.ts";
import { returnedForms } from "../../../returned-form.tsx";
import { EntryAway } from "../../entry-away.tsx";

/** Rendered whole for each request: it must not need scripts. Looking at it does not use the link. */
export const instant = false;

export const metadata: Metadata = { title: "Invitation", robots: { index: false, follow: false } };

interface InvitationPageProps {
  readonly params: Promise<{ readonly token: string }>;
}

export default async function InvitationPage({ params }: InvitationPageProps) {
  const { token } = await params;
  const invitation = await findInvitation(token);
  if (!invitation.ok) return <EntryAway />;
  if (invitation.value === undefined) {
    setPageStatus(404);
    return <ClosedLink>Ask whoever invited you for another one.</ClosedLink>;
  }
  const { email, role, teamName } = invitation.value;
  const { notice, of } = returnedForms();
  return (
    <EntrySheet
      heading="You are invited"
      about={
        <>
          Your account would be that of {ROLE_IN_WORDS[role].one}, who {ROLE_IN_WORDS[role].may}.
          {teamName !== null && <> You would be in the team “{teamName}”.</>}
        </>
      }
      notice={notice}
    >
      <InvitationForm returned={of("")} email={email} />
    </EntrySheet>
  );
}
