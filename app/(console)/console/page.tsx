import type { Metadata } from "next";
import { ConsolePage } from "#components/console/console-page.tsx";
import { forUser } from "../for-user.tsx";

/** Rendered whole for whoever is signed in, and kept nowhere. */
export const instant = false;

export const metadata: Metadata = { title: "Inbox", robots: { index: false, follow: false } };

export default function InboxPage() {
  return forUser("situation.read", "/console", (user) => (
    <ConsolePage user={user} heading="Inbox">
      <p>Situations are listed here.</p>
    </ConsolePage>
  ));
}
