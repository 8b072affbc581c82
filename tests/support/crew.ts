import type { User } from "#core/access/policy.ts";
import { createAccount } from "./accounts.ts";
import { createTeam } from "./documents.ts";

/** A person with an account of their own. */
export async function someone(role: "member" | "staff" | "owner" = "member"): Promise<User> {
  return (await createAccount(role)).actor;
}

/** A team with an owner of things, a lead, and others. */
export async function crew(...others: readonly User[]) {
  const [owner, lead] = [await someone(), await someone()];
  const teamId = await createTeam([
    { user: owner },
    { user: lead, isLead: true },
    ...others.map((user) => ({ user })),
  ]);
  return { owner, lead, teamId };
}
