import type { Metadata } from "next";
import { connection } from "next/server";
import { EntrySheet } from "#components/account/entry-sheet.tsx";
import { ForgottenForm } from "#components/account/entry-forms.tsx";
import { returnedForms } from "../../returned-form.tsx";

/** Rendered whole for each request: it must not need scripts. */
export const instant = false;

export const metadata: Metadata = { title: "Forgotten password", robots: { index: false, follow: false } };

interface ForgottenPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function ForgottenPage({ searchParams }: ForgottenPageProps) {
  await connection();
  const { done } = await searchParams;
  const { notice, of } = returnedForms();
  if (done === "asked" && notice === undefined) return <Asked />;
  return (
    <EntrySheet
      heading="Forgotten your password?"
      about="Give the address of your account. A link for a new password goes there."
      notice={notice}
    >
      <ForgottenForm returned={of("")} />
    </EntrySheet>
  );
}

/** The same for every address, so that nobody learns who has an account. */
function Asked() {
  return (
    <EntrySheet
      heading="Look into your mail"
      about="If an account has this address, a link for a new password is on its way to it. The link opens once, and for an hour."
    >
      <p>
        Nothing came? Look where your mail program puts what it does not trust, or{" "}
        <a href="/forgotten">ask again</a>.
      </p>
    </EntrySheet>
  );
}
