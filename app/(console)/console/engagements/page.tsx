import type { Metadata } from "next";
import { EngagementList, EngagementSearch } from "#components/account/engagements/engagement-list.tsx";
import { NewEngagementPart } from "#components/account/engagements/engagement-words.tsx";
import { DoneLine } from "#components/account/entry-sheet.tsx";
import { ConsolePage } from "#components/console/console-page.tsx";
import { listTeams } from "#server/services/accounts/teams.ts";
import { listEngagements } from "#server/services/engagements.ts";
import { returnedForms } from "../../../returned-form.tsx";
import { ConsoleAway } from "../../console-away.tsx";
import { forUser } from "../../for-user.tsx";

/** Rendered whole for whoever is signed in, and kept nowhere. */
export const instant = false;

export const metadata: Metadata = { title: "Engagements", robots: { index: false, follow: false } };

const ABOUT =
  "Sketches, situations and reports, together for each client. What is in an engagement can be opened by whoever could open it before.";

interface EngagementsPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function EngagementsPage({ searchParams }: EngagementsPageProps) {
  const { done, words: given } = await searchParams;
  const words = typeof given === "string" ? given.trim().slice(0, 100) : "";
  return forUser("engagement.use", "/console/engagements", async (user) => {
    const [listed, teams] = await Promise.all([listEngagements(user, { words }), listTeams(user)]);
    if (!listed.ok || !teams.ok) return <ConsoleAway user={user} heading="Engagements" />;
    const { engagements } = listed.value;
    const [open, closed] = [
      engagements.filter(({ closedAt }) => closedAt === null),
      engagements.filter(({ closedAt }) => closedAt !== null),
    ];
    const { notice, of } = returnedForms();
    const none = words === "" ? NONE : "No open engagement has these words in its client or note.";
    return (
      <ConsolePage user={user} heading="Engagements" about={ABOUT}>
        {notice ?? (done === "deleted" && <DoneLine>The engagement is deleted.</DoneLine>)}
        {(engagements.length > 0 || words !== "") && <EngagementSearch words={words} />}
        <EngagementList heading="Open" engagements={open} ownId={user.id} none={none} />
        {closed.length > 0 && (
          <EngagementList heading="Closed" engagements={closed} ownId={user.id} none="" />
        )}
        <NewEngagementPart teams={teams.value.filter(({ isMember }) => isMember)} returned={of("create")} />
      </ConsolePage>
    );
  });
}

const NONE =
  "There is none yet. An engagement keeps together what you do for one client: the sketches, the situations and the reports you handed over.";
