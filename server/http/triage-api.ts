import {
  AssignInput,
  MergeInput,
  MoveInput,
  NoteInput,
  OneSituation,
  ReplyInput,
  UnmergeInput,
} from "#core/triage/acts.schema.ts";
import { FiledSituation } from "#core/engagements/engagement.schema.ts";
import type { AuditPage, ChainVerdict } from "#core/triage/audit-view.ts";
import { AuditQuery, VerifyInput } from "#core/triage/audit.schema.ts";
import { SituationQuery } from "#core/triage/filters.schema.ts";
import type { SituationDetail, SituationList } from "#core/triage/situation-view.ts";
import type { Action, User } from "#core/access/policy.ts";
import type { Result } from "#core/result.ts";
import type * as z from "zod";
import { readTrail, verifyChain } from "../services/audit-trail.ts";
import {
  assignSituation,
  eraseForGood,
  moveSituation,
  noteSituation,
  replyToSituation,
  type Done,
} from "../services/change-situation.ts";
import { fileSituation } from "../services/engagement-contents.ts";
import { mergeSituation, unmergeSituation } from "../services/merge-situations.ts";
import { listInbox, readSituation } from "../services/read-situations.ts";
import type { Api, ApiRefusal } from "./api.ts";

export const LIST_SITUATIONS: Api<SituationQuery, SituationList> = {
  action: "situation.read",
  input: SituationQuery,
  run: listInbox,
};

export const READ_SITUATION: Api<z.infer<typeof OneSituation>, SituationDetail> = {
  action: "situation.read",
  input: OneSituation,
  run: (user, { id }) => readSituation(user, id),
};

export const MOVE_SITUATION = act(MoveInput, moveSituation);
export const ASSIGN_SITUATION = act(AssignInput, assignSituation);
export const NOTE_SITUATION = act(NoteInput, noteSituation);
export const REPLY_TO_SITUATION = act(ReplyInput, replyToSituation);
export const FILE_SITUATION = act(FiledSituation, fileSituation);
export const MERGE_SITUATION = act(MergeInput, mergeSituation);
export const UNMERGE_SITUATION = act(UnmergeInput, unmergeSituation);

/** Owners alone; asked again in the service. */
export const ERASE_SITUATION = act(OneSituation, eraseForGood, "situation.erase");

export const READ_TRAIL: Api<AuditQuery, AuditPage> = {
  action: "audit.read",
  input: AuditQuery,
  run: readTrail,
};

export const VERIFY_CHAIN: Api<VerifyInput, ChainVerdict> = {
  action: "audit.read",
  input: VerifyInput,
  run: verifyChain,
};

/** What staff do with a situation. It answers with the situation as it is afterwards. */
function act<Input extends { readonly id: string }>(
  input: z.ZodType<Input>,
  run: (user: User, input: Input) => Promise<Done>,
  action: Action = "situation.triage",
): Api<Input, SituationDetail> {
  return {
    action,
    input,
    run: async (user, given): Promise<Result<SituationDetail, ApiRefusal>> => {
      const done = await run(user, given);
      return done.ok ? readSituation(user, given.id) : done;
    },
  };
}
