/** The server sets this cookie beside a sign-in, and says nothing else in it (server/http/account-hint.ts). */
const HINT = /(?:^|;\s*)seamark-account=1(?:;|$)/;

/** Whether somebody may be signed in here. Without it the account is not asked: a visitor sends it no request. */
export function mayBeSignedIn(): boolean {
  return HINT.test(document.cookie);
}
