import type { Metadata } from "next";
import { ConsolePage } from "#components/console/console-page.tsx";
import { ConsoleQueries } from "#components/console/console-queries.tsx";
import { Deliveries } from "#components/console/deliveries/deliveries.tsx";
import { readDeliveryFilter } from "#server/http/delivery-api.ts";
import { readDeliveries } from "#server/services/deliveries.ts";
import { ConsoleAway } from "../../console-away.tsx";
import { forUser } from "../../for-user.tsx";

/** Rendered whole for whoever is signed in, and kept nowhere. */
export const instant = false;

export const metadata: Metadata = { title: "Deliveries", robots: { index: false, follow: false } };

interface DeliveriesPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function DeliveriesPage({ searchParams }: DeliveriesPageProps) {
  const filter = readDeliveryFilter(await searchParams);
  return forUser("delivery.read", "/console/deliveries", async (user) => {
    const list = await readDeliveries(user, filter);
    if (!list.ok) return <ConsoleAway user={user} heading="Deliveries" />;
    return (
      <ConsolePage
        user={user}
        heading="Deliveries"
        about="Mails and webhooks: what waits, what failed and is tried again, what is dead until somebody sends it again, and what arrived."
      >
        <ConsoleQueries>
          <Deliveries filter={filter} list={list.value} />
        </ConsoleQueries>
      </ConsolePage>
    );
  });
}
