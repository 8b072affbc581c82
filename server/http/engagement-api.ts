import * as z from "zod";
import {
  EngagementChange,
  EngagementDeletion,
  EngagementEnd,
  EngagementTeam,
  KeptReport,
  NewEngagement,
  OneEngagement,
  OneReport,
} from "#core/engagements/engagement.schema.ts";
import { ENGAGEMENT_LIMITS } from "#core/engagements/engagement-limits.ts";
import { keepReport, readReport, removeReport } from "../services/engagement-reports.ts";
import {
  changeEngagement,
  closeEngagement,
  createEngagement,
  deleteEngagement,
  findEngagement,
  listEngagements,
  shareEngagement,
} from "../services/engagements.ts";
import { answerApi, type Answer } from "./api.ts";

const action = "engagement.use";

/** GET: the engagements of whoever asks and of their teams; `words` are looked for in client and note. */
export const list = answerApi({
  action,
  input: z.strictObject({ words: z.string().max(200).optional() }),
  run: listEngagements,
});

export const create = answerApi({ action, input: NewEngagement, run: createEngagement });
export const find = answerApi({ action, input: OneEngagement, run: findEngagement });
export const change = answerApi({ action, input: EngagementChange, run: changeEngagement });
export const share = answerApi({ action, input: EngagementTeam, run: shareEngagement });
export const close = answerApi({ action, input: EngagementEnd, run: closeEngagement });
export const remove = answerApi({ action, input: EngagementDeletion, run: deleteEngagement });

/** POST: keeps a report as it was handed over. */
export const keep = answerApi({
  action,
  input: KeptReport,
  most: ENGAGEMENT_LIMITS.sentBytes,
  run: keepReport,
});
export const read = answerApi({ action, input: OneReport, run: readReport });
export const discard = answerApi({ action, input: OneReport, run: removeReport });

/** GET: the session of a report as a file, byte by byte as its hash is of it. */
export const session: Answer = async (request, context) => {
  const response = await read(request, context);
  if (!response.ok) return response;
  const { session: text } = (await response.json()) as { readonly session: string };
  return new Response(text, {
    headers: {
      "cache-control": "no-store",
      "content-disposition": 'attachment; filename="report.seamark.json"',
      "content-type": "application/json; charset=utf-8",
    },
  });
};
