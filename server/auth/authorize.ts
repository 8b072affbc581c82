import { may, type Action, type Actor, type User } from "#core/access/policy.ts";
import { err, ok, type Result } from "#core/result.ts";

/**
 * Why somebody may not. Where that would tell a stranger that something exists, a service answers "not-found" instead.
 */
export type AccessRefusal = { readonly kind: "signed-out" } | { readonly kind: "forbidden" };

/** The one place where a service asks who may: who is signed in, when the policy lets them; or why not. */
export function authorize(actor: Actor, action: Action): Result<User, AccessRefusal> {
  if (actor.kind === "visitor") return err({ kind: "signed-out" });
  return may(actor, action) ? ok(actor) : err({ kind: "forbidden" });
}
