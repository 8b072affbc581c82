import type { Metadata } from "next";
import type { User } from "#core/access/policy.ts";
import { DoneLine } from "#components/account/entry-sheet.tsx";
import { AddMemberPart, MembersPart, RenameTeamPart } from "#components/account/team-parts.tsx";
import { ConsolePage } from "#components/console/console-page.tsx";
import { findTeam, type TeamSheet } from "#server/services/accounts/teams.ts";
import { returnedForms } from "../../../../returned-form.tsx";
import { ConsoleAway } from "../../../console-away.tsx";
import { forUser, notHere } from "../../../for-user.tsx";

/** Rendered whole for whoever is signed in, and kept nowhere. */
export const instant = false;

export const metadata: Metadata = { title: "Team", robots: { index: false, follow: false } };

const DONE: Readonly<Record<string, string>> = {
  renamed: "The name is saved.",
  added: "They are in the team now.",
  invited: "Nobody had an account of this address, so an invitation is on its way.",
  removed: "They are no longer in the team.",
  lead: "This is saved.",
};

interface TeamPageProps {
  readonly params: Promise<{ readonly team: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function TeamPage({ params, searchParams }: TeamPageProps) {
  const [{ team: id }, { done }] = await Promise.all([params, searchParams]);
  const line = typeof done === "string" ? DONE[done] : undefined;
  return forUser("team.use", `/console/teams/${id}`, async (user) => {
    const team = await findTeam(user, id);
    if (!team.ok) return <ConsoleAway user={user} heading="Team" />;
    return team.value === undefined ? notHere() : <Team user={user} team={team.value} line={line} />;
  });
}

interface TeamProps {
  readonly user: User;
  readonly team: TeamSheet;
  readonly line: string | undefined;
}

function Team({ user, team: { id, name, members, isManaged, invitations }, line }: TeamProps) {
  const { notice, of } = returnedForms();
  return (
    <ConsolePage user={user} heading={name} about="Everybody in a team may open and change its sketches.">
      {notice ?? (line !== undefined && <DoneLine>{line}</DoneLine>)}
      <MembersPart teamId={id} members={members} ownId={user.id} isManaged={isManaged} />
      {isManaged && <AddMemberPart teamId={id} invitations={invitations} returned={of("add")} />}
      {isManaged && <RenameTeamPart teamId={id} name={name} returned={of("rename")} />}
    </ConsolePage>
  );
}
