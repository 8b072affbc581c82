import { createHash } from "node:crypto";
import { assessFit, type Fit } from "#core/fit/assess-fit.ts";
import { MOST_ADDITIONS, type OwnSituationField } from "#core/intake/own-situation.ts";
import { parseOwnSituation } from "#core/intake/own-situation.schema.ts";
import type { FieldProblem } from "#core/intake/form.ts";
import { err, ok, type Result } from "#core/result.ts";
import { linkToken, readLinkToken } from "../auth/link-token.ts";
import { database } from "../db/database.ts";
import { env } from "../env.ts";
import { recordAct } from "../repositories/audit.ts";
import {
  addMessage,
  countMessages,
  findOwnSituation as findRow,
  touchSituation,
  withdrawSituation,
  type OwnSituationRow,
} from "../repositories/own-situations.ts";
import { inTransaction, untilAway } from "../repositories/transaction.ts";
import { describeError, log } from "../telemetry/log.ts";
import { eraseSituation } from "./erase-situation.ts";
import { limit } from "../limits/limit.ts";
import { orderDeliveries } from "./order-deliveries.ts";

/** Where whoever sent a situation finds it again, and nobody else: the address is the right to it. */
export function ownSituationPath(id: string): string {
  return `/situation/mine/${linkToken("situation", id)}`;
}

export interface OwnSituation extends OwnSituationRow {
  readonly fit: Fit;
  /** When it is erased, unless something happens before. */
  readonly keptUntil: Date;
}

/** A situation as whoever holds its private link sees it. */
export async function findOwnSituation(
  token: string,
): Promise<Result<OwnSituation, { readonly kind: "not-found" | "unavailable" }>> {
  const id = readLinkToken("situation", token);
  if (id === undefined) return err({ kind: "not-found" });
  const found = await untilAway(() => findRow(database(), id));
  if (!found.ok) return err({ kind: "unavailable" });
  if (found.value === undefined) return err({ kind: "not-found" });
  const { signals, touchedAt } = found.value;
  const keptUntil = new Date(touchedAt.getTime() + env().SITUATION_KEPT_DAYS * 24 * 60 * 60 * 1000);
  return ok({ ...found.value, fit: assessFit(signals), keptUntil });
}

export interface OwnRequest {
  readonly client: string;
  readonly token: string;
  /** The same for every try to send the same. */
  readonly key: string;
  readonly draft: unknown;
}

export type OwnRefusal =
  | { readonly kind: "invalid"; readonly problems: readonly FieldProblem<OwnSituationField>[] }
  | { readonly kind: "not-found" }
  | { readonly kind: "too-many"; readonly retryAfter: number }
  | { readonly kind: "unavailable"; readonly retryAfter: number };

export type Done = "added" | "withdrawn" | "erased";

const DATABASE_BACK_SECONDS = 5;
const AWAY = { kind: "unavailable", retryAfter: DATABASE_BACK_SECONDS } as const;

/** Does what whoever holds the private link asks for; asking twice does it once. */
export async function changeOwnSituation(request: OwnRequest): Promise<Result<Done, OwnRefusal>> {
  const id = readLinkToken("situation", request.token);
  if (id === undefined) return err({ kind: "not-found" });
  const parsed = parseOwnSituation(request.draft);
  if (!parsed.ok) return err({ kind: "invalid", problems: parsed.error });
  const retryAfter = await limit("situation", request.client);
  if (retryAfter > 0) return err({ kind: "too-many", retryAfter });
  if (parsed.value.act === "add") return add(id, request.key, parsed.value.text);
  return parsed.value.act === "withdraw" ? withdraw(id) : erase(id);
}

async function erase(id: string): Promise<Result<Done, OwnRefusal>> {
  const erased = await eraseSituation(id, "visitor");
  if (erased.ok) return ok("erased");
  return err(erased.error.kind === "unavailable" ? AWAY : { kind: "not-found" });
}

async function withdraw(id: string): Promise<Result<Done, OwnRefusal>> {
  const withdrawn = await inTransaction(database(), async (transaction) => {
    if (!(await withdrawSituation(transaction, id))) return;
    await recordAct(transaction, {
      actorId: null,
      action: "situation.withdrawn",
      subjectKind: "situation",
      subjectId: id,
    });
  });
  if (withdrawn.ok) return ok("withdrawn");
  log("database.away", describeError(withdrawn.error.cause));
  return err(AWAY);
}

const OVER = "Nothing can be added to it any more.";
const ENOUGH = `There are ${MOST_ADDITIONS} additions already. Please wait for an answer.`;

async function add(id: string, key: string, text: string): Promise<Result<Done, OwnRefusal>> {
  const message = { id: messageIdOf(id, key, text), situationId: id, text };
  const added = await inTransaction(database(), async (transaction) => {
    // Locks the situation, so that additions come one after the other.
    if (!(await touchSituation(transaction, id))) return OVER;
    if ((await countMessages(transaction, id)) >= MOST_ADDITIONS) return ENOUGH;
    if (!(await addMessage(transaction, message))) return undefined;
    await orderDeliveries(transaction, [{ kind: "additionMail", situationId: id, subjectId: message.id }]);
    return undefined;
  });
  if (!added.ok) {
    log("database.away", describeError(added.error.cause));
    return err(AWAY);
  }
  return added.value === undefined
    ? ok("added")
    : err({ kind: "invalid", problems: [{ field: "text", message: added.value }] });
}

/** The same for every try to add the same, and no other situation's. */
function messageIdOf(situationId: string, key: string, text: string): string {
  const hex = createHash("sha256")
    .update(JSON.stringify([situationId, key, text]))
    .digest("hex");
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-8$3-8$4-$5");
}
