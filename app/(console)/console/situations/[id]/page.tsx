import type { Metadata } from "next";
import { readSituation } from "#server/services/read-situations.ts";
import { forUser, notHere } from "../../../for-user.tsx";
import { TriagePage, type Search } from "../../triage-page.tsx";

/** Rendered whole for whoever is signed in, and kept nowhere. */
export const instant = false;

export const metadata: Metadata = { title: "Situation", robots: { index: false, follow: false } };

interface SituationPageProps {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Search>;
}

export default async function SituationPage({ params, searchParams }: SituationPageProps) {
  const { id } = await params;
  return forUser("situation.read", `/console/situations/${encodeURIComponent(id)}`, async (user) => {
    const detail = await readSituation(user, id);
    return detail.ok ? (
      <TriagePage user={user} search={await searchParams} detail={detail.value} />
    ) : (
      notHere()
    );
  });
}
