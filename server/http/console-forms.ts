import type { Action } from "#core/access/policy.ts";
import { ok } from "#core/result.ts";
import { invite, withdrawInvitation } from "../services/accounts/invitations.ts";
import { changeRole, removePerson } from "../services/accounts/people.ts";
import type { Answer } from "../services/accounts/refuse.ts";
import { addToTeam, createTeam, removeFromTeam, renameTeam, setLead } from "../services/accounts/teams.ts";
import { backTo, textOf, type UserForm } from "./account-form.ts";
import { ENGAGEMENT_FORMS } from "./engagement-forms.ts";
import type { Posted } from "./take-form.ts";

const PEOPLE = "/console/people";
const TEAMS = "/console/teams";
const TEAM = "/console/teams/[team]";

const form = (path: string, name: string, action: Action, run: UserForm["run"]): UserForm => ({
  ...{ by: "user", path, name, action },
  run,
});

/** What owners do with people, leads with their teams, and everybody with engagements. */
export const CONSOLE_FORMS: readonly UserForm[] = [
  ...ENGAGEMENT_FORMS,
  form(PEOPLE, "invite", "people.manage", async (user, posted) => {
    const given = {
      email: textOf(posted, "invite-email"),
      role: textOf(posted, "invite-role"),
      teamId: textOf(posted, "invite-team"),
    };
    return back(PEOPLE, "invited", await invite(user, given));
  }),
  form(PEOPLE, "withdraw", "people.manage", async (user, posted) =>
    back(PEOPLE, "withdrawn", await withdrawInvitation(user, textOf(posted, "id"))),
  ),
  form(PEOPLE, "role", "people.manage", async (user, posted) => {
    const given = { personId: textOf(posted, "id"), role: textOf(posted, "role") };
    return back(PEOPLE, "role", await changeRole(user, given));
  }),
  form(PEOPLE, "remove", "people.manage", async (user, posted) =>
    back(PEOPLE, "removed", await removePerson(user, textOf(posted, "id"))),
  ),
  form(TEAMS, "create", "team.create", async (user, posted) => {
    const id = await createTeam(user, { name: textOf(posted, "team-name") });
    return id.ok ? ok({ location: `${TEAMS}/${id.value}` }) : id;
  }),
  form(TEAM, "rename", "team.use", async (user, posted) => {
    const given = { teamId: teamOf(posted), name: textOf(posted, "team-name") };
    return back(posted.path, "renamed", await renameTeam(user, given));
  }),
  form(TEAM, "add", "team.use", async (user, posted) => {
    const added = await addToTeam(user, { teamId: teamOf(posted), email: textOf(posted, "member-email") });
    return added.ok ? ok(backTo(posted.path, added.value)) : added;
  }),
  form(TEAM, "remove", "team.use", async (user, posted) => {
    const personId = textOf(posted, "id");
    const where = personId === user.id ? TEAMS : posted.path;
    return back(where, "removed", await removeFromTeam(user, { teamId: teamOf(posted), personId }));
  }),
  form(TEAM, "lead", "team.use", async (user, posted) => {
    const given = { personId: textOf(posted, "id"), isLead: textOf(posted, "lead") === "yes" };
    return back(posted.path, "lead", await setLead(user, { teamId: teamOf(posted), ...given }));
  }),
];

function back(path: string, word: string, answer: Answer) {
  return answer.ok ? ok(backTo(path, word)) : answer;
}

function teamOf({ segments }: Posted): string {
  return segments["team"] ?? "";
}
