import type { Env } from "../env.schema.ts";
import { atMost, perMinute, type Rate } from "./rate.ts";

/** Everything that is limited, each for itself, with how often it may happen to one key. */
const RATES = {
  /** A situation that came with a proof of work, by address. */
  situation: (env: Env) => perMinute(env.SITUATION_RATE_PER_MINUTE),
  /** A situation without a proof, by address. */
  "situation-unverified": (env: Env) => perMinute(env.SITUATION_UNVERIFIED_RATE_PER_MINUTE),
  /** The report of an error in a text, by address. */
  "error-report": (env: Env) => perMinute(env.ERROR_REPORT_RATE_PER_MINUTE),
  /** A challenge to prove work on, by address: more than there are situations to send with them. */
  "proof-address": (env: Env) => perMinute(Math.max(60, 3 * env.SITUATION_RATE_PER_MINUTE)),
  /** A password that is tried, by the account it is tried on. */
  "sign-in-account": () => atMost(10, 15),
  /** The same by the device that signed in to the account before, so that guesses of others lock nobody out. */
  "sign-in-device": () => atMost(10, 15),
  /** A password that is tried, by address: several people may share one. */
  "sign-in-address": () => atMost(60, 15),
  /** A mail to set a new password, by the address that asks and by the account it is about. */
  "reset-address": () => atMost(20, 60),
  "reset-account": () => atMost(4, 60),
  /** A link for one use that is tried, by address. */
  "ticket-address": () => atMost(30, 15),
  /** A password that is asked for again while signed in, by account. */
  "password-person": () => atMost(10, 15),
  /** A mail, or a look-up of an address, that somebody who is signed in causes, by account. */
  "invite-person": () => ({ burst: 20, perMinute: 1 }),
  /** A request of a signed-in page, by account: who draws without a pause sends about two hundred in a minute. */
  "account-api": () => ({ burst: 1000, perMinute: 600 }),
} as const satisfies Record<string, (env: Env) => Rate>;

export type Limited = keyof typeof RATES;

export function rateOf(limited: Limited, env: Env): Rate {
  return RATES[limited](env);
}
