import type { Role } from "#core/access/policy.ts";

/** Where somebody is once they have signed in, unless they were on their way somewhere else. */
export function homeOf(role: Role): string {
  return role === "member" ? "/account" : "/console";
}
