import type { Actor, User } from "#core/access/policy.ts";
import { parseReference } from "#core/intake/reference.ts";
import type { MergeInput, UnmergeInput } from "#core/triage/acts.schema.ts";
import { stateAfter } from "#core/triage/situation-events.ts";
import { isWithUs } from "#core/triage/states.ts";
import { recordAct } from "../repositories/audit.ts";
import {
  changeIfUnchanged,
  changeKept,
  findAtHandByReference,
  listHappenings,
  recordHappening,
  type SituationAtHand,
  type SituationChange,
} from "../repositories/situation-changes.ts";
import type { Transaction } from "../repositories/transaction.ts";
import { asStaff, refuse, takeUp, type Done, type NotDone } from "./change-situation.ts";

/**
 * Says that a situation is the same as another one: it is closed and points there; what was written about it stays with
 * it. Both count as changed, so of two people who merge each into the other one is refused.
 */
export function mergeSituation(actor: Actor, { id, revision, into }: MergeInput): Promise<Done> {
  return asStaff(actor, async (transaction, user) => {
    const situation = await takeUp(transaction, { id, revision });
    const reference = parseReference(into);
    const kept = reference && (await findAtHandByReference(transaction, reference));
    if (kept === undefined || kept === "") refuse(invalid("There is no situation with this reference."));
    const problem = whyNot(situation, kept);
    if (problem !== undefined) refuse(invalid(problem));
    await changeBoth(transaction, situation, { state: "closed", mergedIntoId: kept.id }, kept.id);
    await tell(transaction, user, situation, kept.id, {
      ...{ own: "merged", others: "took-in", action: "situation.merged" },
      details: { from: situation.state, into: kept.id },
    });
  });
}

/** Takes a merge back: the situation is again where it was before. */
export function unmergeSituation(actor: Actor, { id, revision }: UnmergeInput): Promise<Done> {
  return asStaff(actor, async (transaction, user) => {
    const situation = await takeUp(transaction, { id, revision });
    const keptId = situation.mergedIntoId;
    if (keptId === null) refuse(invalid("This situation is not merged into another one."));
    if (!isWithUs(situation.state)) refuse(invalid("The visitor took this situation back."));
    const state = stateAfter([...(await listHappenings(transaction, id)), "unmerged"]);
    await changeBoth(transaction, situation, { state, mergedIntoId: null });
    await tell(transaction, user, situation, keptId, {
      ...{ own: "unmerged", others: "gave-back", action: "situation.unmerged" },
      details: { to: state, from: keptId },
    });
  });
}

function whyNot(situation: SituationAtHand, kept: SituationAtHand): string | undefined {
  if (situation.id === kept.id) return "This is the same situation. Give the reference of the other one.";
  if (situation.mergedIntoId !== null) return "This situation is merged already.";
  if (!isWithUs(situation.state)) return "The visitor took this situation back.";
  if (!isWithUs(kept.state)) return "The visitor took the other situation back.";
  return kept.mergedIntoId === null
    ? undefined
    : "The other situation is itself merged. Merge into the one that was kept.";
}

/** In the order of their ids, so that two who merge the same two never wait for each other. */
async function changeBoth(
  transaction: Transaction,
  situation: SituationAtHand,
  change: SituationChange,
  keptId?: string,
): Promise<void> {
  const own = () => changeIfUnchanged(transaction, situation, change);
  const others = () => (keptId === undefined ? Promise.resolve(true) : changeKept(transaction, keptId));
  const inOrder = keptId !== undefined && keptId < situation.id ? [others, own] : [own, others];
  for (const run of inOrder) if (!(await run())) refuse({ kind: "conflict" });
}

interface Told {
  readonly own: "merged" | "unmerged";
  readonly others: "took-in" | "gave-back";
  readonly action: string;
  readonly details: Readonly<Record<string, string>>;
}

async function tell(
  transaction: Transaction,
  user: User,
  { id }: SituationAtHand,
  keptId: string,
  { own, others, action, details }: Told,
): Promise<void> {
  await recordHappening(transaction, { situationId: id, kind: own, actorId: user.id });
  await recordHappening(transaction, { situationId: keptId, kind: others, actorId: user.id });
  await recordAct(transaction, {
    ...{ actorId: user.id, action, subjectKind: "situation", subjectId: id, details },
  });
}

function invalid(detail: string): NotDone {
  return { kind: "invalid", detail };
}
