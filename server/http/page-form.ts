import type { Action } from "#core/access/policy.ts";
import type { FormEntries } from "#core/intake/form.ts";
import type { Refused } from "#core/intake/refusal.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { Receipt, Refusal, Submission } from "../services/submit-once.ts";
import { REFUSAL_STATUS } from "./refusal-status.ts";
import type { RefusedForm, RefusedFormWay } from "./refused-form.ts";
import { isSameOrigin, type ReadHeader } from "./same-origin.ts";
import { takeForm, type Handle, type Posted } from "./take-form.ts";

export type { Handle };

/** Where a form was posted to. */
export type At = Pick<Posted, "path" | "segments">;

/** A form of visitors, with a key that makes sending it again harmless. */
export interface PageForm<Draft, Field extends string, Accepted = Receipt> {
  /** The page, whatever its query is; a name in brackets stands for one segment. */
  readonly path: string;
  readonly action: Action;
  /**
   * Whether the address of the page is itself the right to send its form. Such a page tells nobody where it is, so browsers
   * do not name its origin either; and who could forge its form would have to know the address.
   */
  readonly isCapability?: boolean;
  readonly read: (entries: URLSearchParams) => FormEntries<Draft>;
  readonly submit: (submission: Submission, at: At) => Promise<Result<Accepted, FormRefusal<Field>>>;
  /** Where to go on once it is accepted. */
  readonly locate: (accepted: Accepted, at: At) => string;
  readonly refused: RefusedFormWay<Draft, Field>;
}

type FormRefusal<Field extends string> = Refusal<Field> | { readonly kind: "not-found" };

/** Takes such a form in: sent again with the same key it leads to the same place. */
export function receiveForm<Draft, Field extends string, Accepted = Receipt>(
  handle: Handle,
  form: PageForm<Draft, Field, Accepted>,
  publicOrigin: string | undefined,
): Handle {
  return takeForm<RefusedForm<Draft, Field>>(
    handle,
    {
      path: form.path,
      actions: [form.action],
      isFromUs: form.isCapability ? isOurPrivatePage : isSameOrigin,
      answer: async ({ entries, client, ...at }) => {
        const { draft, key, isTrapped } = form.read(entries);
        const submitted = await form.submit({ client, key, draft, isTrapped }, at);
        if (submitted.ok) return ok({ location: form.locate(submitted.value, at) });
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

function isOurPrivatePage(header: ReadHeader, publicOrigin: string | undefined): boolean {
  const named: ReadHeader = (name) => {
    const value = header(name);
    return name === "origin" && value === "null" ? undefined : value;
  };
  return isSameOrigin(named, publicOrigin);
}

function toRefused<Field extends string>(refusal: FormRefusal<Field>): Refused<Field> {
  return {
    kind: refusal.kind,
    retryAfter: "retryAfter" in refusal ? refusal.retryAfter : 0,
    problems: refusal.kind === "invalid" ? refusal.problems : [],
  };
}
