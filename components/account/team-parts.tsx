import { Button } from "#components/ui/button.tsx";
import { Day, Part } from "./part.tsx";
import { InvitationLine, type ListedInvitation } from "./people-parts.tsx";
import { TextField, type Returned } from "./typed-fields.tsx";

export interface ListedTeam {
  readonly id: string;
  readonly name: string;
  readonly members: number;
  readonly isMember: boolean;
  readonly isLead: boolean;
}

export function TeamsPart({ teams }: { readonly teams: readonly ListedTeam[] }) {
  return (
    <Part heading="Teams" sounding={teams.length === 1 ? "1 team" : `${teams.length} teams`}>
      {teams.length === 0 ? (
        <p className="max-w-read">
          You are in no team yet. A team shares its sketches: everybody in it may open and change them.
        </p>
      ) : (
        <ul className="border-t border-hairline">
          {teams.map(({ id, name, members, isMember, isLead }) => (
            <li
              key={id}
              className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-hairline py-1"
            >
              <a href={`/console/teams/${id}`} className="flex min-h-11 min-w-0 items-center break-words">
                {name}
              </a>
              <p className="sounding">
                {members === 1 ? "1 person" : `${members} people`}
                {isLead ? ", you lead it" : isMember ? "" : ", without you"}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

interface TeamFormProps {
  readonly returned: Returned;
}

export function CreateTeamPart({ returned }: TeamFormProps) {
  return (
    <Part heading="Make a team">
      <form method="post" action="/console/teams" noValidate aria-label="Make a team" className="grid gap-6">
        <input type="hidden" name="form" value="create" />
        <TextField name="team-name" label="Name of the team" maxLength={80} returned={returned} />
        <div>
          <Button type="submit" rank="first">
            Make the team
          </Button>
        </div>
      </form>
    </Part>
  );
}

export interface ListedMember {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly isLead: boolean;
  readonly joinedAt: Date;
}

interface MembersPartProps {
  readonly teamId: string;
  readonly members: readonly ListedMember[];
  readonly ownId: string;
  readonly isManaged: boolean;
}

export function MembersPart({ teamId, members, ownId, isManaged }: MembersPartProps) {
  return (
    <Part heading="Who is in it" sounding={members.length === 1 ? "1 person" : `${members.length} people`}>
      <ul className="border-t border-hairline">
        {members.map((member) => (
          <li
            key={member.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-hairline py-2"
          >
            <div className="min-w-0">
              <p className="font-semibold">
                {member.name}
                {member.id === ownId && <span className="font-normal text-ink-soft"> (you)</span>}
              </p>
              <p className="text-small break-words text-ink-soft">{member.email}</p>
              <p className="sounding">
                {member.isLead ? "lead, " : ""}in it since <Day at={member.joinedAt} />
              </p>
            </div>
            <div className="flex flex-wrap gap-x-4">
              {isManaged && <LeadForm teamId={teamId} member={member} />}
              {(isManaged || member.id === ownId) && (
                <RemoveForm teamId={teamId} member={member} isOneself={member.id === ownId} />
              )}
            </div>
          </li>
        ))}
      </ul>
    </Part>
  );
}

interface MemberFormProps {
  readonly teamId: string;
  readonly member: ListedMember;
}

function LeadForm({ teamId, member: { id, name, isLead } }: MemberFormProps) {
  return (
    <form method="post" action={`/console/teams/${teamId}`}>
      <input type="hidden" name="form" value="lead" />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="lead" value={isLead ? "no" : "yes"} />
      <Button
        type="submit"
        rank="quiet"
        aria-label={isLead ? `${name} no longer leads` : `Let ${name} lead as well`}
      >
        {isLead ? "No longer leads" : "Let them lead"}
      </Button>
    </form>
  );
}

function RemoveForm({
  teamId,
  member: { id, name },
  isOneself,
}: MemberFormProps & { readonly isOneself: boolean }) {
  return (
    <form method="post" action={`/console/teams/${teamId}`}>
      <input type="hidden" name="form" value="remove" />
      <input type="hidden" name="id" value={id} />
      <Button type="submit" rank="quiet" aria-label={isOneself ? "Leave the team" : `Take ${name} out`}>
        {isOneself ? "Leave" : "Take out"}
      </Button>
    </form>
  );
}

interface ManageTeamProps extends TeamFormProps {
  readonly teamId: string;
}

export function AddMemberPart({
  teamId,
  invitations,
  returned,
}: ManageTeamProps & { readonly invitations: readonly ListedInvitation[] }) {
  return (
    <Part heading="Add somebody">
      <form
        method="post"
        action={`/console/teams/${teamId}`}
        noValidate
        aria-label="Add somebody"
        className="grid gap-6"
      >
        <input type="hidden" name="form" value="add" />
        <TextField
          name="member-email"
          label="E-mail address"
          hint="Who has an account is in the team at once. Others need an invitation from an owner."
          type="email"
          returned={returned}
        />
        <div>
          <Button type="submit" rank="first">
            Add to the team
          </Button>
        </div>
      </form>
      {invitations.length > 0 && (
        <ul className="border-t border-hairline">
          {invitations.map((invitation) => (
            <li key={invitation.id} className="border-b border-hairline py-2">
              <InvitationLine {...invitation} teamName={null} />
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

export function RenameTeamPart({ teamId, name, returned }: ManageTeamProps & { readonly name: string }) {
  return (
    <Part heading="Name">
      <form
        method="post"
        action={`/console/teams/${teamId}`}
        noValidate
        aria-label="Rename the team"
        className="grid gap-6"
      >
        <input type="hidden" name="form" value="rename" />
        <TextField
          name="team-name"
          label="Name of the team"
          maxLength={80}
          value={name}
          returned={returned}
        />
        <div>
          <Button type="submit">Save the name</Button>
        </div>
      </form>
    </Part>
  );
}
