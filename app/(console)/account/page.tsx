import type { Metadata } from "next";
import { DoneLine } from "#components/account/entry-sheet.tsx";
import {
  DeletePart,
  ExportPart,
  NamePart,
  PasswordPart,
  SignInsPart,
} from "#components/account/own-parts.tsx";
import { Part } from "#components/account/part.tsx";
import { ConsolePage } from "#components/console/console-page.tsx";
import type { User } from "#core/access/policy.ts";
import { ROLE_IN_WORDS } from "#core/access/role-in-words.ts";
import { findOwnAccount, type OwnAccount } from "#server/services/accounts/own-account.ts";
import { returnedForms } from "../../returned-form.tsx";
import { ConsoleAway } from "../console-away.tsx";
import { forUser } from "../for-user.tsx";

/** Rendered whole for whoever is signed in, and kept nowhere. */
export const instant = false;

export const metadata: Metadata = { title: "Account", robots: { index: false, follow: false } };

const DONE: Readonly<Record<string, string>> = {
  name: "Your name is saved.",
  password: "Your password is changed, and every other sign-in was ended.",
  "sign-out": "That sign-in was ended.",
};

interface AccountPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function AccountPage({ searchParams }: AccountPageProps) {
  const { done } = await searchParams;
  const line = typeof done === "string" ? DONE[done] : undefined;
  return forUser("account.use", "/account", async (user) => {
    const account = await findOwnAccount(user);
    return account.ok ? (
      <Account user={user} account={account.value} line={line} />
    ) : (
      <ConsoleAway user={user} heading="Account" />
    );
  });
}

interface AccountProps {
  readonly user: User;
  readonly account: OwnAccount;
  readonly line: string | undefined;
}

function Account({ user, account: { signIns, teams, sketches, isLastOwner }, line }: AccountProps) {
  const { notice, of } = returnedForms();
  const { label, may } = ROLE_IN_WORDS[user.role];
  const inDelete = of("delete");
  return (
    <ConsolePage user={user} heading="Account" about={`${label}: ${may}.`}>
      {notice ?? (line !== undefined && <DoneLine>{line}</DoneLine>)}
      <NamePart user={user} returned={of("name")} />
      <PasswordPart user={user} returned={of("password")} />
      <SignInsPart signIns={signIns} ownId={user.signInId} />
      <Part heading="Teams">
        {teams.length === 0 ? (
          <p>You are in no team.</p>
        ) : (
          <ul>
            {teams.map(({ id, name, isLead }) => (
              <li key={id}>
                <a href={`/console/teams/${id}`}>{name}</a>
                {isLead && <span className="sounding"> lead</span>}
              </li>
            ))}
          </ul>
        )}
      </Part>
      <ExportPart />
      <DeletePart
        sketches={sketches}
        isLastOwner={isLastOwner}
        isOpen={Object.keys(inDelete.errors).length > 0}
        returned={inDelete}
      />
    </ConsolePage>
  );
}
