import {
  readOwnSituation,
  type OwnSituationDraft,
  type OwnSituationField,
} from "#core/intake/own-situation.ts";
import { err, ok, type Result } from "#core/result.ts";
import { changeOwnSituation } from "../services/own-situation.ts";
import { REFUSAL_STATUS } from "./refusal-status.ts";
import { refusedOwnSituation, type RefusedForm } from "./refused-form.ts";
import { isFromCapability } from "./same-origin.ts";
import { takeForm, type Done, type Handle, type Posted } from "./take-form.ts";

type RefusedOwn = RefusedForm<OwnSituationDraft, OwnSituationField>;

/** Takes in what whoever holds the private link adds, takes back or has erased. */
export function receiveOwnSituation(handle: Handle, publicOrigin: string | undefined): Handle {
  return takeForm<RefusedOwn>(
    handle,
    {
      path: "/situation/mine/[token]",
      actions: ["situation.follow"],
      isFromUs: isFromCapability,
      answer,
      refuseUnread: (kind) => ({
        refusal: { kind, retryAfter: 0, problems: [] },
        draft: undefined,
        key: undefined,
      }),
      statusOf: ({ refusal }) => REFUSAL_STATUS[refusal.kind],
      refused: refusedOwnSituation,
    },
    publicOrigin,
  );
}

async function answer({ entries, path, segments, client }: Posted): Promise<Result<Done, RefusedOwn>> {
  const { draft, key, isTrapped } = readOwnSituation(entries);
  // Only programs fill the hidden field. They are told the same as everybody.
  if (isTrapped) return ok({ location: `${path}?added` });
  const changed = await changeOwnSituation({ client, token: segments["token"] ?? "", key, draft });
  if (changed.ok) return ok({ location: `${path}?${changed.value}` });
  const { kind } = changed.error;
  const retryAfter = "retryAfter" in changed.error ? changed.error.retryAfter : 0;
  const problems = changed.error.kind === "invalid" ? changed.error.problems : [];
  return err({ refusal: { kind, retryAfter, problems }, draft, key });
}
