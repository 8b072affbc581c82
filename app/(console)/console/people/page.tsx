import type { Metadata } from "next";
import { DoneLine } from "#components/account/entry-sheet.tsx";
import { InvitationsPart, InvitePart, PeoplePart } from "#components/account/people-parts.tsx";
import { ConsolePage } from "#components/console/console-page.tsx";
import { may } from "#core/access/policy.ts";
import { listInvitations } from "#server/services/accounts/invitations.ts";
import { listPeople } from "#server/services/accounts/people.ts";
import { listTeams } from "#server/services/accounts/teams.ts";
import { returnedForms } from "../../../returned-form.tsx";
import { ConsoleAway } from "../../console-away.tsx";
import { forUser } from "../../for-user.tsx";

/** Rendered whole for whoever is signed in, and kept nowhere. */
export const instant = false;

export const metadata: Metadata = { title: "People", robots: { index: false, follow: false } };

const DONE: Readonly<Record<string, string>> = {
  invited: "The invitation is on its way.",
  withdrawn: "The invitation is taken back: its link opens nothing any more.",
  role: "The role is changed.",
  removed: "The account is deleted.",
};

interface PeoplePageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function PeoplePage({ searchParams }: PeoplePageProps) {
  const { done } = await searchParams;
  const line = typeof done === "string" ? DONE[done] : undefined;
  return forUser("people.read", "/console/people", async (user) => {
    const [people, invitations, teams] = await Promise.all([
      listPeople(user),
      listInvitations(user),
      listTeams(user),
    ]);
    if (!people.ok || !invitations.ok || !teams.ok) return <ConsoleAway user={user} heading="People" />;
    const isManaged = may(user, "people.manage");
    const { notice, of } = returnedForms();
    return (
      <ConsolePage user={user} heading="People" about="Who has an account here, and what they may do.">
        {notice ?? (line !== undefined && <DoneLine>{line}</DoneLine>)}
        <PeoplePart people={people.value} ownId={user.id} isManaged={isManaged} />
        <InvitationsPart invitations={invitations.value} isManaged={isManaged} />
        {isManaged && <InvitePart teams={teams.value} returned={of("invite")} />}
      </ConsolePage>
    );
  });
}
