import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { ENGAGEMENT_LIMITS } from "#core/engagements/engagement-limits.ts";
import { Part } from "../part.tsx";
import { TextField, type Returned } from "../typed-fields.tsx";

export interface Team {
  readonly id: string;
  readonly name: string;
}

interface WordsProps {
  readonly returned: Returned;
  readonly client?: string;
  readonly note?: string;
}

/** What an engagement says of itself. */
function Words({ returned, client = "", note = "" }: WordsProps) {
  const { typed, errors } = returned;
  return (
    <>
      <TextField
        name="client"
        label="Client"
        hint="A company, a team, a project: whatever you call them."
        maxLength={ENGAGEMENT_LIMITS.client}
        value={client}
        returned={returned}
      />
      <Field
        name="note"
        label="Note"
        hint="For you and whoever sees this engagement."
        isOptional
        error={errors["note"]}
      >
        {(control) => (
          <textarea
            {...control}
            rows={4}
            maxLength={ENGAGEMENT_LIMITS.note}
            defaultValue={typed["note"] ?? note}
            dir="auto"
            className="field max-w-read"
          />
        )}
      </Field>
    </>
  );
}

interface NewEngagementPartProps {
  readonly teams: readonly Team[];
  readonly returned: Returned;
}

export function NewEngagementPart({ teams, returned }: NewEngagementPartProps) {
  return (
    <Part id="new" heading="New engagement">
      <form
        method="post"
        action="/console/engagements"
        noValidate
        aria-label="New engagement"
        className="grid gap-6"
      >
        <input type="hidden" name="form" value="create" />
        <Words returned={returned} />
        {teams.length > 0 && <TeamChoice teams={teams} chosen={returned.typed["team"] ?? ""} />}
        <div>
          <Button type="submit" rank="first">
            Make the engagement
          </Button>
        </div>
      </form>
    </Part>
  );
}

function TeamChoice({ teams, chosen }: { readonly teams: readonly Team[]; readonly chosen: string }) {
  return (
    <Field
      name="team"
      label="Who else sees it"
      hint="Everybody in the team sees the engagement and its reports, and may change them."
    >
      {(control) => (
        <select {...control} defaultValue={chosen} className="field max-w-96">
          <option value="">Nobody else</option>
          {teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface ChangePartProps {
  readonly engagement: {
    readonly id: string;
    readonly client: string;
    readonly note: string;
    readonly revision: number;
  };
  readonly returned: Returned;
}

export function EngagementWordsPart({ engagement, returned }: ChangePartProps) {
  const { id, client, note } = engagement;
  return (
    <Part heading="Client and note">
      <EngagementForm name="change" of={engagement} label="Client and note" className="grid gap-6">
        <Words key={id} returned={returned} client={client} note={note} />
        <div>
          <Button type="submit">Save</Button>
        </div>
      </EngagementForm>
    </Part>
  );
}

interface EngagementFormProps {
  readonly name: string;
  readonly of: { readonly id: string; readonly revision: number };
  readonly label?: string;
  readonly className?: string;
  readonly children: React.ReactNode;
}

/** A form of an engagement, decided on as it was seen. */
export function EngagementForm({
  name,
  of: { id, revision },
  label,
  className,
  children,
}: EngagementFormProps) {
  return (
    <form
      method="post"
      action={`/console/engagements/${id}`}
      noValidate
      {...(label !== undefined && { "aria-label": label })}
      {...(className !== undefined && { className })}
    >
      <input type="hidden" name="form" value={name} />
      <input type="hidden" name="revision" value={revision} />
      {children}
    </form>
  );
}

interface TeamPartProps {
  readonly engagement: ChangePartProps["engagement"] & {
    readonly team: Team | null;
    readonly owner: Team;
    readonly isOwner: boolean;
    readonly mayDelete: boolean;
    readonly teams: readonly Team[];
  };
}

/** Its owner lets a team see it, or nobody else; the lead of the team gives it back. */
export function EngagementTeamPart({ engagement }: TeamPartProps) {
  const { team, owner, isOwner, mayDelete, teams } = engagement;
  if (isOwner && teams.length === 0 && team === null)
    return (
      <Part heading="Who sees it">
        <p className="max-w-read">
          Only you. Somebody else sees it once it is shared with a team you are in. You are in none yet.
        </p>
      </Part>
    );
  return (
    <Part heading="Who sees it">
      {isOwner ? (
        <EngagementForm name="share" of={engagement} label="Who sees it" className="grid gap-6">
          <TeamChoice teams={withPresent(teams, team)} chosen={team?.id ?? ""} />
          <div>
            <Button type="submit">Share</Button>
          </div>
        </EngagementForm>
      ) : (
        <p className="max-w-read wrap-anywhere">
          {owner.name}, and everybody in {team?.name ?? "the team"}.
        </p>
      )}
      {!isOwner && mayDelete && (
        <EngagementForm name="share" of={engagement}>
          <input type="hidden" name="team" value="" />
          <Button type="submit">Give it back to its owner</Button>
        </EngagementForm>
      )}
    </Part>
  );
}

/** The team it is shared with is among them, even when its owner has left it. */
function withPresent(teams: readonly Team[], team: Team | null): readonly Team[] {
  return team === null || teams.some(({ id }) => id === team.id) ? teams : [team, ...teams];
}
