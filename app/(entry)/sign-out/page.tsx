import type { Metadata } from "next";
import { EntrySheet } from "#components/account/entry-sheet.tsx";
import { SignOutForm } from "#components/account/entry-forms.tsx";
import { forUser } from "../../(console)/for-user.tsx";
import { returnedForms } from "../../returned-form.tsx";

/** Rendered whole for each request: it must not need scripts. */
export const instant = false;

export const metadata: Metadata = { title: "Sign out", robots: { index: false, follow: false } };

export default function SignOutPage() {
  return forUser("account.use", "/sign-out", (user) => (
    <EntrySheet
      heading="Sign out"
      about={`You are signed in as ${user.name}.`}
      notice={returnedForms().notice}
    >
      <SignOutForm />
    </EntrySheet>
  ));
}
