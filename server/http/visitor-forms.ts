import { readLocalPath } from "#core/access/local-path.ts";
import { ok } from "#core/result.ts";
import { acceptInvitation } from "../services/accounts/invitations.ts";
import { askForReset, resetPassword } from "../services/accounts/reset-password.ts";
import { setUpOwner } from "../services/accounts/set-up-owner.ts";
import { signIn, type SignedIn } from "../services/accounts/sign-in.ts";
import type { Answer } from "../services/accounts/refuse.ts";
import { textOf, type VisitorForm } from "./account-form.ts";
import { homeOf } from "./home-of.ts";
import type { Done, Posted } from "./take-form.ts";

const form = (path: string, run: VisitorForm["run"]): VisitorForm => ({
  ...{ by: "visitor", path, name: "", action: "account.enter" },
  run,
});

export const VISITOR_FORMS: readonly VisitorForm[] = [
  form("/sign-in", async (posted) => {
    const given = { email: textOf(posted, "email"), password: textOf(posted, "password") };
    return enter(await signIn(given, posted), readLocalPath(textOf(posted, "next")));
  }),
  form("/forgotten", async (posted) => {
    const asked = await askForReset({ email: textOf(posted, "email") }, posted);
    return asked.ok ? ok({ location: "/forgotten?done=asked" }) : asked;
  }),
  form("/reset/[token]", async (posted) => {
    const reset = await resetPassword({ ...tokenOf(posted), ...newPasswordOf(posted) }, posted);
    return reset.ok ? ok({ location: "/sign-in?done=reset" }) : reset;
  }),
  form("/invitation/[token]", async (posted) => {
    const given = { ...tokenOf(posted), name: textOf(posted, "name"), ...newPasswordOf(posted) };
    return enter(await acceptInvitation(given, posted));
  }),
  form("/setup/[token]", async (posted) => {
    const person = { name: textOf(posted, "name"), email: textOf(posted, "email") };
    return enter(await setUpOwner({ ...tokenOf(posted), ...person, ...newPasswordOf(posted) }, posted));
  }),
];

function enter(entered: Answer<SignedIn>, next?: string): Answer<Done> {
  if (!entered.ok) return entered;
  const { role, cookies } = entered.value;
  return ok({ location: next ?? homeOf(role), cookies });
}

function tokenOf({ segments }: Posted) {
  return { token: segments["token"] ?? "" };
}

export function newPasswordOf(posted: Posted) {
  return { password: textOf(posted, "password"), again: textOf(posted, "again") };
}
