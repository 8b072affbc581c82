import type { Metadata } from "next";
import {
  EngagementDocumentsPart,
  EngagementSituationsPart,
} from "#components/account/engagements/engagement-contents.tsx";
import {
  EngagementEndPart,
  EngagementReportsPart,
} from "#components/account/engagements/engagement-reports.tsx";
import {
  EngagementTeamPart,
  EngagementWordsPart,
} from "#components/account/engagements/engagement-words.tsx";
import { DoneLine } from "#components/account/entry-sheet.tsx";
import { ConsolePage } from "#components/console/console-page.tsx";
import type { User } from "#core/access/policy.ts";
import { OneEngagement } from "#core/engagements/engagement.schema.ts";
import type { EngagementSheet } from "#core/engagements/engagement-view.ts";
import { findEngagement } from "#server/services/engagements.ts";
import { returnedForms } from "../../../../returned-form.tsx";
import { ConsoleAway } from "../../../console-away.tsx";
import { forUser, notHere } from "../../../for-user.tsx";

/** Rendered whole for whoever is signed in, and kept nowhere. */
export const instant = false;

export const metadata: Metadata = { title: "Engagement", robots: { index: false, follow: false } };

const DONE: Readonly<Record<string, string>> = {
  changed: "Client and note are saved.",
  shared: "It is seen by whom you chose.",
  closed: "The engagement is closed.",
  reopened: "The engagement is open again.",
  added: "It is in the engagement now.",
  removed: "It is out of the engagement, and stays where it was before.",
  "report-removed": "The report is removed.",
};

interface EngagementPageProps {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function EngagementPage({ params, searchParams }: EngagementPageProps) {
  const [{ id }, { done }] = await Promise.all([params, searchParams]);
  const line = typeof done === "string" && Object.hasOwn(DONE, done) ? DONE[done] : undefined;
  return forUser("engagement.use", `/console/engagements/${encodeURIComponent(id)}`, async (user) => {
    const asked = OneEngagement.safeParse({ id });
    if (!asked.success) return notHere();
    const found = await findEngagement(user, asked.data);
    if (found.ok) return <Engagement user={user} engagement={found.value} line={line} />;
    return found.error.kind === "not-found" ? notHere() : <ConsoleAway user={user} heading="Engagement" />;
  });
}

interface EngagementProps {
  readonly user: User;
  readonly engagement: EngagementSheet;
  readonly line: string | undefined;
}

function Engagement({ user, engagement, line }: EngagementProps) {
  const { notice, of } = returnedForms();
  return (
    <ConsolePage user={user} heading={engagement.client} about={<Standing {...{ engagement, user }} />}>
      {notice ?? (line !== undefined && <DoneLine>{line}</DoneLine>)}
      {engagement.note !== "" && (
        <p dir="auto" className="visitor-text mb-8">
          {engagement.note}
        </p>
      )}
      <EngagementDocumentsPart engagement={engagement} ownId={user.id} />
      <EngagementSituationsPart engagement={engagement} />
      <EngagementReportsPart engagement={engagement} />
      <EngagementWordsPart engagement={engagement} returned={of("change")} />
      <EngagementTeamPart engagement={engagement} />
      <EngagementEndPart engagement={engagement} />
    </ConsolePage>
  );
}

/** Whose it is, who else sees it, and since when. */
function Standing({ engagement, user }: Pick<EngagementProps, "engagement" | "user">) {
  const { owner, team, createdAt, closedAt } = engagement;
  const whose = owner.id === user.id ? "Yours" : `Of ${owner.name}`;
  const shared = team === null ? "" : `, shared with ${team.name}`;
  const until = closedAt === null ? "" : `, closed ${closedAt.slice(0, 10)}`;
  return (
    <>
      {whose}
      {shared}. Since {createdAt.slice(0, 10)}
      {until}. <a href="/console/engagements">All engagements</a>
    </>
  );
}
