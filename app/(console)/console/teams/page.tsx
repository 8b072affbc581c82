import type { Metadata } from "next";
import { DoneLine } from "#components/account/entry-sheet.tsx";
import { CreateTeamPart, TeamsPart } from "#components/account/team-parts.tsx";
import { ConsolePage } from "#components/console/console-page.tsx";
import { may } from "#core/access/policy.ts";
import { listTeams } from "#server/services/accounts/teams.ts";
import { returnedForms } from "../../../returned-form.tsx";
import { ConsoleAway } from "../../console-away.tsx";
import { forUser } from "../../for-user.tsx";

/** Rendered whole for whoever is signed in, and kept nowhere. */
export const instant = false;

export const metadata: Metadata = { title: "Teams", robots: { index: false, follow: false } };

interface TeamsPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function TeamsPage({ searchParams }: TeamsPageProps) {
  const { done } = await searchParams;
  return forUser("team.use", "/console/teams", async (user) => {
    const teams = await listTeams(user);
    if (!teams.ok) return <ConsoleAway user={user} heading="Teams" />;
    const { notice, of } = returnedForms();
    return (
      <ConsolePage user={user} heading="Teams" about="Everybody in a team may open and change its sketches.">
        {notice ?? (done === "removed" && <DoneLine>You left the team.</DoneLine>)}
        <TeamsPart teams={teams.value} />
        {may(user, "team.create") && <CreateTeamPart returned={of("create")} />}
      </ConsolePage>
    );
  });
}
