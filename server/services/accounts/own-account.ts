import type { User } from "#core/access/policy.ts";
import { ok, type Result } from "#core/result.ts";
import { authorize, type AccessRefusal } from "../../auth/authorize.ts";
import { hashPassword, isHashingBusy, verifyPassword } from "../../auth/password-hash.ts";
import { database } from "../../db/database.ts";
import { recordAct } from "../../repositories/audit.ts";
import { countSketches, findOwnData, type OwnData } from "../../repositories/own-data.ts";
import {
  findPassword,
  holdOwners,
  listOwners,
  renamePerson,
  setPassword,
} from "../../repositories/people.ts";
import { endSignIns, listSignIns, type SignInSummary } from "../../repositories/sign-ins.ts";
import { listTeamsOf, type TeamSummary } from "../../repositories/teams.ts";
import { orderDeliveries } from "../order-deliveries.ts";
import { parseName, parseNewPassword, type NewPassword } from "./fields.ts";
import { BUSY, commit, DONE, GONE, invalid, limited, read, type Answer } from "./refuse.ts";
import { erasePerson } from "./people.ts";
import { beginSignIn, cookiesOf, type Browser } from "./sign-in.ts";

export interface OwnAccount {
  readonly signIns: readonly SignInSummary[];
  readonly teams: readonly TeamSummary[];
  readonly sketches: { readonly own: number; readonly ofTeams: number };
  readonly isLastOwner: boolean;
}

export async function findOwnAccount(user: User): Promise<Answer<OwnAccount>> {
  return read(async () => {
    const owners = user.role === "owner" ? await listOwners(database()) : [];
    return {
      signIns: await listSignIns(database(), user.id),
      teams: await listTeamsOf(database(), user.id, { all: false }),
      sketches: await countSketches(database(), user.id),
      isLastOwner: owners.length === 1,
    };
  });
}

export async function rename(user: User, given: { readonly name: string }): Promise<Answer> {
  const name = parseName("name", given.name);
  if (!name.ok) return name;
  return commit(async (transaction) => {
    if (!(await renamePerson(transaction, user.id, name.value))) return GONE;
    await recordAct(transaction, {
      actorId: user.id,
      action: "person.renamed",
      subjectKind: "person",
      subjectId: user.id,
    });
    return DONE;
  });
}

/** Changes the password and ends every sign-in; the lines sign this browser in anew. */
export async function changePassword(
  user: User,
  given: { readonly current: string } & NewPassword,
  browser: Browser,
): Promise<Answer<readonly string[]>> {
  const password = parseNewPassword(given, user);
  if (!password.ok) return password;
  const proven = await provePassword(user, "current", given.current);
  if (!proven.ok) return proven;
  const hash = await hashPassword(password.value);
  const token = await commit(async (transaction) => {
    if (!(await setPassword(transaction, user.id, hash))) return GONE;
    await endSignIns(transaction, user.id);
    const begun = await beginSignIn(transaction, { userId: user.id, hash, userAgent: browser.userAgent });
    await orderDeliveries(transaction, [{ kind: "securityMail", subjectId: user.id }]);
    await recordAct(transaction, {
      actorId: user.id,
      action: "person.password-changed",
      subjectKind: "person",
      subjectId: user.id,
    });
    return begun;
  });
  return token.ok ? ok(await cookiesOf(token.value, user.email)) : token;
}

/** Asks for the password again, before what somebody at an open screen must not be able to do. */
async function provePassword(user: User, field: string, password: string): Promise<Answer> {
  const tooMany = await limited("password-person", user.id);
  if (tooMany !== undefined) return tooMany;
  if (isHashingBusy()) return BUSY;
  const hash = await read(() => findPassword(database(), user.id));
  if (!hash.ok) return hash;
  const isRight = hash.value !== undefined && (await verifyPassword(password, hash.value));
  return isRight ? DONE : invalid(field, "This is not your password.");
}

/** Deletes one's own account with everything in it. The last owner stays. */
export async function deleteOwnAccount(user: User, given: { readonly password: string }): Promise<Answer> {
  const proven = await provePassword(user, "delete-password", given.password);
  if (!proven.ok) return proven;
  return commit(async (transaction) => {
    const owners = await holdOwners(transaction);
    if (owners.length === 1 && owners[0] === user.id)
      return invalid("delete-password", "You are the only owner. Make somebody else an owner first.");
    return erasePerson(transaction, user, user);
  });
}

/** All that is kept of whoever asks. */
export async function exportOwnData(user: User): Promise<Result<OwnData, AccessRefusal>> {
  const allowed = authorize(user, "account.use");
  return allowed.ok ? ok(await findOwnData(database(), user.id)) : allowed;
}
