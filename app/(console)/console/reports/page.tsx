import type { Metadata } from "next";
import { ConsolePage } from "#components/console/console-page.tsx";
import { ErrorReportList } from "#components/console/error-report-list.tsx";
import { readErrorReports } from "#server/services/read-error-reports.ts";
import { ConsoleAway } from "../../console-away.tsx";
import { forUser } from "../../for-user.tsx";

/** Rendered whole for whoever is signed in, and kept nowhere. */
export const instant = false;

export const metadata: Metadata = { title: "Reports of errors", robots: { index: false, follow: false } };

export default function ReportsPage() {
  return forUser("error-report.read", "/console/reports", async (user) => {
    const reports = await readErrorReports(user);
    if (!reports.ok) return <ConsoleAway user={user} heading="Reports of errors" />;
    return (
      <ConsolePage
        user={user}
        heading="Reports of errors"
        about="What readers say is wrong in a published text, the newest first. Each is deleted when it is a year old."
      >
        <ErrorReportList
          reports={reports.value.map((report) => ({
            ...report,
            receivedAt: report.receivedAt.toISOString(),
          }))}
        />
      </ConsolePage>
    );
  });
}
