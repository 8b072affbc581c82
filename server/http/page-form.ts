import type { Action } from "#core/access/policy.ts";
import type { FormEntries } from "#core/intake/form.ts";
import type { Refused } from "#core/intake/refusal.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { Receipt, Refusal, Submission } from "../services/submit-once.ts";
import { REFUSAL_STATUS } from "./refusal-status.ts";
import type { RefusedForm, RefusedFormWay } from "./refused-form.ts";
import { isSameOrigin } from "./same-origin.ts";
import { takeForm, type Handle } from "./take-form.ts";

export type { Handle };

/** A form of visitors that ends in a receipt. */
export interface PageForm<Draft, Field extends string> {
  /** The page, whatever its query is. */
  readonly path: string;
  readonly action: Action;
  readonly read: (entries: URLSearchParams) => FormEntries<Draft>;
  readonly submit: (submission: Submission) => Promise<Result<Receipt, Refusal<Field>>>;
  /** Where the receipt is shown. */
  readonly locate: (receipt: Receipt) => string;
  readonly refused: RefusedFormWay<Draft, Field>;
}

/** Takes such a form in: sent again with the same key it leads to the same receipt. */
export function receiveForm<Draft, Field extends string>(
  handle: Handle,
  form: PageForm<Draft, Field>,
  publicOrigin: string | undefined,
): Handle {
  return takeForm<RefusedForm<Draft, Field>>(
    handle,
    {
      path: form.path,
      actions: [form.action],
      isFromUs: isSameOrigin,
      answer: async ({ entries, client }) => {
        const { draft, key, isTrapped } = form.read(entries);
        const submitted = await form.submit({ client, key, draft, isTrapped });
        if (submitted.ok) return ok({ location: form.locate(submitted.value) });
        const needsNewKey = submitted.error.kind === "key-reused" || submitted.error.kind === "no-key";
        return err({ refusal: toRefused(submitted.error), draft, key: needsNewKey ? undefined : key });
      },
      refuseUnread: (kind) => ({
        refusal: { kind, retryAfter: 0, problems: [] },
        draft: undefined,
        key: undefined,
      }),
      statusOf: ({ refusal }) => REFUSAL_STATUS[refusal.kind],
      refused: form.refused,
    },
    publicOrigin,
  );
}

function toRefused<Field extends string>(refusal: Refusal<Field>): Refused<Field> {
  return {
    kind: refusal.kind,
    retryAfter: "retryAfter" in refusal ? refusal.retryAfter : 0,
    problems: refusal.kind === "invalid" ? refusal.problems : [],
  };
}
