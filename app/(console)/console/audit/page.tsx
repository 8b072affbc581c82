import type { Metadata } from "next";
import { AuditTrail } from "#components/console/audit/audit-trail.tsx";
import { ConsolePage } from "#components/console/console-page.tsx";
import { AuditQuery } from "#core/triage/audit.schema.ts";
import { readColleagues } from "#server/services/read-situations.ts";
import { readTrail } from "#server/services/audit-trail.ts";
import { forUser, notHere } from "../../for-user.tsx";
import type { Search } from "../triage-page.tsx";

/** Rendered whole for whoever is signed in, and kept nowhere. */
export const instant = false;

export const metadata: Metadata = { title: "Audit", robots: { index: false, follow: false } };

export default function AuditPage({ searchParams }: { readonly searchParams: Promise<Search> }) {
  return forUser("audit.read", "/console/audit", async (user) => {
    const { subject = "", actor = "", action = "", before } = await searchParams;
    const read = AuditQuery.safeParse({ subject, actor, action, ...(before && { before }) });
    const query = read.success ? read.data : { subject: "", actor: "", action: "" };
    const [trail, colleagues] = await Promise.all([readTrail(user, query), readColleagues(user)]);
    if (!trail.ok || !colleagues.ok) return notHere();
    return (
      <ConsolePage
        user={user}
        heading="Audit"
        about="Who did what to what, in words of ours alone. Each entry holds the hash of the one before it."
      >
        <AuditTrail page={trail.value} query={query} people={colleagues.value} />
      </ConsolePage>
    );
  });
}
