import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { NotOnChart } from "#components/site/not-on-chart.tsx";
import { may, type Action, type Actor, type User } from "#core/access/policy.ts";
import { findActor } from "#server/auth/find-actor.ts";
import { setPageRedirect, setPageStatus } from "#server/http/page-status.ts";

/** Who asks for the page at hand. */
export async function currentActor(): Promise<Actor> {
  const given = await headers();
  return findActor(given.get("cookie") ?? undefined);
}

/**
 * A page of the console or the account for those whom the policy lets in. Visitors are sent to sign in and back to `path`;
 * for everybody else there is no such page. What the page shows comes from services, which ask again.
 */
export async function forUser(
  action: Action,
  path: string,
  render: (user: User) => ReactNode | Promise<ReactNode>,
): Promise<ReactNode> {
  const actor = await currentActor();
  if (actor.kind === "visitor") {
    const signIn = `/sign-in?next=${encodeURIComponent(path)}`;
    // Next's own navigation asks with this header, and cannot follow a status.
    if (!(await headers()).has("rsc")) setPageRedirect(signIn);
    redirect(signIn);
  }
  return may(actor, action) ? render(actor) : notHere();
}

/** The page of an address where nothing is, or nothing for whoever asks. */
export function notHere(): ReactNode {
  setPageStatus(404);
  return <NotOnChart />;
}
