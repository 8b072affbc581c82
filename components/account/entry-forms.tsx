import { Button } from "#components/ui/button.tsx";
import { NewPasswordFields, PasswordField, TextField, type Returned } from "./typed-fields.tsx";

interface EntryFormProps {
  readonly returned: Returned;
}

export function SignInForm({ returned, next }: EntryFormProps & { readonly next: string | undefined }) {
  return (
    <form method="post" action="/sign-in" noValidate aria-label="Sign in" className="grid gap-6">
      {next !== undefined && <input type="hidden" name="next" value={next} />}
      <TextField
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="username"
        returned={returned}
      />
      <PasswordField name="password" label="Password" returned={returned} autoComplete="current-password" />
      <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-3">
        <Button type="submit" rank="first">
          Sign in
        </Button>
        <a href="/forgotten" className="flex min-h-11 items-center">
          Forgotten your password?
        </a>
      </div>
    </form>
  );
}

export function ForgottenForm({ returned }: EntryFormProps) {
  return (
    <form
      method="post"
      action="/forgotten"
      noValidate
      aria-label="Ask for a new password"
      className="grid gap-6"
    >
      <TextField
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="username"
        returned={returned}
      />
      <Submit label="Send me a link" />
    </form>
  );
}

/** Posts to the address of its page, which has the token in it. */
export function ResetForm({ returned, email }: EntryFormProps & { readonly email: string }) {
  return (
    <form method="post" noValidate aria-label="Choose a new password" className="grid gap-6">
      <AccountName email={email} />
      <NewPasswordFields returned={returned} />
      <Submit label="Set the password" />
    </form>
  );
}

export function InvitationForm({ returned, email }: EntryFormProps & { readonly email: string }) {
  return (
    <form method="post" noValidate aria-label="Accept the invitation" className="grid gap-6">
      <AccountName email={email} />
      <TextField name="name" label="Your name" autoComplete="name" maxLength={80} returned={returned} />
      <NewPasswordFields returned={returned} />
      <Submit label="Accept and sign in" />
    </form>
  );
}

export function SetupForm({ returned }: EntryFormProps) {
  return (
    <form method="post" noValidate aria-label="Become the owner" className="grid gap-6">
      <TextField name="name" label="Your name" autoComplete="name" maxLength={80} returned={returned} />
      <TextField
        name="email"
        label="E-mail address"
        hint="With it you sign in, and links for a new password go there."
        type="email"
        autoComplete="username"
        returned={returned}
      />
      <NewPasswordFields returned={returned} />
      <Submit label="Become the owner" />
    </form>
  );
}

export function SignOutForm() {
  return (
    <form method="post" action="/sign-out">
      <Submit label="Sign out" />
    </form>
  );
}

/** Which account it is, also for whoever keeps passwords for people. */
function AccountName({ email }: { readonly email: string }) {
  return (
    <div>
      <p className="sounding">account</p>
      <p className="break-words">{email}</p>
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
    </div>
  );
}

function Submit({ label }: { readonly label: string }) {
  return (
    <div>
      <Button type="submit" rank="first">
        {label}
      </Button>
    </div>
  );
}
