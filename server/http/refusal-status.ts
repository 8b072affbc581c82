import type { RefusalKind } from "#core/intake/refusal.ts";

export const REFUSAL_STATUS: Record<RefusalKind, number> = {
  invalid: 422,
  "no-key": 400,
  "key-reused": 422,
  "too-many": 429,
  unavailable: 503,
  foreign: 403,
  "too-large": 413,
  "not-found": 404,
};
