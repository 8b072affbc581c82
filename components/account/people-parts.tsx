import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { ROLES, type Role } from "#core/access/policy.ts";
import { ROLE_IN_WORDS } from "#core/access/role-in-words.ts";
import { Day, Grave, Part } from "./part.tsx";
import { TextField, type Returned } from "./typed-fields.tsx";

export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly createdAt: Date;
}

interface PeoplePartProps {
  readonly people: readonly ListedPerson[];
  /** Whoever looks. */
  readonly ownId: string;
  /** Whether they may change roles and remove people. */
  readonly isManaged: boolean;
}

export function PeoplePart({ people, ownId, isManaged }: PeoplePartProps) {
  const owners = people.filter(({ role }) => role === "owner");
  return (
    <Part
      id="people"
      heading="People"
      sounding={people.length === 1 ? "1 account" : `${people.length} accounts`}
    >
      <ul className="border-t border-hairline">
        {people.map((person) => (
          <li
            key={person.id}
            className="grid gap-x-6 gap-y-2 border-b border-hairline py-3 md:grid-cols-[1fr_auto]"
          >
            <div className="min-w-0">
              <p className="font-semibold">
                {person.name}
                {person.id === ownId && <span className="font-normal text-ink-soft"> (you)</span>}
              </p>
              <p className="text-small break-words text-ink-soft">{person.email}</p>
              <p className="sounding">
                {ROLE_IN_WORDS[person.role].label.toLowerCase()} since <Day at={person.createdAt} />
              </p>
            </div>
            {isManaged && (
              <ManagePerson
                person={person}
                isLastOwner={owners.length === 1 && owners[0]?.id === person.id}
              />
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}

interface ManagePersonProps {
  readonly person: ListedPerson;
  readonly isLastOwner: boolean;
}

function ManagePerson({ person: { id, name, role }, isLastOwner }: ManagePersonProps) {
  if (isLastOwner) return <p className="self-center text-small text-ink-soft">the only owner</p>;
  return (
    <div className="grid content-start gap-2 md:w-72">
      <form method="post" action="/console/people" className="flex items-center gap-3">
        <input type="hidden" name="form" value="role" />
        <input type="hidden" name="id" value={id} />
        <select
          name="role"
          defaultValue={role}
          aria-label={`Role of ${name}`}
          className="field w-auto flex-1"
        >
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {ROLE_IN_WORDS[one].label}
            </option>
          ))}
        </select>
        <Button type="submit" aria-label={`Change the role of ${name}`}>
          Change
        </Button>
      </form>
      <Grave summary={`Remove ${name}`}>
        <p className="text-small">
          Their account, their sign-ins and the sketches that only they have here are deleted at once.
          Sketches of teams stay with the team.
        </p>
        <form method="post" action="/console/people">
          <input type="hidden" name="form" value="remove" />
          <input type="hidden" name="id" value={id} />
          <Button type="submit">Remove for good</Button>
        </form>
      </Grave>
    </div>
  );
}

export interface ListedInvitation {
  readonly id: string;
  readonly email: string | null;
  readonly role: Role | null;
  readonly teamName: string | null;
  readonly expiresAt: Date;
}

interface InvitationsPartProps {
  readonly invitations: readonly ListedInvitation[];
  readonly isManaged: boolean;
}

export function InvitationsPart({ invitations, isManaged }: InvitationsPartProps) {
  return (
    <Part heading="Invitations" sounding={`${invitations.length} open`}>
      {invitations.length === 0 ? (
        <p>Nobody is invited at the moment.</p>
      ) : (
        <ul className="border-t border-hairline">
          {invitations.map((invitation) => (
            <li
              key={invitation.id}
              className="flex flex-wrap items-center justify-between gap-x-6 border-b border-hairline py-2"
            >
              <InvitationLine {...invitation} />
              {isManaged && (
                <form method="post" action="/console/people">
                  <input type="hidden" name="form" value="withdraw" />
                  <input type="hidden" name="id" value={invitation.id} />
                  <Button
                    type="submit"
                    rank="quiet"
                    aria-label={`Take back the invitation of ${invitation.email ?? ""}`}
                  >
                    Take back
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

export function InvitationLine({ email, role, teamName, expiresAt }: ListedInvitation) {
  return (
    <div className="min-w-0">
      <p className="break-words">{email}</p>
      <p className="sounding">
        {role !== null && ROLE_IN_WORDS[role].label.toLowerCase()}
        {teamName !== null && `, team ${teamName}`}, opens until <Day at={expiresAt} />
      </p>
    </div>
  );
}

interface InvitePartProps {
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly returned: Returned;
}

export function InvitePart({ teams, returned }: InvitePartProps) {
  const { typed, errors } = returned;
  return (
    <Part heading="Invite somebody" sounding="the link opens for 7 days">
      <form
        method="post"
        action="/console/people"
        noValidate
        aria-label="Invite somebody"
        className="grid gap-6"
      >
        <input type="hidden" name="form" value="invite" />
        <TextField name="invite-email" label="E-mail address" type="email" returned={returned} />
        <Field name="invite-role" label="Role" error={errors["invite-role"]}>
          {(control) => (
            <select {...control} defaultValue={typed["invite-role"] ?? "staff"} className="field max-w-96">
              {ROLES.map((role) => (
                <option key={role} value={role}>
                  {ROLE_IN_WORDS[role].label}
                </option>
              ))}
            </select>
          )}
        </Field>
        {teams.length > 0 && (
          <Field name="invite-team" label="Team" isOptional error={errors["invite-team"]}>
            {(control) => (
              <select {...control} defaultValue={typed["invite-team"] ?? ""} className="field max-w-96">
                <option value="">No team</option>
                {teams.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <div>
          <Button type="submit" rank="first">
            Send the invitation
          </Button>
        </div>
      </form>
    </Part>
  );
}
