import { ok } from "#core/result.ts";
import { signOutCookie } from "../auth/sign-in-cookie.ts";
import { changePassword, deleteOwnAccount, rename } from "../services/accounts/own-account.ts";
import { signOut, signOutEverywhere } from "../services/accounts/sign-in.ts";
import { backTo, textOf, type UserForm } from "./account-form.ts";
import { newPasswordOf } from "./visitor-forms.ts";

const form = (path: string, name: string, run: UserForm["run"]): UserForm => ({
  ...{ by: "user", path, name, action: "account.use" },
  run,
});

/** What somebody does with their own account. */
export const OWN_FORMS: readonly UserForm[] = [
  form("/sign-out", "", async (user) => {
    const out = await signOut(user, user.signInId);
    return out.ok || out.error.kind === "gone" ? signedOut("/sign-in?done=out") : out;
  }),
  form("/account", "name", async (user, posted) => {
    const renamed = await rename(user, { name: textOf(posted, "name") });
    return renamed.ok ? ok(backTo("/account", "name")) : renamed;
  }),
  form("/account", "password", async (user, posted) => {
    const given = { current: textOf(posted, "current"), ...newPasswordOf(posted) };
    const cookies = await changePassword(user, given, posted);
    return cookies.ok ? ok({ ...backTo("/account", "password"), cookies: cookies.value }) : cookies;
  }),
  form("/account", "sign-out", async (user, posted) => {
    const ended = await signOut(user, textOf(posted, "id"));
    return ended.ok ? ok(backTo("/account", "sign-out")) : ended;
  }),
  form("/account", "everywhere", async (user) => {
    const ended = await signOutEverywhere(user);
    return ended.ok ? signedOut("/sign-in?done=everywhere") : ended;
  }),
  form("/account", "delete", async (user, posted) => {
    const deleted = await deleteOwnAccount(user, { password: textOf(posted, "delete-password") });
    return deleted.ok ? signedOut("/sign-in?done=deleted") : deleted;
  }),
];

async function signedOut(location: string) {
  return ok({ location, cookies: [await signOutCookie()] });
}
