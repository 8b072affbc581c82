import type { Metadata } from "next";
import { forUser } from "../for-user.tsx";
import { TriagePage, type Search } from "./triage-page.tsx";

/** Rendered whole for whoever is signed in, and kept nowhere. */
export const instant = false;

export const metadata: Metadata = { title: "Inbox", robots: { index: false, follow: false } };

export default function InboxPage({ searchParams }: { readonly searchParams: Promise<Search> }) {
  return forUser("situation.read", "/console", async (user) => (
    <TriagePage user={user} search={await searchParams} />
  ));
}
