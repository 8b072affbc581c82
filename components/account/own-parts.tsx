import { Button } from "#components/ui/button.tsx";
import type { User } from "#core/access/policy.ts";
import { Grave, Minute, Part } from "./part.tsx";
import { NewPasswordFields, PasswordField, TextField, type Returned } from "./typed-fields.tsx";

interface OwnFormProps {
  readonly returned: Returned;
}

export function NamePart({ user, returned }: OwnFormProps & { readonly user: User }) {
  return (
    <Part heading="Name and address">
      <form method="post" action="/account" noValidate aria-label="Your name" className="grid gap-6">
        <input type="hidden" name="form" value="name" />
        <TextField
          name="name"
          label="Name"
          hint="Those you work with here see it."
          autoComplete="name"
          maxLength={80}
          value={user.name}
          returned={returned}
        />
        <div>
          <Button type="submit">Save the name</Button>
        </div>
      </form>
      <div>
        <p className="sounding">e-mail address</p>
        <p className="break-words">{user.email}</p>
        <p className="mt-1 max-w-read text-small text-ink-soft">
          The account belongs to this address. For another address, be invited to it and delete this account.
        </p>
      </div>
    </Part>
  );
}

export function PasswordPart({ user, returned }: OwnFormProps & { readonly user: User }) {
  return (
    <Part heading="Password">
      <form
        method="post"
        action="/account"
        noValidate
        aria-label="Change the password"
        className="grid gap-6"
      >
        <input type="hidden" name="form" value="password" />
        <input type="email" name="username" autoComplete="username" value={user.email} readOnly hidden />
        <PasswordField
          name="current"
          label="Password until now"
          returned={returned}
          autoComplete="current-password"
        />
        <NewPasswordFields returned={returned} />
        <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
          <Button type="submit">Change the password</Button>
          <p className="text-small text-ink-soft">Every other sign-in ends with it.</p>
        </div>
      </form>
    </Part>
  );
}

export interface ListedSignIn {
  readonly id: string;
  readonly startedAt: Date;
  readonly userAgent: string;
}

interface SignInsPartProps {
  readonly signIns: readonly ListedSignIn[];
  /** That of the request. */
  readonly ownId: string;
}

export function SignInsPart({ signIns, ownId }: SignInsPartProps) {
  return (
    <Part heading="Sign-ins" sounding={`${signIns.length} open`}>
      <ul className="border-t border-hairline">
        {signIns.map(({ id, startedAt, userAgent }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-6 border-b border-hairline py-1"
          >
            <div className="flex flex-wrap items-baseline gap-x-4 py-2">
              <span>{userAgent === "" ? "A browser" : userAgent}</span>
              <Minute at={startedAt} />
            </div>
            {id === ownId ? (
              <span className="py-2 text-small text-ink-soft">this one</span>
            ) : (
              <form method="post" action="/account">
                <input type="hidden" name="form" value="sign-out" />
                <input type="hidden" name="id" value={id} />
                <Button
                  type="submit"
                  rank="quiet"
                  aria-label={`Sign out ${userAgent}, since ${startedAt.toISOString().slice(0, 10)}`}
                >
                  Sign out
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <form method="post" action="/account">
        <input type="hidden" name="form" value="everywhere" />
        <Button type="submit">Sign out everywhere, here as well</Button>
      </form>
    </Part>
  );
}

export function ExportPart() {
  return (
    <Part heading="Your data">
      <p className="max-w-read">
        All that is kept about you and of you, as one file: your account, your sign-ins and teams, your
        sketches with every change, your engagements and the reports you kept, what you wrote about
        situations, and what the audit trail says of you.
      </p>
      <p>
        <a href="/api/account/export" download="seamark-account.json" className="action">
          Download as JSON
        </a>
      </p>
    </Part>
  );
}

interface DeletePartProps extends OwnFormProps {
  readonly sketches: { readonly own: number; readonly ofTeams: number };
  readonly isLastOwner: boolean;
  /** Whether the form came back, and is shown open. */
  readonly isOpen: boolean;
}

export function DeletePart({ sketches, isLastOwner, isOpen, returned }: DeletePartProps) {
  return (
    <Part heading="Delete the account">
      {isLastOwner ? (
        <p className="max-w-read">
          You are the only owner. Make somebody else an owner first, under{" "}
          <a href="/console/people">People</a>.
        </p>
      ) : (
        <Grave summary="Delete this account" isOpen={isOpen}>
          <WhatIsDeleted sketches={sketches} />
          <form
            method="post"
            action="/account"
            noValidate
            aria-label="Delete the account"
            className="grid gap-6"
          >
            <input type="hidden" name="form" value="delete" />
            <PasswordField
              name="delete-password"
              label="Your password"
              returned={returned}
              autoComplete="current-password"
            />
            <div>
              <Button type="submit">Delete it for good</Button>
            </div>
          </form>
        </Grave>
      )}
    </Part>
  );
}

function WhatIsDeleted({ sketches: { own, ofTeams } }: Pick<DeletePartProps, "sketches">) {
  return (
    <ul className="grid list-disc gap-2 pl-5">
      <li>Your name, address, password and sign-ins are deleted at once.</li>
      <li>
        {own === 0
          ? "You keep no sketches of your own here."
          : `${own === 1 ? "The sketch" : `The ${own} sketches`} that only you have here are deleted. Sketches in your browser stay there.`}
      </li>
      {ofTeams > 0 && (
        <li>
          {ofTeams === 1 ? "A sketch" : `${ofTeams} sketches`} of yours in teams stay with the team. Where
          nobody else is in it, they are deleted.
        </li>
      )}
      <li>Engagements that only you see are deleted with their reports. Those of a team stay with it.</li>
      <li>
        What you wrote about situations stays, without your name. The audit trail keeps a number for you.
      </li>
    </ul>
  );
}
