"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import type { DeliveryShown } from "#core/delivery/console.ts";
import { DELIVERY_PROBLEMS, STATE_WORDING } from "#core/delivery/delivery.ts";
import { When } from "../when.tsx";
import { sayTries } from "./delivery-row.tsx";

/** All there is to know about one delivery, but its mail. */
export function DeliverySheet({ delivery }: { readonly delivery: DeliveryShown }) {
  const { id, state, problem, attempts, createdAt, triedAt, deliveredAt, deadAt, traceId } = delivery;
  return (
    <dl className="grid border-t border-rule sm:grid-cols-[11rem_minmax(0,1fr)]">
      <Fact label="State">
        <strong className="font-semibold">{STATE_WORDING[state]}</strong>
        {deliveredAt !== null && <Since iso={deliveredAt} />}
        {deadAt !== null && <Since iso={deadAt} />}
      </Fact>
      {problem !== null && <Fact label="Why">{DELIVERY_PROBLEMS[problem].text}</Fact>}
      <Fact label="About">
        <About delivery={delivery} />
      </Fact>
      <Fact label="Ordered">
        <When iso={createdAt} />
      </Fact>
      <Fact label="Tried">
        {sayTries(attempts)}
        {triedAt !== null && (
          <>
            , last <When iso={triedAt} />
          </>
        )}
      </Fact>
      <Fact label="Trace">
        {traceId === null ? "none" : <code className="font-mono text-small break-words">{traceId}</code>}
      </Fact>
      <Fact label="Delivery">
        <code className="font-mono text-small break-words">{id}</code>
      </Fact>
    </dl>
  );
}

function About({ delivery: { situationId, reference } }: { readonly delivery: DeliveryShown }) {
  if (situationId === null || reference === null) return "An account";
  return (
    <>
      Situation{" "}
      <Link
        href={`/console/situations/${situationId}`}
        prefetch={false}
        className="font-mono text-small break-words"
      >
        {reference}
      </Link>
    </>
  );
}

function Since({ iso }: { readonly iso: string }) {
  return (
    <>
      , <When iso={iso} />
    </>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="sounding pt-3 sm:border-b sm:border-hairline sm:py-3">{label}</dt>
      <dd className="border-b border-hairline pb-3 sm:pt-2.5">{children}</dd>
    </>
  );
}
