import { betterAuth } from "better-auth/minimal";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "#core/access/password.ts";
import { database } from "../db/database.ts";
import { env } from "../env.ts";
import { accountStore } from "../repositories/account-store.ts";
import { hashPassword, verifyPassword } from "./password-hash.ts";
import { deriveKey } from "./secret.ts";

const DAY = 24 * 60 * 60;
/** A sign-in that nobody ends lasts that long. */
export const SIGN_IN_SECONDS = 14 * DAY;

/**
 * better-auth with passwords and sign-ins in the database, and nothing else of it. None of its own addresses is served:
 * our services call it, after they have limited and checked what they pass on. Its word for a sign-in is "session".
 */
function createAccounts() {
  const { PUBLIC_URL } = env();
  const isHttps = PUBLIC_URL?.startsWith("https:") ?? false;
  return betterAuth({
    appName: "Seamark",
    baseURL: PUBLIC_URL ?? "http://localhost",
    secret: deriveKey("cookies").toString("base64url"),
    database: accountStore(database()),
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(password, hash) },
    },
    user: {
      modelName: "user",
      additionalFields: { role: { type: "string", input: false, defaultValue: "member" } },
    },
    session: {
      modelName: "signIn",
      expiresIn: SIGN_IN_SECONDS,
      updateAge: DAY,
      cookieCache: { enabled: false },
    },
    account: { modelName: "credential" },
    verification: { modelName: "verification" },
    advanced: {
      // The address of a caller is only in the limits, which forget it; a sign-in does not keep it.
      ipAddress: { disableIpTracking: true },
      database: { generateId: false },
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: isHttps ? "__Host-seamark" : "seamark",
          attributes: { secure: isHttps, httpOnly: true, sameSite: "lax", path: "/" },
        },
      },
    },
  });
}

let accounts: ReturnType<typeof createAccounts> | undefined;

export function accountsOfProcess(): ReturnType<typeof createAccounts> {
  return (accounts ??= createAccounts());
}
