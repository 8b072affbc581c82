/** What somebody with an account is: who runs the product, who works in it, and whose sketches are kept in it. */
export const ROLES = ["owner", "staff", "member"] as const;
export type Role = (typeof ROLES)[number];

/** Who asks: a visitor, or somebody who is signed in. */
export type Actor =
  | { readonly kind: "visitor" }
  | {
      readonly kind: "user";
      readonly id: string;
      readonly name: string;
      readonly email: string;
      readonly role: Role;
      /** The sign-in the request came with. */
      readonly signInId: string;
    };

export type User = Extract<Actor, { kind: "user" }>;
export const VISITOR: Actor = { kind: "visitor" };

/**
 * Everything that can be asked for, and the roles that may. "anybody" includes visitors. What a role may do to
 * one document, one engagement or one team is decided where that is known: `document.*`, `engagement.*` and `team.*` let in who is
 * signed in, and the service looks at the owner and the team.
 */
export const POLICY = {
  "site.read": "anybody",
  "situation.send": "anybody",
  /** With the private link, which is the right itself. */
  "situation.follow": "anybody",
  "error-report.send": "anybody",
  "account.enter": "anybody",
  "account.use": ROLES,
  "people.read": ["owner", "staff"],
  "people.manage": ["owner"],
  "team.use": ROLES,
  "team.create": ["owner", "staff"],
  "document.use": ROLES,
  "engagement.use": ROLES,
  "situation.read": ["owner", "staff"],
  "situation.triage": ["owner", "staff"],
  "situation.erase": ["owner"],
  "error-report.read": ["owner", "staff"],
  "delivery.read": ["owner", "staff"],
  "delivery.redrive": ["owner", "staff"],
  "audit.read": ["owner"],
} as const satisfies Record<string, "anybody" | readonly Role[]>;

export type Action = keyof typeof POLICY;

/** Whether somebody may do something at all. */
export function may(actor: Actor, action: Action): boolean {
  const rule: "anybody" | readonly Role[] = POLICY[action];
  return rule === "anybody" || (actor.kind === "user" && rule.includes(actor.role));
}
