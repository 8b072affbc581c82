import { err, ok, type Result } from "#core/result.ts";
import { merged, type Replica } from "../storage/replica.ts";
import type { Failure } from "./account-api.ts";

export interface Ways {
  readonly replica: Replica;
  readonly load: (since: Uint8Array) => Promise<Result<Uint8Array, Failure>>;
  readonly send: (update: Uint8Array) => Promise<Result<void, Failure>>;
}

/** A document and its copy in the account, made the same step by step. */
export interface Exchange {
  /** Adds what was done here to what is to be sent. */
  readonly collect: (update: Uint8Array) => void;
  /** From now on nothing is taken for known of the account. */
  readonly doubt: () => void;
  readonly isInDoubt: () => boolean;
  /** Takes what is new there, if there is doubt, and sends what is new here, until nothing is left. */
  readonly run: () => Promise<Result<void, Failure>>;
}

const UNREADABLE: Failure = { kind: "away", why: "its answer could not be read", retryAfter: 0 };

/**
 * What could not be sent is not collected: after a failure, and after the page was closed, the state vectors of both say
 * what the account has not.
 */
export function createExchange({ replica, load, send }: Ways): Exchange {
  let unsent: Uint8Array[] = [];
  let isInDoubt = true;

  const next = async (): Promise<Result<Uint8Array | undefined, Failure>> => {
    if (!isInDoubt) {
      const batch = unsent;
      unsent = [];
      return ok(batch.length === 0 ? undefined : merged(batch));
    }
    isInDoubt = false;
    const answer = await load(replica.stateVector());
    if (!answer.ok) return answer;
    const missing = replica.meet(answer.value);
    if (missing === null) return err(UNREADABLE);
    unsent = [];
    return ok(missing);
  };
  const sendNext = async (): Promise<Result<void, Failure>> => {
    const update = await next();
    if (!update.ok) return update;
    return update.value === undefined ? ok(undefined) : send(update.value);
  };
  const doubt = () => {
    isInDoubt = true;
    unsent = [];
  };
  return {
    collect: (update) => {
      if (!isInDoubt) unsent.push(update);
    },
    doubt,
    isInDoubt: () => isInDoubt,
    run: async () => {
      do {
        const sent = await sendNext();
        if (sent.ok) continue;
        doubt();
        return sent;
      } while (unsent.length > 0);
      return ok(undefined);
    },
  };
}
