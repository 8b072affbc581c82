import type { Action, User } from "#core/access/policy.ts";
import type { Answer } from "../services/accounts/refuse.ts";
import type { Done, Posted } from "./take-form.ts";

interface Form {
  /** The page that has it. */
  readonly path: string;
  /** Which of the forms of its page: the value of its hidden control; empty where there is one form. */
  readonly name: string;
  /** What the policy table calls what it does. */
  readonly action: Action;
}

/** A form for whoever comes. */
export interface VisitorForm extends Form {
  readonly by: "visitor";
  readonly run: (posted: Posted) => Promise<Answer<Done>>;
}

/** A form for who is signed in. Its service asks the policy again. */
export interface UserForm extends Form {
  readonly by: "user";
  readonly run: (user: User, posted: Posted) => Promise<Answer<Done>>;
}

/** The first value of a control, or nothing. */
export function textOf({ entries }: Posted, name: string): string {
  return entries.get(name) ?? "";
}

/** Back to the page with a word about what was done, which it has a sentence for. */
export function backTo(path: string, done: string): Done {
  return { location: `${path}?done=${done}` };
}
