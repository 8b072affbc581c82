import type { Role } from "./policy.ts";

/** What a role is called, and what it lets somebody do, as the end of a sentence. */
export const ROLE_IN_WORDS: Record<
  Role,
  { readonly label: string; readonly one: string; readonly may: string }
> = {
  owner: {
    label: "Owner",
    one: "an owner",
    may: "runs this installation: invites and removes people, and may do everything staff may",
  },
  staff: {
    label: "Staff",
    one: "a member of staff",
    may: "reads and answers situations, and keeps sketches here",
  },
  member: { label: "Member", one: "a member", may: "keeps sketches here, alone or with a team" },
};
