import type { Metadata } from "next";
import Link from "next/link";
import { ConsolePage } from "#components/console/console-page.tsx";
import { ConsoleQueries } from "#components/console/console-queries.tsx";
import { DeliverySheet } from "#components/console/deliveries/delivery-sheet.tsx";
import { KeptMail } from "#components/console/deliveries/kept-mail.tsx";
import { SendAgain } from "#components/console/deliveries/send-again.tsx";
import { KIND_WORDING } from "#core/delivery/delivery.ts";
import { SHOW_DELIVERY } from "#server/http/delivery-api.ts";
import { readDelivery } from "#server/services/deliveries.ts";
import { ConsoleAway } from "../../../console-away.tsx";
import { forUser, notHere } from "../../../for-user.tsx";

/** Rendered whole for whoever is signed in, and kept nowhere. */
export const instant = false;

export const metadata: Metadata = { title: "Delivery", robots: { index: false, follow: false } };

interface DeliveryPageProps {
  readonly params: Promise<{ readonly id: string }>;
}

export default async function DeliveryPage({ params }: DeliveryPageProps) {
  const asked = SHOW_DELIVERY.input.safeParse(await params);
  const path = asked.success ? `/console/deliveries/${asked.data.id}` : "/console/deliveries";
  return forUser("delivery.read", path, async (user) => {
    const delivery = asked.success ? await readDelivery(user, asked.data.id) : undefined;
    if (delivery === undefined) return notHere();
    if (!delivery.ok)
      return delivery.error.kind === "unavailable" ? (
        <ConsoleAway user={user} heading="Delivery" />
      ) : (
        notHere()
      );
    const { id, kind, state, mail, isMailWithheld } = delivery.value;
    return (
      <ConsolePage
        user={user}
        heading={KIND_WORDING[kind]}
        about={
          <Link href="/console/deliveries" prefetch={false}>
            All deliveries
          </Link>
        }
      >
        <DeliverySheet delivery={delivery.value} />
        <ConsoleQueries>
          <SendAgain id={id} isDead={state === "dead"} />
        </ConsoleQueries>
        {mail !== null && <KeptMail mail={mail} />}
        {isMailWithheld && (
          <p className="mt-10 max-w-read">
            The mail holds a link into an account, so only an owner can read it here.
          </p>
        )}
      </ConsolePage>
    );
  });
}
