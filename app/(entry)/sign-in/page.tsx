import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { DoneLine, EntrySheet } from "#components/account/entry-sheet.tsx";
import { SignInForm } from "#components/account/entry-forms.tsx";
import { readLocalPath } from "#core/access/local-path.ts";
import { setPageRedirect } from "#server/http/page-status.ts";
import { homeOf } from "#server/http/home-of.ts";
import { currentActor } from "../../(console)/for-user.tsx";
import { returnedForms } from "../../returned-form.tsx";

/** Rendered whole for each request: it must not need scripts. */
export const instant = false;

export const metadata: Metadata = { title: "Sign in", robots: { index: false, follow: false } };

const DONE: Readonly<Record<string, string>> = {
  out: "You are signed out.",
  everywhere: "You are signed out everywhere.",
  reset: "Your password is set, and every sign-in was ended. Sign in with the new one.",
  deleted: "Your account is deleted, and everything that was only yours with it.",
};

interface SignInPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next, done } = await searchParams;
  const { notice, of } = returnedForms();
  const returned = of("");
  const wanted = readLocalPath(returned.typed["next"] ?? (typeof next === "string" ? next : ""));
  const actor = await currentActor();
  if (actor.kind === "user" && notice === undefined) return sendOn(wanted ?? homeOf(actor.role));
  const line = typeof done === "string" ? DONE[done] : undefined;
  return (
    <EntrySheet
      heading="Sign in"
      about="Accounts come by invitation. To read, to sketch and to describe your situation you need none."
      notice={notice ?? (line !== undefined && <DoneLine>{line}</DoneLine>)}
    >
      <SignInForm returned={returned} next={wanted} />
    </EntrySheet>
  );
}

async function sendOn(path: string): Promise<never> {
  if (!(await headers()).has("rsc")) setPageRedirect(path);
  redirect(path);
}
