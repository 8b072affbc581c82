import type { AccountRefusal, RefusedAccountForm } from "#core/access/account-refusal.ts";
import { err, ok } from "#core/result.ts";
import { findActor } from "../auth/find-actor.ts";
import { read, type Answer } from "../services/accounts/refuse.ts";
import { log } from "../telemetry/log.ts";
import { CONSOLE_FORMS } from "./console-forms.ts";
import { OWN_FORMS } from "./own-forms.ts";
import { refusedAccountForm } from "./refused-form.ts";
import { isProvenSameOrigin } from "./same-origin.ts";
import type { UserForm, VisitorForm } from "./account-form.ts";
import { takeForm, type Done, type Handle, type Posted, type TakenForm } from "./take-form.ts";
import { VISITOR_FORMS } from "./visitor-forms.ts";

/** Every form of accounts and the console, with the action of the policy table that it is. */
export const ACCOUNT_FORMS: readonly (VisitorForm | UserForm)[] = [
  ...VISITOR_FORMS,
  ...OWN_FORMS,
  ...CONSOLE_FORMS,
];

const STATUS: Record<AccountRefusal["kind"], number> = {
  invalid: 422,
  "too-many": 429,
  unavailable: 503,
  foreign: 403,
  "too-large": 413,
  gone: 409,
  forbidden: 403,
};

/** Takes in the forms of accounts before `handle`. Each is shown again by its own page. */
export function receiveAccountForms(handle: Handle, publicOrigin: string | undefined): Handle {
  const paths = [...new Set(ACCOUNT_FORMS.map(({ path }) => path))];
  return paths.reduce((next, path) => takeForm(next, formsAt(path), publicOrigin), handle);
}

/** The forms of one page as one: which of them it is stands in the form itself. */
function formsAt(path: string): TakenForm<RefusedAccountForm> {
  const forms = ACCOUNT_FORMS.filter((form) => form.path === path);
  return {
    path,
    actions: forms.map(({ action }) => action),
    isFromUs: isProvenSameOrigin,
    answer: async (posted) => {
      const form = forms.find(({ name }) => name === (posted.entries.get(FORM_FIELD) ?? ""));
      if (form === undefined) return err(refusedUnread("foreign"));
      const done = await run(form, posted);
      const described = { "account.form": `${path} ${form.name}`.trim() };
      if (done.ok) log("account.form.done", described);
      else log("account.form.refused", { ...described, "refusal.kind": done.error.kind });
      return done.ok ? done : err({ refusal: done.error, form: form.name, typed: readTyped(posted.entries) });
    },
    refuseUnread: refusedUnread,
    statusOf: ({ refusal }) => STATUS[refusal.kind],
    refused: refusedAccountForm,
  };
}

/** The control that says which form of a page it is. */
const FORM_FIELD = "form";

async function run(form: VisitorForm | UserForm, posted: Posted): Promise<Answer<Done>> {
  if (form.by === "visitor") return form.run(posted);
  const actor = await read(() => findActor(posted.cookie));
  if (!actor.ok) return actor;
  if (actor.value.kind === "visitor") return ok({ location: signInFirst(posted.path) });
  return form.run(actor.value, posted);
}

function signInFirst(path: string): string {
  return `/sign-in?next=${encodeURIComponent(path)}`;
}

function refusedUnread(kind: "foreign" | "too-large"): RefusedAccountForm {
  return { refusal: { kind, retryAfter: 0, problems: [] }, form: undefined, typed: {} };
}

const SECRET_FIELDS = /password|current|again/;
const LONGEST_TYPED = 500;

/** What was typed, to be shown again. No control whose name says that a password is in it. */
function readTyped(entries: URLSearchParams): Readonly<Record<string, string>> {
  const shown = [...entries].filter(([name]) => !SECRET_FIELDS.test(name));
  return Object.fromEntries(shown.map(([name, value]) => [name, value.slice(0, LONGEST_TYPED)]));
}
