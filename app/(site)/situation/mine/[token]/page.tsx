import type { Metadata } from "next";
import { headers } from "next/headers";
import { NoOwnSituation, OwnSituationAway } from "#components/intake/no-own-situation.tsx";
import { env } from "#server/env.ts";
import { setPageStatus } from "#server/http/page-status.ts";
import { findOwnSituation } from "#server/services/own-situation.ts";
import { OwnSituationSheet } from "./own-situation-sheet.tsx";

/** Read from the database for whoever has the link, and kept nowhere. */
export const instant = false;

export const metadata: Metadata = {
  title: "Your situation",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

interface OwnSituationPageProps {
  readonly params: Promise<{ readonly token: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function OwnSituationPage({ params, searchParams }: OwnSituationPageProps) {
  const { token } = await params;
  const asked = await searchParams;
  const found = await findOwnSituation(token);
  if (found.ok) {
    const path = `/situation/mine/${token}`;
    const origin = env().PUBLIC_URL ?? `http://${(await headers()).get("host") ?? ""}`;
    return <OwnSituationSheet situation={found.value} path={path} link={`${origin}${path}`} asked={asked} />;
  }
  setPageStatus(found.error.kind === "not-found" ? 404 : 503);
  return found.error.kind === "not-found" ? <NoOwnSituation /> : <OwnSituationAway />;
}
